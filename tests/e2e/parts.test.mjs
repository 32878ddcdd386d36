// The same articles with their names, titles and texts in parts beside the program: what is fetched when, and what
// becomes of the page where a part is lost, damaged, another's, or late.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { browser, dist, eventually, PHONE, shareBrowser, site, stay } from './harness.mjs';
import { around, explorer, serveHost } from './hosts.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** What a browser says of an answer that is none. */
const LOST = { expected: /^(failed request|console: .*(404|integrity|Failed to load|ERR_))/ };
const ON_ITS_WAY = /on its way/;
const ON_ITS_WAY_ALL = /are on their way/;
const COULD_NOT = /could not be fetched/;

const folder = process.env.DATELINE_PARTED;
const isPart = (path) => path.includes('/parts/');
/** A part with texts: only they have paragraphs. Two line ends alone may be numbers in any part. */
const isText = (path, bytes) => isPart(path) && inflateSync(bytes).includes('.\n\n');
/** The part with the names: the service worker keeps it with the program. */
const [NAMES] = folder ? (await readFile(join(folder, 'sw.js'), 'utf8')).match(/(?<=parts\/)dateline-[0-9a-f]{16}\.bin/) : [];
const isNames = (path) => path.endsWith(NAMES);
const isLater = (path) => isPart(path) && !isNames(path);
const asked = (place) => place.requests.filter(isPart);

/** What is read of every article on a site, as its reader sees it. */
async function texts(reader) {
  const { total, ids } = await reader.page.evaluate(() => window.dateline.search('the', { limit: 1000 }));
  assert.equal(ids.length, total);
  const read = {};
  for (const id of ids) {
    await reader.page.evaluate((article) => window.dateline.go({ article, event: null }), id);
    await reader.stateIs('article', id);
    await eventually(async () => assert.doesNotMatch(await reader.pane().innerText(), ON_ITS_WAY));
    read[id] = await reader.pane().innerText();
  }
  return read;
}

/** Lets no such part through before what it gives is called. */
function holdBack(place, which) {
  let free;
  const late = new Promise((done) => { free = done; });
  place.spoil(async (path, bytes) => {
    if (which(path, bytes)) await late;
    return bytes;
  });
  return free;
}

/** A journey on the page in parts, with a server of its own. */
function parted(name, options, act) {
  test(name, { timeout: 90_000 }, async () => {
    const place = await serve(folder, '/some/prefix/', { age: 0 });
    try {
      assert.ok(folder, 'DATELINE_PARTED names the page in parts');
      const expected = await whole();
      await stay(place, options, (reader) => act(reader, place, expected));
    } finally {
      await place.close();
    }
  });
}

/** What the site that has nothing beside its program tells; asked once. */
let told;
const whole = () => told ??= (async () => {
  let found;
  await stay(site, {}, async (reader) => {
    await reader.open('');
    found = { texts: await texts(reader), facets: await reader.facets({}) };
    await reader.open('');
    found.event = await reader.openListed('event');
    found.eventText = await reader.pane().innerText();
    await reader.open('');
    await reader.openListed('article');
    found.title = await reader.pane().getByRole('heading').first().innerText();
  });
  return found;
})();

parted('all is told as where nothing lies beside the program', {}, async (reader, place, whole) => {
  await reader.open('');
  assert.deepEqual(await reader.facets({}), whole.facets);
  assert.deepEqual(await texts(reader), whole.texts);
  const parts = await readdir(join(folder, 'parts'));
  const names = asked(place).map((path) => path.split('/').at(-1));
  // The worker, which keeps the names for a visit without a network, asks for them too.
  const once = names.filter((name, at) => !isNames(name) || names.indexOf(name) === at);
  assert.deepEqual(once.sort(), parts.sort(), 'each part is asked for once');
  assert.equal((await readdir(dist())).includes('parts'), false);
  await reader.open('');
  await reader.openListed('event', whole.event);
  await eventually(async () => assert.equal(await reader.pane().innerText(), whole.eventText));
});

parted('the story stands before any title is here, and titles that are late come into their places', {}, async (reader, place, whole) => {
  const free = holdBack(place, isLater);
  await reader.open('');
  assert.deepEqual(await reader.facets({}), whole.facets);
  const sentences = await reader.page.locator('.labels [data-event]').allInnerTexts();
  assert.ok(sentences.length > 2 && sentences.every((words) => words.length > 40), sentences.join());
  await reader.page.locator('[data-view="list"]').click();
  const coming = reader.page.locator('.row.coming');
  await eventually(async () => assert.ok(await coming.count() > 2));
  assert.equal(await reader.page.locator('a.row[data-article]').count(), 0, 'nothing leads nowhere');
  free();
  await coming.first().waitFor({ state: 'detached' });
  const rows = await reader.page.locator('a.row[data-article]').evaluateAll((all) => all.map((row) => row.dataset.article));
  assert.deepEqual(rows.sort(), Object.keys(whole.texts).sort());
});

parted('an event that a search finds by its title is shown before the titles and texts of its articles are here', {}, async (reader, place) => {
  const free = holdBack(place, isLater);
  await reader.open('');
  const first = reader.page.locator('#list a.row[data-event]').first();
  const id = await first.getAttribute('data-event');
  const words = (await first.locator('.title').innerText()).match(/\p{L}{7,}/gu);
  await reader.page.locator('#search').fill(words.join(' '));
  await reader.page.locator(`#list a.row[data-event="${id}"] mark`).first().waitFor();
  assert.equal(await reader.page.getByText('No article matches').count(), 0);
  // The tab counts what stands under it, and the timeline says what it waits for.
  const rows = await reader.page.locator('#list a.row[data-event]').count();
  assert.equal(await reader.page.locator('.tabs [aria-current="true"] span').innerText(), String(rows));
  await reader.page.locator('.timeline-offer').getByText(ON_ITS_WAY_ALL).waitFor();
  free();
  await reader.page.locator('[data-searching]').waitFor({ state: 'detached' });
  await reader.page.locator(`#list a.row[data-event="${id}"] mark`).first().waitFor();
  assert.equal(await reader.page.locator('.timeline-offer').count(), 0);
});

/** Goes to the page and waits until its first views stand. */
async function stands(reader, hash = '') {
  await reader.page.goto(`${reader.site.address}${hash}`);
  await reader.page.locator('#dateline[data-state="ready"]').waitFor({ state: 'attached' });
}

parted('the story stands before the names are here, and what is chosen by then is done when they come', {}, async (reader, place, whole) => {
  const [[id]] = whole.facets.entities;
  const free = holdBack(place, isNames);
  await stands(reader, `#/?with=${id}`);
  const { page } = reader;
  assert.ok(await page.locator('.labels [data-event]').count() > 2);
  assert.equal(await page.locator('[data-entity]').count(), 0, 'no name is here');
  await page.locator('[data-view="list"]').click();
  await page.getByRole('status').filter({ hasText: /on their way/ }).waitFor();
  free();
  await reader.ready();
  await reader.stateIs('with', [id]);
  await reader.stateIs('view', 'list');
  await reader.countsAgree();
});

parted('names that are lost cost a notice and a retry', LOST, async (reader, place, whole) => {
  place.spoil((path, bytes) => (isNames(path) ? null : bytes));
  await stands(reader);
  const again = reader.page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  assert.equal(await again.count(), 1, 'it is said once');
  place.spoil((path, bytes) => bytes);
  await again.click();
  await again.waitFor({ state: 'detached' });
  await reader.ready();
  assert.deepEqual(await reader.facets({}), whole.facets);
});

for (const known of [true, false]) {
  const does = known ? 'an article whose title is late waits for it' : 'nothing says so once all titles are here';
  parted(`a link to ${does}`, {}, async (reader, place, whole) => {
    const [id] = Object.keys(whole.texts);
    const article = known ? id : 'no-such-article';
    const said = reader.page.getByRole('status').filter({ hasText: article });
    const free = holdBack(place, isLater);
    await reader.open(`#/?article=${article}`);
    assert.match(await reader.pane().innerText(), ON_ITS_WAY);
    assert.equal(await said.count(), 0);
    free();
    if (!known) return said.waitFor();
    await reader.stateIs('article', id);
    await eventually(async () => assert.equal(await reader.pane().innerText(), whole.texts[id]));
  });
}

parted('the page answers before any text is here, and a text that is late comes into its place', {}, async (reader, place, whole) => {
  const free = holdBack(place, isText);
  await reader.open('');
  assert.deepEqual(await reader.facets({}), whole.facets);
  const { id, count } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  assert.equal((await reader.countsAgree()).articles, count);
  const article = await reader.openListed('article');
  await eventually(async () => assert.match(await reader.pane().innerText(), ON_ITS_WAY));
  free();
  await eventually(async () => assert.equal(await reader.pane().innerText(), whole.texts[article]));
});

parted('a search finds what is here, says how far the texts are, and finds all when they are here', {}, async (reader, place, whole) => {
  let freeTitles;
  let freeTexts;
  const titles = new Promise((done) => { freeTitles = done; });
  const texts = new Promise((done) => { freeTexts = done; });
  place.spoil(async (path, bytes) => {
    if (isLater(path)) await (isText(path, bytes) ? texts : titles);
    return bytes;
  });
  await reader.open('');
  await reader.searchFor(whole.title);
  const status = reader.page.locator('[data-searching]');
  await status.waitFor();
  assert.match(await status.innerText(), /found in the \d+ % that is here/i);
  const { articles: none } = await reader.countsAgree();
  assert.equal(none, 0, 'no title is here');
  freeTitles();
  await eventually(async () => assert.equal((await reader.countsAgree()).articles, 1, 'a title is found before any text is here'));
  await reader.searchFor('the');
  const { articles } = await reader.countsAgree();
  freeTexts();
  await status.waitFor({ state: 'detached' });
  const { articles: all } = await reader.countsAgree();
  assert.equal(all, Object.keys(whole.texts).length);
  assert.ok(articles < all, `${articles} titles, ${all} texts`);
  await eventually(async () => assert.ok(await reader.page.locator('mark').filter({ visible: true }).count() > 0));
});

for (const [what, spoil] of [
  ['lost', () => null],
  ['truncated', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['another’s', () => Buffer.from('<!doctype html><title>A page of the host</title>')],
]) {
  parted(`a part that is ${what} costs a notice and a retry`, LOST, async (reader, place, whole) => {
    place.spoil((path, bytes) => (isText(path, bytes) ? spoil(bytes) : bytes));
    await reader.open('');
    const article = await reader.openListed('article');
    const again = reader.pane().getByRole('button', { name: 'Try again' }).first();
    await again.waitFor();
    assert.match(await reader.pane().innerText(), COULD_NOT);
    // All else goes on.
    assert.deepEqual(await reader.facets({}), whole.facets);
    await reader.closePane().click();
    await reader.stateIs('article', null);
    await reader.openListed('article', article);
    await again.waitFor();
    place.spoil((path, bytes) => bytes);
    await again.click();
    await eventually(async () => assert.equal(await reader.pane().innerText(), whole.texts[article]));
  });
}

parted('a newer version is published under an open page: what is gone is said, and the newer one leads to the same place', { size: PHONE, phone: true, ...LOST }, async (reader, place, whole) => {
  const { page } = reader;
  await reader.open('');
  // The same articles, with nothing beside the program.
  place.publish(dist());
  const article = await reader.openListed('article');
  const anew = reader.pane().getByRole('button', { name: 'Load the page anew' });
  await anew.waitFor();
  await Promise.all([page.waitForEvent('load'), anew.click()]);
  await reader.ready();
  await reader.stateIs('article', article);
  // What heads a phone's reader differs.
  const end = whole.texts[article].slice(-500);
  await eventually(async () => assert.ok((await reader.pane().innerText()).endsWith(end)));
});

parted('titles that are lost cost a notice and a retry', LOST, async (reader, place, whole) => {
  place.spoil((path, bytes) => (isLater(path) ? null : bytes));
  await reader.open('');
  const again = reader.page.locator('.chips').getByRole('button', { name: 'Try again' });
  await again.waitFor();
  assert.deepEqual(await reader.facets({}), whole.facets);
  place.spoil((path, bytes) => bytes);
  await again.click();
  await again.waitFor({ state: 'detached' });
  assert.deepEqual(await texts(reader), whole.texts);
});

parted('what was read is there without a network, and all where the reader wants it', LOST, async (reader, place, whole) => {
  const { page } = reader;
  await reader.open('');
  await eventually(async () => assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'a worker'), 15_000);
  const keep = page.locator('[data-keep]');
  assert.match(await keep.innerText(), /keep all of it offline, \d+\.\d MB/i);
  await keep.click();
  await eventually(async () => assert.match(await keep.innerText(), /is kept for reading offline/), 15_000);
  await place.close();
  await page.reload();
  await reader.ready();
  assert.deepEqual(await texts(reader), whole.texts);
});

parted('names are there without a network, though nothing was read', LOST, async (reader, place, whole) => {
  await reader.open('');
  await eventually(async () => assert.ok(await reader.page.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'a worker'), 15_000);
  await place.close();
  await reader.page.reload();
  await reader.ready();
  assert.deepEqual(await reader.facets({}), whole.facets);
});

parted('inside somebody else’s page the explorer answers once the names are here', {}, async (reader, place, whole) => {
  const free = holdBack(place, isNames);
  const host = await serveHost({ '/': around(place, '<dateline-explorer id="inline" inline></dateline-explorer>') });
  const page = await browser.newPage();
  try {
    await page.goto(host.origin);
    await eventually(async () => assert.ok(place.requests.some(isNames)));
    // Time enough for all else.
    await page.waitForTimeout(800);
    free();
    const { entities } = await (await explorer(page, 'inline')).call('facets', {});
    assert.deepEqual(entities, whole.facets.entities);
  } finally {
    await page.close();
    await host.close();
  }
});

parted('on a phone an event is read with its sentences', { size: PHONE, phone: true }, async (reader, place, whole) => {
  await reader.open('');
  await reader.openListed('event', whole.event);
  await eventually(async () => assert.ok(await reader.pane().locator('blockquote').count() > 0));
});

parted('the one file has nothing beside it', {}, async (reader, place, whole) => {
  await reader.page.goto(`${place.address}dateline.html`);
  await reader.ready();
  assert.deepEqual(await texts(reader), whole.texts);
  assert.deepEqual(asked(place), []);
  assert.equal(await reader.page.locator('[data-keep]').count(), 0);
});
