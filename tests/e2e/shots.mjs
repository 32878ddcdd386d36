// Screenshots of the built page for the people who judge how it looks.
// node shots.mjs FOLDER
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DESKTOP, dist, launch, PHONE, visit } from './harness.mjs';
import { serve } from './server.mjs';

const SIZES = [['desktop', { size: DESKTOP }], ['phone', { size: PHONE, phone: true, scale: 2 }]];

const SCENES = [
  ['front', async () => {}],
  ['event', async (reader) => go(reader, { event: (await reader.listedIds('event'))[0] })],
  ['article', async (reader) => {
    await go(reader, { view: 'list' });
    await go(reader, { article: (await reader.listedIds('article'))[0] });
  }],
  ['filtered', async (reader) => {
    const { entities } = await reader.facets({});
    await go(reader, { with: [entities[0][0]], without: [entities.at(-1)[0]] });
  }],
  ['nothing-found', async (reader) => go(reader, { q: 'qzxwvkj' })],
  ['compare', async (reader) => go(reader, { view: 'compare' })],
  ['filters', async (reader, phone) => {
    if (phone) await reader.filtersButton().click();
  }],
];

/** Pages beside the explorer, or what a link of theirs leads to, and whether scripts run there. */
const BESIDE = [
  ['front-without-scripts', '', false],
  ['static-events', 'events.html', false],
  ['static-event', 'events.html a[href^="events/"]', false],
  ['static-article', 'articles.html a[href^="articles/"]', false],
  ['embed-page', 'embed.html', true],
];

const out = process.argv[2];
if (!out) {
  console.error('a folder for the pictures is wanted');
  process.exit(2);
}
await mkdir(out, { recursive: true });
const site = await serve(dist());
const browser = await launch();
const all = [];
for (const [size, options] of SIZES) {
  for (const scheme of ['light', 'dark']) {
    for (const [scene, prepare] of SCENES) {
      const { context, complaints, reader } = await visit(browser, site, { ...options, scheme });
      await reader.open('');
      await prepare(reader, Boolean(options.phone));
      await reader.page.waitForTimeout(400);
      const name = `${size}-${scheme}-${scene}.png`;
      await reader.page.screenshot({ path: join(out, name) });
      all.push(...complaints.map((complaint) => `${name}: ${complaint}`));
      await context.close();
      console.log(name);
    }
    for (const [scene, where, scripts] of BESIDE) {
      const { context, complaints, reader: { page } } = await visit(browser, site, { ...options, scheme, scripts });
      const [list, link] = where.split(' ');
      await page.goto(site.address + list);
      if (link) await page.goto(await page.locator(link).nth(2).evaluate((link) => link.href));
      await page.waitForTimeout(scripts ? 1500 : 100);
      const name = `${size}-${scheme}-${scene}.png`;
      await page.screenshot({ path: join(out, name) });
      all.push(...complaints.map((complaint) => `${name}: ${complaint}`));
      await context.close();
      console.log(name);
    }
  }
}
await browser.close();
await site.close();
if (all.length > 0) {
  console.error(all.join('\n'));
  process.exit(1);
}

function go(reader, state) {
  return reader.page.evaluate((state) => window.dateline.go(state), state);
}
