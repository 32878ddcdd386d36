// The browser, the page and the helpers that the journeys share. A journey fails on any console
// error, page error, failed request or request to another origin, whatever else it checks.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Reader } from './reader.mjs';
import { serve } from './server.mjs';

export { eventually } from './wait.mjs';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The folder of the finished page. */
export function dist() {
  const folder = process.env.DATELINE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${folder}/index.html`)) {
    throw new Error(`no page in ${folder}: run \`cargo xtask dist\` first`);
  }
  return folder;
}

/** What a headless browser is to believe of its machine: which pointers there are, and which come first. */
const machine = (hovers, hover, pointers, pointer) =>
  [`--blink-settings=availableHoverTypes=${hovers},primaryHoverType=${hover},availablePointerTypes=${pointers},primaryPointerType=${pointer}`];
export const POINTERS = {
  none: machine(1, 1, 1, 1),
  mouse: machine(2, 2, 4, 4),
  finger: machine(1, 1, 2, 2),
  'mouse and finger': machine(3, 2, 6, 4),
};

/** One headless browser. A missing one is an error that says what to do. */
export async function launch(more = []) {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome']
    .find((file) => file && existsSync(file));
  if (!executablePath) throw new Error('no Chromium: install it or set CHROMIUM to its program');
  return chromium.launch({ executablePath, args: [...FLAGS, ...more] });
}

/** A fresh context over the served page; `complaints` collects what no page of ours may do. */
export async function visit(browser, site, options = {}) {
  const { size = DESKTOP, phone = false, scheme = 'light', scale = 1, motion = 'reduce', scripts = true } = options;
  const context = await browser.newContext({
    viewport: size, deviceScaleFactor: scale, hasTouch: phone, isMobile: phone,
    javaScriptEnabled: scripts, colorScheme: scheme, reducedMotion: motion, locale: 'en-GB', timezoneId: 'UTC',
  });
  // What the page's policy forbids is told in every engine by this event.
  await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  }));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left stops fetching its icon.
    const left = /\/icon[-\w]*\.(png|svg)$/.test(request.url()) && /ABORTED/.test(request.failure()?.errorText);
    if (!left) complaints.push(`failed request: ${request.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const own = url.startsWith(site.address) || /^(data|blob):/.test(url);
    // Browsers ask the origin for an icon on their own where the page names none.
    if (!own && url !== `${site.origin}/favicon.ico`) complaints.push(`request elsewhere: ${url}`);
  });
  return { context, complaints, reader: new Reader(page, site) };
}

/** What the journeys of a file share, once `shareBrowser` has made them: the browser, and the served page. */
export let browser, site;

/** Call once in a test file: its journeys share one browser and one server. */
export function shareBrowser() {
  before(async () => {
    site = await serve(dist());
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
}

/**
 * One journey of a reader, on a fresh page that stands at `at` and is ready.
 * `options`: `at` (the hash), `size`, `phone`, `scheme`, `motion`.
 */
export function journey(name, options, act) {
  test(name, { timeout: 90_000 }, () => stay(site, options, async (reader) => {
    await reader.open(options.at ?? '');
    await act(reader, site);
  }));
}

/**
 * A reader with a fresh page, over any site, who has not gone anywhere yet. `options.expected`: the
 * complaint that is no failure here, as a pattern. `options.browser`: another than the shared one.
 */
export async function stay(place, options, act) {
  const { context, complaints, reader } = await visit(options.browser ?? browser, place, options);
  const unexpected = () => complaints.filter((complaint) => !options.expected?.test(complaint));
  let told = [];
  try {
    await act(reader);
    // Before the end: a page that goes away breaks off what it was still fetching.
    told = unexpected();
  } catch (error) {
    if (unexpected().length > 0) error.message += `\nthe page complained:\n${unexpected().join('\n')}`;
    throw error;
  } finally {
    await context.close();
  }
  assert.deepEqual(told, [], 'the page complained');
}
