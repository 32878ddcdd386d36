// The text is the reader's in every engine: selected from anywhere, copied word for word with its source,
// kept whole by reader modes. And where the page stands in somebody else's: its history, a sandbox, a disk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { around, serveHost } from '../hosts.mjs';
import { inEveryEngine, site } from './journeys.mjs';
import { PROBE } from './probe.mjs';
import { Reader, soon } from './reader.mjs';

const copy = site();
const READABILITY = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** Runs in the page: the first paragraph with a name, and points on the way from that name to its end. */
function way(place) {
  const root = place ? document.querySelector(place).shadowRoot : document;
  const name = root.querySelector('.body p [data-mention]');
  const paragraph = name.closest('p');
  name.scrollIntoView({ block: 'center' });
  const start = name.getClientRects()[0];
  const boxes = paragraph.getClientRects();
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const lines = range.getClientRects();
  const end = lines[lines.length - 1];
  return {
    name: name.textContent, paragraph: paragraph.textContent, before: paragraph.textContent.indexOf(name.textContent), boxes: boxes.length,
    points: [[start.left + 2, start.top + start.height / 2], [(start.left + end.right) / 2, (start.top + end.bottom) / 2], [end.right - 2, end.top + end.height / 2]],
    within: [[start.left + 2, start.top + start.height / 2], [start.left + start.width / 2, start.top + start.height / 2], [start.right - 2, start.top + start.height / 2]],
  };
}

/** Copies what is selected by the keys for it, and gives both flavours. */
async function copied(reader) {
  await reader.run(() => {
    delete window.copied;
    addEventListener('copy', ({ clipboardData, defaultPrevented }) => {
      window.copied = { ours: defaultPrevented, text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    }, { once: true });
  });
  await reader.session.chord('Control', 'c');
  return soon(async () => {
    const found = await reader.run(() => window.copied ?? null);
    assert.ok(found, 'something is copied');
    return found;
  });
}

inEveryEngine(copy, (journey, name) => {
  journey('a selection begins on a name, and what is copied is the words as shown, with their source', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const article = await reader.openListed('article');
    const { name, paragraph, before, points } = await reader.run(way);
    await reader.session.drag(points);
    const { ours, text, html } = await copied(reader);
    assert.ok(ours, 'the copy is ours');
    // A drag begins and ends between letters: up to two at either end.
    const from = plain(paragraph.slice(before));
    assert.ok(from.includes(plain(text)), `"${text}" is in "${from}"`);
    assert.ok(plain(text).length >= from.length - 4, `"${text}" is nearly all of "${from}"`);
    assert.ok(plain(text).startsWith(name.slice(2)) || plain(text).startsWith(name.slice(1)) || plain(text).startsWith(name), text);
    assert.match(html, /^<blockquote[^>]*>(<p>[^<]*<\/p>)+<\/blockquote><p>— <cite>[^<]*<\/cite>, <a href="[^"]*">[^<]*<\/a><\/p>$/);
    assert.equal(plain(html.replace(/<\/blockquote>.*$/s, '').replace(/<[^>]*>/g, ' ').replaceAll('&amp;', '&').replaceAll('&nbsp;', ' ')), plain(text));
    assert.ok(html.includes(`article=${encodeURIComponent(article)}`), html);
    assert.deepEqual((await reader.state()).with, [], 'a selection chooses nothing');
  });

  journey('within a name letters are selected, and a click on it still filters', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.openListed('article');
    const { name, within } = await reader.run(way);
    await reader.session.drag(within);
    const selected = await reader.run(() => getSelection().toString());
    assert.ok(selected.length > 0 && name.includes(selected), `"${selected}" of "${name}"`);
    assert.deepEqual((await reader.state()).with, []);
    await reader.run(() => getSelection().removeAllRanges());
    await reader.click('.body p [data-mention]');
    const id = await reader.run(() => document.querySelector('.body p [data-mention]').dataset.mention);
    await reader.stateIs('with', [id]);
  });

  // WebKit begins a selection beside a link, never on it.
  if (name !== 'webkit') journey('a drag over a row, in the list or in the reader, selects its words and opens nothing', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const article = await reader.openListed('article');
    for (const row of ['.list a.row[data-article] .title', '.told-here a.row .title']) {
      const { title, points } = await reader.run((selector) => {
        getSelection().removeAllRanges();
        const one = document.querySelector(selector);
        one.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.selectNodeContents(one);
        const { left, right, top, height } = range.getClientRects()[0];
        const y = top + height / 2;
        return { title: one.textContent, points: [[left + 2, y], [(left + right) / 2, y], [right - 2, y]] };
      }, row);
      await reader.session.drag(points);
      const selected = plain(await reader.run(() => getSelection().toString()));
      assert.ok(selected.length > 4 && plain(title).includes(selected), `"${selected}" of "${title}"`);
      const { article: open, event } = await reader.state();
      assert.deepEqual([open, event], [article, null], `${row}: nothing is opened`);
    }
  });

  journey('a reader mode keeps every word of every open article', { expected: /^policy: style-src/ }, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.show('list');
    for (const id of await reader.listed('article')) {
      await reader.openListed('article', id);
      await soon(async () => assert.ok((await reader.texts('.read .body p')).length > 1));
      const kept = plain(await reader.session.send('execute/sync', { script: `${READABILITY};return new Readability(document.cloneNode(true)).parse().textContent`, args: [] }));
      for (const paragraph of await reader.texts('.read .body p')) assert.ok(kept.includes(plain(paragraph)), `${id} loses: ${paragraph}`);
    }
  });

  journey('what a search leaves out is closed, and whoever types goes on typing', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.openListed('event');
    await reader.type('input[type="search"]', 'qzxwvkj');
    await reader.stateIs('q', 'qzxwvkj');
    await reader.stateIs('event', null);
    await new Promise((done) => setTimeout(done, 300));
    assert.ok(await reader.run(() => document.activeElement.matches('input[type="search"]')), 'the focus is in the search');
  });

  journey('the front page from the disk names the file to open', { own: ['file:'], expected: /^(error|console|policy)/ }, async (reader) => {
    await reader.session.open(pathToFileURL(join(copy.folder, 'index.html')).href);
    await soon(async () => {
      const [state] = await reader.run(() => [document.querySelector('#dateline').dataset.state]);
      // An engine that lets the disk's scripts in has nothing to say.
      if (state === 'ready') return;
      assert.match((await reader.texts('[role="alert"]'))[0] ?? '', /opened from the disk.*dateline\.html/i);
    });
  });

  /** A journey over somebody else's page. */
  const hosted = (title, pages, act, options = {}) => journey(title, options, async (reader, { served, places }) => {
    const own = {};
    const host = await serveHost(own);
    places.push(host.origin);
    Object.assign(own, pages(served));
    try {
      await reader.session.open(`${host.origin}/before`);
      await reader.session.open(`${host.origin}/`);
      await act(reader, host);
      await reader.session.open('about:blank');
    } finally {
      await host.close();
    }
  });
  const before = `<!doctype html><meta charset="utf-8">${PROBE}<title>Before</title><link rel="icon" href="data:,">`;

  hosted('inline in somebody else’s page, a copy has its words and its source', (served) => ({
    '/': around(served, '<dateline-explorer id="one" inline view="list"></dateline-explorer>', PROBE), '/before': before,
  }), async (reader) => {
    await soon(async () => assert.ok(await reader.run(() => Boolean(document.getElementById('one')?.ready))));
    await reader.run(() => document.getElementById('one').ready.then(() => true));
    await new Reader(reader.session, '#one').click('.list [data-article]');
    await soon(async () => assert.ok(await reader.run(() => Boolean(document.getElementById('one').shadowRoot.querySelector('.read .body p [data-mention]')))));
    await new Promise((done) => setTimeout(done, 300));
    const { paragraph, before, points } = await reader.run(way, '#one');
    await reader.session.drag(points);
    const { ours, text, html } = await copied(reader);
    assert.ok(ours, 'the copy is ours');
    assert.ok(plain(text).length > 20 && plain(paragraph.slice(before)).includes(plain(text)), text);
    assert.match(html, /<cite>[^<]+<\/cite>, <a href="[^"]*#\/\?article=/);
  });

  hosted('choices in a frame or inline are no steps of the host’s history', (served) => ({
    '/': around(served, `<dateline-explorer id="frame" src="${served.address}"></dateline-explorer><dateline-explorer id="inline" inline></dateline-explorer>`, PROBE), '/before': before,
  }), async (reader) => {
    const call = (id, name, ...args) => reader.run((id, name, args) => document.getElementById(id)[name](...args), id, name, args);
    for (const id of ['frame', 'inline']) {
      await soon(async () => assert.ok(await reader.run((id) => {
        document.getElementById(id)?.scrollIntoView();
        return Boolean(document.getElementById(id)?.ready);
      }, id)));
      await reader.run((id) => document.getElementById(id).ready.then(() => true), id);
    }
    const steps = await reader.run(() => history.length);
    for (const id of ['frame', 'inline']) {
      const { entities } = await call(id, 'facets', {}, { top: 2 });
      for (const [name] of entities) await call(id, 'go', { with: [name] });
      await call(id, 'go', { view: 'list' });
      await call(id, 'visit', '#/?view=compare');
      await soon(async () => assert.equal((await call(id, 'state')).view, 'compare'));
    }
    assert.equal(await reader.run(() => history.length), steps);
    await reader.back();
    await soon(async () => assert.equal(await reader.run(() => document.title), 'Before'));
  });

  hosted('a frame in a sandbox starts, or says why not, and what is opened in it is read', (served) => ({
    '/': `<!doctype html><meta charset="utf-8">${PROBE}<title>Host</title><link rel="icon" href="data:,"><iframe title="explorer" sandbox="allow-scripts" src="${served.address}" width="1200" height="800"></iframe>`, '/before': before,
  }), async (reader) => {
    await reader.session.enter(await reader.run(() => document.querySelector('iframe')));
    const state = () => reader.run(() => document.querySelector('#dateline')?.dataset.state);
    await soon(async () => assert.notEqual(await state(), 'loading'));
    if (name === 'webkit') {
      // There a policy's 'self' is nothing to a page whose origin is taken away.
      await soon(async () => assert.match((await reader.texts('[role="alert"]'))[0] ?? '', /keeps its program out.*the page by itself/));
      return reader.session.enter(null);
    }
    await soon(async () => assert.equal(await state(), 'ready'));
    await reader.click('.list [data-event]');
    await soon(async () => assert.ok((await reader.state()).event));
    assert.match(await reader.hash(), /event=/);
    await reader.session.enter(null);
  }, { expected: /^(console|policy|error: (script|link))/ });
});
