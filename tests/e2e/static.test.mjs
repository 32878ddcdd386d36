// What a reader has without scripts, and before the program has come.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { DESKTOP, dist, PHONE, shareBrowser, site, stay } from './harness.mjs';

shareBrowser();

/** A page of its own. */
const on = (options, act) => stay(site, options, (reader) => act(reader.page, reader));

/** Where the parts of the page stand that are there before and after. */
const places = () => Object.fromEntries([
  '.top h1', '.inside', '.timeline', '.desk', '.list', '.chips', '.tabs', '.tabs > *', '.day h3',
  '.day .row', '.row .title', '.row .meta',
].map((selector) => {
  const { x, y, width } = document.querySelector(`#dateline ${selector}`).getBoundingClientRect();
  return [selector, [x, y, width].map(Math.round)];
}));

for (const [name, options] of [['the desktop', { size: DESKTOP }], ['a tablet', { size: { width: 900, height: 1100 } }], ['the phone', { size: PHONE, phone: true }]]) {
  test(`on ${name} the list is there before the program, which takes over without a jump`, async () => {
    await on(options, async (page, reader) => {
      let come;
      const late = new Promise((done) => { come = done; });
      await page.route('**/*.wasm', async (route) => {
        await late;
        await route.continue();
      });
      await page.addInitScript(() => {
        window.shifted = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shifted += value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(site.address, { waitUntil: 'commit' });
      await page.locator('.day .row').first().waitFor();
      const listed = await page.locator('.day .row .title').allInnerTexts();
      const was = await page.evaluate(places);
      come();
      await reader.ready();
      assert.equal(await page.locator('head style').count(), 2, 'the styles outlive the list that they stood in');
      await page.waitForTimeout(300);
      const is = await page.evaluate(places);
      for (const [selector, place] of Object.entries(was)) {
        place.forEach((value, at) => assert.ok(Math.abs(value - is[selector][at]) <= 2,
          `${selector} stood at ${place} and stands at ${is[selector]}`));
      }
      const events = await page.locator('.day .row .title').allInnerTexts();
      assert.deepEqual(listed.slice(0, events.length), events.slice(0, listed.length));
      const shifted = await page.evaluate(() => window.shifted);
      assert.ok(shifted <= 0.01, `layout shift ${shifted}`);
    });
  });
}

test('without scripts a reader goes from the list to an event, to an article and back to all events', async () => {
  await on({ scripts: false }, async (page) => {
    await page.goto(site.address);
    const row = page.locator('.day a.row').first();
    const title = await row.locator('.title').innerText();
    assert.ok(await page.locator('.timeline img').isVisible(), 'the picture of the timeline');
    assert.ok(!await page.getByRole('searchbox').isVisible(), 'no search that cannot answer');
    await row.click();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title);
    await page.locator('section.told a').first().click();
    assert.match(page.url(), /\/articles\//);
    const told = page.locator('.rows').getByRole('link', { name: title });
    assert.equal(await told.count(), 1, 'the article leads back to the event');
    await page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name: 'Events' }).click();
    assert.ok(await page.getByRole('link', { name: title }).isVisible());
  });
});

test('a page without scripts leads into the explorer, which shows the same article', async () => {
  await on({}, async (page, reader) => {
    await page.goto(site.address + 'articles.html');
    await page.locator('.rows a').first().click();
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('link', { name: 'Open in the explorer' }).click();
    await reader.ready();
    await reader.isRead(title);
  });
});

/** All pages that no script makes, by path. */
async function pages() {
  const root = dist();
  const all = new Map();
  for (const name of (await readdir(root, { recursive: true })).map((name) => name.replaceAll('\\', '/'))) {
    const text = name.endsWith('.html') ? await readFile(join(root, name), 'utf8') : '';
    if (!name.endsWith('.html') || text.includes('page.css')) all.set(name, text);
  }
  return all;
}

test('every link of every page without scripts leads to a file that is there', async () => {
  const all = await pages();
  all.set('index.html', '');
  let links = 0;
  for (const [name, text] of all) {
    for (const [, href] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|#)/.test(href)) continue;
      const path = posix.join(posix.dirname(name), href.split(/[?#]/)[0]);
      const found = all.has(path) || all.has(posix.join(path, 'index.html'));
      assert.ok(found, `${name}: ${href}`);
      links += 1;
    }
  }
  assert.ok(links > 50, `${links} links`);
});

for (const scheme of ['light', 'dark']) {
  test(`on a page without scripts, in the ${scheme} theme, text is readable and targets are large enough`, async () => {
    await on({ scheme, size: PHONE, phone: true }, async (page) => {
      const all = [...(await pages()).keys()].filter((name) => name.endsWith('.html'));
      const some = ['articles.html', 'events.html', ...['articles/', 'days/', 'events/'].map((folder) => all.find((name) => name.startsWith(folder)))];
      for (const name of some) {
        await page.goto(site.address + name);
        const { faint, small, wide } = await page.evaluate(audit);
        assert.deepEqual(faint, [], name);
        assert.deepEqual(small, [], name);
        assert.ok(!wide, `${name} is wider than the screen`);
      }
    });
  });
}

/** Texts under 4.5 to 1 on the page's ground, and targets outside sentences under 24 px. */
function audit() {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...probe.getImageData(0, 0, 1, 1).data].map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const visible = (one) => one.checkVisibility() && !one.closest('.skip');
  const faint = [...document.body.querySelectorAll('*')].filter(visible)
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => {
      const [high, low] = [light(getComputedStyle(one).color), ground].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05) < 4.5;
    }).map((one) => one.outerHTML.slice(0, 80));
  const small = [...document.querySelectorAll('a, summary')].filter(visible)
    .filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80));
  return { faint, small, wide: document.documentElement.scrollWidth > innerWidth };
}
