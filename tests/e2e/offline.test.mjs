// After the first visit: without a network, and while a new version is published under an open page.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, eventually, shareBrowser, stay } from './harness.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** What a browser says when the network is gone. */
const GONE = { expected: /^(failed request|console: .*(ERR_|Failed to load|NetworkError|access control))/ };

/** A reader on a site of its own, with a folder to publish from. */
function offline(name, act, prefix = '/some/prefix/') {
  test(name, { timeout: 90_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-site-'));
    // No age: what a new visit gets is up to the site, not to the browser's memory.
    const site = await serve(dist(), prefix, { age: 0 });
    try {
      await stay(site, GONE, (reader) => act(reader, site, folder));
    } finally {
      await site.close();
      await rm(folder, { recursive: true });
    }
  });
}

/** Waits until the page is kept whole and its worker answers for it. */
async function isKept(reader, builds = 1) {
  await eventually(async () => {
    assert.equal((await kept(reader)).length, builds, 'builds that are kept');
    assert.ok(await reader.page.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'a worker');
  }, 15_000);
}

/** Waits until the next build's worker has come, has kept its build and is at work. */
async function isRenewed(reader) {
  await reader.page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()));
  await isKept(reader, 2);
  await eventually(async () => assert.deepEqual(await reader.page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
    return [installing?.state, waiting?.state, active?.state];
  }), [undefined, undefined, 'activated']), 15_000);
}

const kept = (reader) => reader.page.evaluate(() => caches.keys());

/** The names of the front page's own files, as it loaded them. */
const pieces = (page) => page.evaluate(() => performance.getEntriesByType('resource')
  .map(({ name }) => name).filter((name) => /dateline-[0-9a-f]{16}\.\w+$/.test(name)));

/**
 * The next build: other styles, script and program, under other names, with all that names them.
 * The old ones are gone, as they are after a deployment.
 */
async function nextBuild(folder, mark) {
  await cp(dist(), folder, { recursive: true });
  const hash = (kind, bytes) => createHash(kind).update(bytes);
  const changes = new Map();
  const change = async (name, more) => {
    const old = await readFile(join(folder, name));
    let bytes = old;
    if (name.endsWith('.js')) bytes = Buffer.from(renamed(old.toString()));
    bytes = Buffer.concat([bytes, more]);
    const next = name.replace(/[0-9a-f]{16}/, hash('sha256', bytes).digest('hex').slice(0, 16));
    await rename(join(folder, name), join(folder, next));
    await writeFile(join(folder, next), bytes);
    changes.set(name, next);
    for (const kind of ['sha256', 'sha384']) {
      changes.set(hash(kind, old).digest('base64'), hash(kind, bytes).digest('base64'));
    }
  };
  const renamed = (text) => [...changes].reduce((text, [old, next]) => text.replaceAll(old, next), text);
  const own = (await readdir(folder)).filter((name) => /^dateline-[0-9a-f]{16}\.\w+$/.test(name));
  const ending = (end) => own.find((name) => name.endsWith(end));
  // An empty section of the program's own: its name is the mark.
  await change(ending('.wasm'), Buffer.concat([Buffer.from([0, mark.length + 1, mark.length]), Buffer.from(mark)]));
  await change(ending('.js'), Buffer.from(`\nwindow.build = ${JSON.stringify(mark)};\n`));
  for (const name of ['index.html', 'sw.js']) {
    const old = await readFile(join(folder, name), 'utf8');
    let text = renamed(old);
    if (name === 'index.html') {
      const [, style] = /<style>([\s\S]*?)<\/style>/.exec(text);
      const next = `${style}:root{--build:${mark}}`;
      text = text.replace(style, next).replace(hash('sha256', style).digest('base64'), hash('sha256', next).digest('base64'));
    }
    if (name === 'sw.js') text = text.replace(/(version"?:")[0-9a-f]{16}/, `$1${hash('sha256', mark).digest('hex').slice(0, 16)}`);
    await writeFile(join(folder, name), text);
    for (const kind of ['sha256', 'sha384']) {
      changes.set(hash(kind, old).digest('base64'), hash(kind, text).digest('base64'));
    }
  }
}

/** Which build the page's script and styles are of; null is the first one. */
const build = (page) => page.evaluate(() => [
  window.build ?? null, getComputedStyle(document.documentElement).getPropertyValue('--build').trim() || null,
]);

offline('after one visit the page opens without a network, with any state', async (reader, site) => {
  await reader.open('');
  const counts = await reader.countsAgree();
  await isKept(reader);
  await site.close();
  await reader.page.reload();
  await reader.ready();
  assert.deepEqual(await reader.countsAgree(), counts);
  await reader.page.goto('about:blank');
  await reader.open('#/?view=list');
  await reader.openListed('article');
  await reader.page.goto(`${site.address}index.html#/?view=compare`);
  await reader.ready();
  assert.equal((await reader.state()).view, 'compare');
});

offline('without a network a page of an event leads to the event in the explorer', async (reader, site) => {
  await reader.open('');
  const [id] = await reader.listedIds('event');
  await isKept(reader);
  await site.close();
  await reader.page.goto(`${site.address}events/${encodeURIComponent(id)}.html`);
  await reader.ready();
  await reader.stateIs('event', id);
});

offline('a new version under an open page: the old keeps its pieces, the next visit is all new', async (reader, site, folder) => {
  const { page } = reader;
  await reader.open('');
  await isKept(reader);
  const old = await pieces(page);
  assert.ok(old.length >= 2, `pieces: ${old}`);

  await nextBuild(folder, 'second');
  site.publish(folder);
  for (const address of old) assert.equal(await status(site, address), 404, 'the host has it no more');
  await isRenewed(reader);
  assert.deepEqual(await build(page), [null, null]);
  assert.deepEqual(await statuses(page, old), old.map(() => 200), 'the open page finds all its pieces');
  await reader.show('list');
  await reader.openListed('article');

  const second = await page.context().newPage();
  await second.goto(site.address);
  await second.waitForFunction(() => window.dateline?.ready);
  assert.deepEqual(await build(second), ['second', 'second']);
  const next = await pieces(second);
  assert.ok(next.length >= 2 && next.every((address) => !old.includes(address)), `all new: ${next}`);
  assert.deepEqual(await statuses(page, old), old.map(() => 200), 'and still does');

  // Without a network the newest whole build answers, whole.
  await site.close();
  await second.reload();
  await second.waitForFunction(() => window.dateline?.ready);
  assert.deepEqual(await build(second), ['second', 'second']);
});

offline('what nobody uses any more is forgotten', async (reader, site, folder) => {
  const { page } = reader;
  await reader.open('');
  await isKept(reader);
  await nextBuild(folder, 'second');
  site.publish(folder);
  await isRenewed(reader);
  await page.goto('about:blank');
  await reader.open('');
  await isKept(reader, 1);
  assert.deepEqual(await build(page), ['second', 'second']);
});

offline('a build that is not whole on the host is not kept, and the old one stays', async (reader, site, folder) => {
  const { page } = reader;
  await reader.open('');
  await isKept(reader);
  const [first] = await kept(reader);
  await nextBuild(folder, 'second');
  const program = (await readdir(folder)).find((name) => /^dateline-[0-9a-f]{16}\.wasm$/.test(name));
  await rm(join(folder, program));
  site.publish(folder);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {}));
  await eventually(() => assert.ok(site.requests.includes(`/some/prefix/${program}`), 'it was tried'));
  await eventually(async () => assert.deepEqual(await kept(reader), [first]));
  await site.close();
  await page.reload();
  await reader.ready();
  assert.deepEqual(await build(page), [null, null]);
});

offline('two sites of one origin leave each other’s pages alone', async (reader, site) => {
  await reader.open('');
  await isKept(reader);
  await reader.page.evaluate(() => caches.open('dateline of somebody else'));
  await reader.page.goto('about:blank');
  await reader.open('');
  assert.ok((await kept(reader)).includes('dateline of somebody else'));
});

test('a first visit asks for every file once, for its worker too', { timeout: 90_000 }, async () => {
  const site = await serve(dist());
  try {
    await stay(site, {}, async (reader) => {
      await reader.open('');
      await isKept(reader);
    });
    const hashed = site.requests.filter((path) => /-[0-9a-f]{16}\.\w+$/.test(path));
    assert.ok(hashed.length >= 3, `files: ${hashed}`);
    assert.deepEqual(hashed, [...new Set(hashed)]);
  } finally {
    await site.close();
  }
});

offline('in a frame nothing is kept', async (reader, site, folder) => {
  await cp(dist(), folder, { recursive: true });
  await writeFile(join(folder, 'host.html'),
    '<!doctype html><meta charset=utf-8><title>Host</title><iframe title=Explorer src="./" width=1200 height=800></iframe>');
  site.publish(folder);
  await reader.page.goto(`${site.address}host.html`);
  const frame = reader.page.frameLocator('iframe');
  await frame.locator('#dateline[data-state="ready"]').waitFor();
  await reader.page.waitForTimeout(1500);
  const found = await reader.page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
  assert.deepEqual(found, [0, 0]);
});

test('the manifest names the site, and its icons are there in their sizes', async () => {
  const manifest = JSON.parse(await readFile(join(dist(), 'site.webmanifest'), 'utf8'));
  assert.ok(manifest.name && manifest.short_name && manifest.display);
  for (const { src, sizes, type } of manifest.icons) {
    const bytes = await readFile(join(dist(), src));
    if (type !== 'image/png') continue;
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    assert.equal(`${width}x${height}`, sizes);
  }
  for (const size of ['192x192', '512x512']) assert.ok(manifest.icons.some(({ sizes }) => sizes === size), size);
});

async function status(site, address) {
  return (await fetch(address)).status;
}

function statuses(page, addresses) {
  return page.evaluate((addresses) =>
    Promise.all(addresses.map(async (address) => (await fetch(address)).status)), addresses);
}
