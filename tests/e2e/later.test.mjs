// What only later views need comes in a module of its own, once the page stands: what becomes of the page while that is
// late, where it is lost, damaged or another's, and where the site was published anew meanwhile.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, DESKTOP, eventually, PHONE, shareBrowser, stay } from './harness.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** What a browser says of an answer that is none. */
const LOST = { expected: /^(failed request|console: .*(404|integrity|Failed to load|ERR_))/ };
const isLater = (path) => /\/dateline-later-[0-9a-f]{16}\.wasm$/.test(path);

/** Lets the second module through only when what this gives is called. */
function holdBack(place) {
  let free;
  const late = new Promise((done) => { free = done; });
  place.spoil(async (path, bytes) => {
    if (isLater(path)) await late;
    return bytes;
  });
  return free;
}

/** A journey with a server of its own; `types` are what it tells of endings. */
function journey(name, options, act) {
  test(name, { timeout: 90_000 }, async () => {
    const place = await serve(dist(), '/some/prefix/', { age: 0, types: options.types });
    try {
      await stay(place, options, (reader) => act(reader, place));
    } finally {
      await place.close();
    }
  });
}

/** How often the page itself asks for the second module; its service worker asks for every file too. */
function asked(reader) {
  const paths = [];
  reader.page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return () => paths.filter(isLater).length;
}

/** Goes to the page and waits until its first views stand. */
async function stands(reader, hash = '') {
  await reader.page.goto(`${reader.site.address}${hash}`);
  await reader.page.locator('#dateline[data-state="ready"]').waitFor({ state: 'attached' });
}

const said = (reader, words) => reader.page.getByRole('status').filter({ hasText: words });
const rows = (reader) => reader.page.locator('#list a.row');

journey('the second module is asked for by the first, once, and nothing before it names it', {}, async (reader, place) => {
  const times = asked(reader);
  await reader.open('');
  const later = place.requests.findIndex(isLater);
  const first = place.requests.findIndex((path) => path.endsWith('.wasm') && !isLater(path));
  assert.ok(first >= 0 && first < later, place.requests.join());
  assert.equal(times(), 1);
  assert.doesNotMatch(await readFile(join(dist(), 'index.html'), 'utf8'), /dateline-later-/);
});

for (const [where, size] of [['a desk', DESKTOP], ['a phone', PHONE]]) {
  journey(`on ${where} what is clicked before the second module is here is done when it comes`, { size, phone: size === PHONE }, async (reader, place) => {
    const free = holdBack(place);
    await stands(reader);
    assert.ok(await rows(reader).count() > 2);
    assert.ok(await reader.page.locator('.timeline svg path').count() > 0, 'the timeline is drawn');
    assert.equal(await said(reader, /on their way/).count(), 0, 'nobody has asked for anything');
    const id = await rows(reader).first().getAttribute('data-event');
    await rows(reader).first().click();
    await said(reader, /on their way/).waitFor();
    assert.equal(await reader.hash(), '');
    free();
    await reader.ready();
    await reader.stateIs('event', id);
    await reader.pane().getByRole('heading', { level: 2 }).first().waitFor();
    await eventually(async () => assert.equal(await reader.page.evaluate(() => document.activeElement.tagName), 'H2'));
    assert.equal(await said(reader, /on their way/).count(), 0);
    await reader.page.goBack();
    await reader.stateIs('event', null);
  });
}

journey('words that are typed, days and lists that are chosen before it is here are all kept', {}, async (reader, place) => {
  const free = holdBack(place);
  await stands(reader);
  await reader.page.locator('#search').fill('the');
  await reader.page.locator('[data-view="list"]').click();
  await reader.page.getByRole('button', { name: /^all years/i }).click();
  await said(reader, /on their way/).waitFor();
  free();
  await reader.ready();
  await reader.stateIs('q', 'the');
  await reader.stateIs('view', 'list');
  await reader.stateIs('years', 'all');
  await reader.countsAgree();
});

journey('a link to an event shows the story until it is here, and then the event', {}, async (reader, place) => {
  await reader.open('');
  const id = await reader.openListed('event');
  const free = holdBack(place);
  await reader.page.goto('about:blank');
  await stands(reader, `#/?event=${encodeURIComponent(id)}`);
  assert.ok(await rows(reader).count() > 2);
  assert.match(reader.hash(), /event=/);
  free();
  await reader.ready();
  await reader.stateIs('event', id);
  await reader.pane().getByRole('heading', { level: 2 }).first().waitFor();
});

for (const [what, spoil] of [
  ['lost', () => null],
  ['truncated', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['another’s', () => Buffer.from('<!doctype html><title>A page of the host</title>')],
]) {
  journey(`a second module that is ${what} costs one notice and a retry`, LOST, async (reader, place) => {
    const times = asked(reader);
    place.spoil((path, bytes) => (isLater(path) ? spoil(bytes) : bytes));
    await stands(reader);
    const again = reader.page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    assert.equal(await again.count(), 1);
    await said(reader, /could not be fetched/).waitFor();
    assert.equal(times(), 2, 'it was asked for once more');
    // What stands goes on, and what is asked for is not forgotten.
    assert.ok(await rows(reader).count() > 2);
    const id = await rows(reader).first().getAttribute('data-event');
    await rows(reader).first().click();
    await again.click();
    await again.waitFor();
    place.spoil((path, bytes) => bytes);
    await again.click();
    await again.waitFor({ state: 'detached' });
    await reader.ready();
    await reader.stateIs('event', id);
    await reader.countsAgree();
  });
}

journey('a server that does not know the type of programs serves both modules', { types: { '.wasm': 'application/octet-stream' } }, async (reader) => {
  const times = asked(reader);
  await reader.open('');
  await reader.openListed('event');
  assert.equal(times(), 1);
});
