// The explorer inside other people's pages, in every engine: in frames and inline.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { around, serveHost } from '../hosts.mjs';
import { inEveryEngine, site } from './journeys.mjs';
import { PROBE } from './probe.mjs';
import { Reader, soon } from './reader.mjs';

const copy = site();

const HOSTILE = `<style>* { all: unset !important; color: rgb(255, 0, 0) !important; font: 60px cursive !important;
  direction: rtl !important; letter-spacing: 9px !important; text-transform: uppercase !important }
  :root { --paper: red; --ink: red; --kind: red; --accent: red; font-size: 70px }</style>`;

inEveryEngine(copy, (journey) => {
  /** A journey over somebody else's page; `pages(served, other)` gives it, by path. */
  const hosted = (title, pages, act) => journey(title, {}, async (reader, { served, places }) => {
    const own = {};
    const [host, other] = [await serveHost(own), await serveHost(own)];
    places.push(host.origin, other.origin);
    Object.assign(own, pages(served, other));
    try {
      await reader.session.open(`${host.origin}/`);
      await act(reader, host);
      await reader.session.open('about:blank');
    } finally {
      await host.close();
      await other.close();
    }
  });
  const page = (served, body, head = '') => around(served, body, PROBE + head);

  hosted('a frame gets as high as its content, stays so, and follows what is opened in it', (served) => ({
    '/': page(served, `<h1>Story</h1><dateline-explorer id="one" src="${served.address}" view="list"></dateline-explorer><p>After.</p>`),
  }), async (reader) => {
    const one = await explorer(reader, 'one');
    const height = await one.settled();
    assert.ok(height > 300, `${height} pixels`);
    await one.enter();
    const content = () => reader.run(() => [Math.ceil(document.querySelector('#dateline').getBoundingClientRect().height), document.documentElement.scrollHeight - innerHeight]);
    assert.deepEqual(await content(), [height, 0], 'nothing is left to scroll');
    await reader.click('.list [data-article]');
    await one.leave();
    await soon(async () => assert.notEqual((await one.state()).article, null));
    const reading = await one.settled();
    await one.enter();
    await soon(async () => assert.deepEqual(await content(), [reading, 0]));
    await reader.run(() => document.querySelector('section[aria-label="Reader"] button').focus());
    await reader.press('Escape');
    await one.leave();
    await one.stateIs('article', null);
    assert.equal(await one.settled(), height);
  });

  hosted('three explorers hold three states, and the program of those inline comes once', (served) => ({
    '/': page(served, `<dateline-explorer id="a" inline view="list"></dateline-explorer>
      <dateline-explorer id="b" inline></dateline-explorer><div id="c" data-dateline="${served.address}" data-view="compare"></div>`),
  }), async (reader) => {
    const [a, b, c] = [await explorer(reader, 'a'), await explorer(reader, 'b'), await explorer(reader, 'c')];
    assert.deepEqual([(await a.state()).view, (await b.state()).view, (await c.state()).view], ['list', 'story', 'compare']);
    const { entities } = await a.call('facets', {}, { top: 3 });
    await new Reader(reader.session, '#a').click(`[data-entity="${entities[0][0]}"][aria-pressed]`);
    await a.stateIs('with', [entities[0][0]]);
    await c.call('go', { without: [entities[1][0]] });
    await c.stateIs('without', [entities[1][0]]);
    assert.deepEqual([(await b.state()).with, (await b.state()).without, (await c.state()).with], [[], [], []]);
    const [shown] = await new Reader(reader.session, '#b').texts('[data-count="articles"]');
    assert.equal(shown, String((await b.call('facets')).articles));
    assert.equal(await reader.run(() => location.hash), '', 'the host’s address is its own');
    const programs = await reader.run(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length);
    assert.equal(programs, 2, 'both modules once');
  });

  hosted('an explorer that is taken away before the reader pauses leaves the others as they are', (served) => ({
    '/': page(served, '<dateline-explorer id="a" inline></dateline-explorer><dateline-explorer id="b" inline></dateline-explorer>'),
  }), async (reader) => {
    const a = await explorer(reader, 'a');
    await explorer(reader, 'b');
    await reader.run(() => {
      const gone = document.getElementById('b');
      // Its views may still be on their way.
      gone.shadowRoot.querySelector('#search')?.focus();
      gone.shadowRoot.querySelectorAll('.tabs button')[2]?.click();
      gone.remove();
      return new Promise((done) => setTimeout(done, 1000));
    });
    await a.call('go', { view: 'list' });
    await a.stateIs('view', 'list');
  });

  hosted('inline, keys work only inside', (served) => ({
    '/': page(served, '<button id="outside">Outside</button><dateline-explorer id="a" inline></dateline-explorer><dateline-explorer id="b" inline></dateline-explorer>'),
  }), async (reader) => {
    const a = await explorer(reader, 'a');
    await explorer(reader, 'b');
    await reader.run(() => {
      window.heard = [];
      document.addEventListener('keydown', ({ key }) => window.heard.push(key));
      document.getElementById('outside').focus();
    });
    const active = () => reader.run(() => [document.activeElement.id, document.activeElement.shadowRoot?.activeElement?.id ?? '']);
    const focus = (id) => reader.run((id) => document.getElementById(id).shadowRoot.querySelector('[data-timeline] a').focus(), id);
    await reader.press('/');
    assert.deepEqual(await active(), ['outside', '']);
    await focus('b');
    await reader.press('/');
    await soon(async () => assert.deepEqual(await active(), ['b', 'search']));
    await reader.press('k', 'y', 'i', 'v');
    await soon(async () => assert.equal(await reader.run(() => document.getElementById('b').shadowRoot.querySelector('input[type=search]').value), 'kyiv'));
    assert.deepEqual(await reader.run(() => window.heard), ['/'], 'only the key that was pressed outside');
    await focus('a');
    await reader.press('Home', 'Enter');
    await soon(async () => assert.notEqual((await a.state()).event, null));
    await soon(async () => assert.ok(!await reader.run(() => document.activeElement.shadowRoot?.activeElement?.closest('[data-timeline]')), 'the focus is in the event'));
    await reader.press('Escape');
    await a.stateIs('event', null);
  });

  hosted('a host with hostile style changes nothing, and nothing of ours leaks out', (served) => {
    const story = '<p id="story">Story</p><dateline-explorer id="inline" inline></dateline-explorer>';
    return { '/': page(served, `${story}<dateline-explorer id="frame" src="${served.address}"></dateline-explorer>`, HOSTILE), '/plain': page(served, story) };
  }, async (reader, host) => {
    const look = async () => {
      await (await explorer(reader, 'inline')).settled();
      await soon(async () => assert.ok(await new Reader(reader.session, '#inline').shows('.row .title')));
      return reader.run(() => {
        const row = document.getElementById('inline').shadowRoot.querySelector('.row');
        return [row, row.querySelector('.title'), row.closest('.ground')].map((element) => {
          const { color, fontSize, fontFamily, direction, letterSpacing, textTransform, display, backgroundColor } = getComputedStyle(element);
          return { color, fontSize, fontFamily, direction, letterSpacing, textTransform, display, backgroundColor };
        });
      });
    };
    const story = () => reader.run(() => JSON.stringify(['color', 'fontSize', 'direction', 'display', 'letterSpacing'].map((name) => getComputedStyle(document.getElementById('story'))[name])));
    const before = await story();
    const hostile = await look();
    assert.ok((await (await explorer(reader, 'frame')).settled()) > 300);
    assert.equal(await story(), before, 'the story looks as it did');
    assert.deepEqual(await reader.run(() => [document.title, document.adoptedStyleSheets.length, location.hash]), ['A story', 0, '']);
    await reader.session.open(`${host.origin}/plain`);
    assert.deepEqual(hostile, await look());
  });

  journey('a page of the same site calls the explorer in its frame', {}, async (reader, { served, copy }) => {
    await writeFile(join(copy.folder, 'around.html'), `<!doctype html><meta charset="utf-8">${PROBE}<title>Around</title><link rel="icon" href="data:,"><iframe title="explorer" src="./" width="1200" height="800"></iframe>`);
    await reader.session.open(`${served.address}around.html`);
    await soon(async () => assert.ok(await reader.run(() => Boolean(frames[0].dateline?.state))));
    // Objects and lists of the page around are of other classes than those in the frame.
    const [name] = await reader.run(() => frames[0].dateline.facets({}).outlets[0]);
    await reader.run((name) => setTimeout(() => frames[0].dateline.go({ view: 'list', outlet: [name] })), name);
    await soon(async () => assert.deepEqual(await reader.run(() => {
      const { view, outlet } = frames[0].dateline.state();
      return { view, outlet };
    }), { view: 'list', outlet: [name] }));
  });

  hosted('messages of a wrong origin, kind or size are not heard', (served, other) => ({
    '/': page(served, `<dateline-explorer id="one" src="${served.address}"></dateline-explorer><iframe id="evil" title="evil" src="${other.origin}/evil"></iframe>`),
    '/evil': `<!doctype html><meta charset="utf-8">${PROBE}<title>Evil</title><link rel="icon" href="data:,">`,
  }), async (reader) => {
    const one = await explorer(reader, 'one');
    const before = [await one.settled(), await one.state()];
    // Somebody else's frame, which has been given the explorer's window.
    await reader.session.enter(await reader.run(() => document.getElementById('evil')));
    await reader.run(() => {
      window.heard = [];
      addEventListener('message', ({ data }) => window.heard.push(data));
      for (const target of [parent, ...Array.from({ length: parent.frames.length }, (_, at) => parent.frames[at])].filter((one) => one !== self)) {
        for (const message of [{ type: 'hello' }, { type: 'height', value: 4321 }, { type: 'ready' }, { type: 'change', value: { hash: '#/?view=compare', state: {} } },
          { type: 'call', id: 1, call: 'go', args: [{ view: 'list' }] }]) target.postMessage({ dateline: 1, ...message }, '*');
      }
    });
    await reader.session.enter(null);
    // The page around itself, in what it says and in what it gets.
    await reader.run(() => {
      const inside = document.getElementById('one').shadowRoot.querySelector('iframe').contentWindow;
      window.answers = [];
      addEventListener('message', ({ data }) => { if (data?.type === 'answer') window.answers.push(data); });
      const calls = [['close', []], ['__proto__', []], [7, []], [null, []], ['go', []], ['go', ['view=list']], ['go', [{ view: 7 }]], ['go', [{ q: 'x'.repeat(1_000_000) }]], ['go', [{ unknown: 'a' }]],
        ['search', [7]], ['facets', [7]], ['look', [1, 2]], ['visit', [{}]], ['state', 'args'], ['state', [1]]];
      for (const data of [null, 7, 'call', [], {}, { dateline: 2, type: 'call' }, { dateline: 1 }, { dateline: 1, type: {} }]) inside.postMessage(data, '*');
      calls.forEach(([call, args], at) => inside.postMessage({ dateline: 1, type: 'call', id: 9000 + at, call, args }, '*'));
      window.asked = calls.length;
    });
    await soon(async () => assert.equal(await reader.run(() => window.answers.filter(({ id }) => id >= 9000).length), await reader.run(() => window.asked)));
    assert.deepEqual(await reader.run(() => window.answers.filter(({ id, error }) => id >= 9000 && typeof error !== 'string')), [], 'each is answered with an error');
    assert.deepEqual([await one.settled(), await one.state()], before);
    await reader.session.enter(await reader.run(() => document.getElementById('evil')));
    assert.deepEqual(await reader.run(() => window.heard), [], 'a stranger gets no answer');
    await reader.session.enter(null);
  });
});

/** An explorer in the page by its id, once it answers. */
async function explorer(reader, id) {
  await soon(async () => assert.ok(await reader.run((id) => {
    const element = document.getElementById(id);
    element?.scrollIntoView();
    return Boolean(element?.ready);
  }, id), `${id} is there`));
  await reader.run((id) => document.getElementById(id).ready.then(() => true), id);
  const call = (name, ...args) => reader.run((id, name, args) => document.getElementById(id)[name](...args), id, name, args);
  return {
    call,
    state: () => call('state'),
    stateIs: (key, expected) => soon(async () => assert.deepEqual((await call('state'))[key], expected, key)),
    enter: async () => reader.session.enter(await reader.run((id) => document.getElementById(id).shadowRoot.querySelector('iframe'), id)),
    leave: () => reader.session.enter(null),
    /** Its height once that has stayed the same for half a second. */
    settled: async () => {
      let last, since;
      return soon(async () => {
        const now = await reader.run((id) => document.getElementById(id).shadowRoot.firstElementChild.getBoundingClientRect().height, id);
        if (now !== last) [last, since] = [now, Date.now()];
        assert.ok(Date.now() - since > 500, `the height settles, now at ${now}`);
        return now;
      });
    },
  };
}
