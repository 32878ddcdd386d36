// `cargo xtask bench studio`: what the studio costs with a folder of articles, from the drop to what is saved. Times
// are taken in the page, from what an editor does to the page that shows it; memory is that of the page's process,
// with frame and worker, as the system counts it (Linux).
import { readdirSync } from 'node:fs';
import { launch } from './harness.mjs';
import { held } from './memory.mjs';
import { serve } from './server.mjs';

const [dist, ...folders] = process.argv.slice(2);

/** What must be reached with so many articles: seconds, megabytes. */
const GOALS = { 1000: { 'first view': 8, 'memory until then': 400, 'title of an article': 0.5, 'date of an event': 0.5, 'two names merged': 0.5 } };

const site = await serve(dist);
const rows = [];
for (const folder of folders) {
  const browser = await launch();
  try {
    await measure(browser, folder);
  } finally {
    await browser.close();
  }
}
await site.close();
const width = Math.max(...rows.map(([, name]) => name.length));
for (const [articles, name, value, unit, goal] of rows) {
  const judged = goal === undefined ? '' : `  goal ${goal}${value > goal ? ', missed' : ''}`;
  console.log(`${String(articles).padStart(6)}  ${name.padEnd(width)}  ${value.toFixed(unit === 'MB' ? 0 : 2).padStart(8)} ${unit}${judged}`);
}

async function measure(browser, folder) {
  const articles = readdirSync(folder).length;
  const row = (name, value, unit = 's') => rows.push([articles, name, value, unit, GOALS[articles]?.[name]]);
  const memory = await watched(browser);
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => { throw error; });
  await page.goto(`${site.address}studio.html`);
  // The program is warm, as for who has looked for the folder.
  await page.waitForTimeout(3000);

  /** Seconds from the next event of this kind to the page that is made after it, ready. */
  const made = async (kind, act) => {
    await page.evaluate((kind) => {
      const before = document.body.dataset.made;
      window.took = new Promise((done) => addEventListener(kind, () => {
        const start = performance.now();
        const look = () => {
          const shown = document.querySelector('#made iframe')?.contentDocument;
          const isReady = document.body.dataset.made !== before && shown?.querySelector('[data-state=ready]');
          if (isReady) done((performance.now() - start) / 1000);
          else setTimeout(look, 4);
        };
        look();
      }, { capture: true, once: true }));
    }, kind);
    await act();
    const took = await page.evaluate(() => window.took);
    const failed = page.locator('#failed');
    if (await failed.isVisible()) throw new Error(await failed.innerText());
    return took;
  };
  const shown = page.frameLocator('#made iframe');
  const dialog = page.locator('dialog[open]');
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  const open = (what) => shown.locator('body').evaluate((_, what) => window.dateline.ready.then(() => window.dateline.go(what)), what);
  const save = () => made('click', () => dialog.getByRole('button', { name: 'Save', exact: true }).click());

  row('first view', await made('change', () => page.locator('#folder').setInputFiles(folder)));
  row('memory until then', memory.most(), 'MB');
  const first = await shown.locator('body').evaluate(() => window.dateline.ready.then(() => ({
    article: window.dateline.search('the', { limit: 1 }).then(({ ids }) => ids[0]),
    event: document.querySelector('[data-event]').dataset.event,
    names: window.dateline.facets({}, { top: 9 }).entities.map(([, name]) => name),
  })).then(async ({ article, ...rest }) => ({ article: await article, ...rest })));
  await open({ article: first.article });
  await press('Correct this article');
  await dialog.getByLabel('Title', { exact: true }).fill('Another title of the editor');
  row('title of an article', await save());
  await open({ article: null, event: first.event });
  await press('Correct this event');
  await dialog.getByLabel('Date', { exact: true }).fill('2024-05-05');
  row('date of an event', await save());
  await press('Correct a name');
  await dialog.getByLabel('Name', { exact: true }).fill(first.names[3]);
  await dialog.locator('[value=same]').check();
  await dialog.getByLabel('The other').fill(first.names[0]);
  row('two names merged', await save());
  row('undone', await made('click', () => press('Undo')));

  for (const [button, what] of [['Save as one file', 'saved as one file'], ['Save as a site', 'saved as a site']]) {
    const start = performance.now();
    const [download] = await Promise.all([page.waitForEvent('download'), press(button)]);
    row(what, (performance.now() - start) / 1000);
    await download.delete();
  }
  row('memory until the end', memory.most(), 'MB');
  memory.end();
  await context.close();
}

/**
 * Megabytes that the largest process of pages has held at most until now, of its own: the browser's files, some 120 MB
 * more, are there once for all its pages.
 */
async function watched(browser) {
  const session = await browser.newBrowserCDPSession();
  let most = 0;
  const look = async () => {
    const now = await held(session, ['RssAnon', 'RssShmem']);
    most = Math.max(most, now);
  };
  const timer = setInterval(() => look().catch(() => {}), 100);
  return { most: () => most, end: () => clearInterval(timer) };
}
