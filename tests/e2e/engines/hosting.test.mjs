// Where the site may lie and what is left of it without a network or without scripts, in every engine.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inEveryEngine, site } from './journeys.mjs';
import { soon } from './reader.mjs';

const copy = site();

inEveryEngine(copy, (journey) => {
  const path = (reader) => reader.run(() => decodeURI(location.pathname));

  const file = () => pathToFileURL(join(copy.folder, 'dateline.html')).href;
  journey('the single file opens from the disk, with its state in its address, and Back walks it', { own: ['file:'] }, async (reader, { served }) => {
    await reader.open(file());
    const { articles, events } = await reader.countsAgree();
    assert.ok(articles > 0 && events > 0);
    await reader.show('list');
    const article = await reader.openListed('article');
    assert.match(await reader.hash(), /view=list/);
    await reader.back();
    await reader.stateIs('article', null);
    await reader.back();
    await reader.stateIs('view', 'story');
    await reader.forward();
    await reader.forward();
    await reader.stateIs('article', article);
    await reader.reload();
    await reader.stateIs('article', article);
    await reader.open(`${file()}#/?view=compare&q=talks`);
    const { view, q } = await reader.state();
    assert.deepEqual({ view, q }, { view: 'compare', q: 'talks' });
    await reader.countsAgree();
    const asked = await reader.run(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name)));
    assert.deepEqual(asked, [], 'nothing else is asked for');
    assert.deepEqual(served.requests, []);
    assert.equal(await reader.run(async () => (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length ?? 0), 0, 'no worker');
  });

  for (const prefix of ['/', '/with space & ümlaut/']) {
    journey(`the page works under ${prefix}`, { prefix }, async (reader, { served }) => {
      await reader.open(`${served.address}#/?view=list`);
      assert.equal((await reader.state()).view, 'list');
      await reader.countsAgree();
      const article = await reader.openListed('article');
      assert.equal(await path(reader), prefix);
      await reader.reload();
      assert.equal((await reader.state()).article, article);
    });
  }

  journey('without its slash, and by its file, the page opens with its state', {}, async (reader, { served }) => {
    for (const address of [served.address.slice(0, -1), `${served.address}index.html`, `${served.address}?utm_source=letter`]) {
      await reader.open(`${address}#/?view=compare`);
      assert.equal((await reader.state()).view, 'compare', address);
      await reader.countsAgree();
    }
  });

  for (const [what, lost, view] of [['an old address', 'old/place/#/?view=list', 'list'], ['a state without its hash', 'explore/?view=compare', 'compare'], ['broken escapes', '%E0%A4%A/%ff', 'story']]) {
    journey(`${what} that is not there leads back into the page`, {}, async (reader, { served }) => {
      await reader.session.open(served.address + lost);
      await soon(async () => assert.equal(await path(reader), '/some/prefix/'));
      await reader.ready();
      assert.equal((await reader.state()).view, view);
      await reader.countsAgree();
    });
  }

  journey('after the first visit the page opens without a network, and pages that are not kept lead into it', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const counts = await reader.countsAgree();
    const [event] = await reader.listed('event');
    await soon(async () => assert.deepEqual(await reader.run(async () => [(await caches.keys()).length, Boolean(navigator.serviceWorker.controller)]), [1, true]));
    // In every engine a host that is gone is as good as a network that is gone.
    await served.close();
    await reader.reload();
    assert.deepEqual(await reader.countsAgree(), counts);
    await reader.open(`${served.address}#/?view=list`);
    await reader.openListed('article');
    await reader.open(`${served.address}events/${encodeURIComponent(event)}.html`);
    await reader.stateIs('event', event);
    assert.equal(await path(reader), '/some/prefix/');
  });

  journey('without scripts a reader goes from the list to an event, to an article and back to all events', { scripts: false }, async (reader, { served }) => {
    const { session } = reader;
    const element = (selector) => session.send('element', { using: 'css selector', value: selector });
    const text = async (selector) => session.text(await element(selector));
    await session.open(served.address);
    assert.equal(await session.attribute(await element('#dateline'), 'data-state'), 'loading', 'no script has run');
    assert.ok(await session.isShown(await element('.timeline img')), 'the picture of the timeline');
    const title = await text('.day a.row .title');
    await session.click(await element('.day a.row'));
    await soon(async () => assert.equal(await text('h1'), title));
    await session.click(await element('section.told a'));
    await soon(async () => assert.match(await session.get('url'), /\/articles\//));
    await soon(async () => assert.ok((await text('.rows')).includes(title), 'the article leads back to the event'));
    await session.click(await element('nav[aria-label="Lists"] a[href$="events.html"]'));
    await soon(async () => assert.ok((await text('main')).includes(title)));
    assert.match(await session.get('url'), /\/events\.html$/);
  });

  journey('a page without scripts leads into the explorer, to the same article', {}, async (reader, { served }) => {
    await reader.session.open(`${served.address}articles.html`);
    await reader.click('.rows a');
    await soon(async () => assert.match(await path(reader), /\/articles\//));
    const [title] = await reader.texts('h1');
    await reader.button(/open in the explorer/i);
    await soon(async () => assert.equal(await path(reader), '/some/prefix/'));
    await reader.ready();
    await soon(async () => assert.ok((await reader.texts('section[aria-label="Reader"]'))[0].includes(title)));
  });
});
