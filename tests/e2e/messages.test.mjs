// What other pages say to an explorer in a frame, and what they must not be able to do by it.
import assert from 'node:assert/strict';
import { eventually, shareBrowser } from './harness.mjs';
import { around, explorer, hosted, settled } from './hosts.mjs';

shareBrowser();

const bare = (site) => `<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe id="frame" title="explorer" width="1200" height="800" src="${site.address}"></iframe>`;

/** Says hello to a frame of one's own and collects what it says; `ask` sends a call and waits for its answer. */
const introduce = (page) => page.evaluate(() => new Promise((done) => {
  const frame = document.getElementById('frame');
  window.heard = [];
  window.say = (message) => frame.contentWindow.postMessage(message, '*');
  addEventListener('message', ({ data }) => {
    window.heard.push(data);
    if (data.type === 'hello') window.say({ dateline: 1, type: 'hello' });
    if (data.type === 'ready') done();
  });
  window.ask = (call, args, id = Math.floor(Math.random() * 1e9)) => new Promise((answered) => {
    addEventListener('message', ({ data }) => { if (data.type === 'answer' && data.id === id) answered(data); });
    window.say({ dateline: 1, type: 'call', id, call, args });
  });
  window.say({ dateline: 1, type: 'hello' });
}));

hosted('a frame answers calls and says what changed', (site) => ({ '/': bare(site) }), {}, async (page) => {
  await introduce(page);
  const ask = (call, args) => page.evaluate(([call, args]) => window.ask(call, args), [call, args]);
  assert.equal((await ask('state', [])).value.view, 'story');
  assert.equal((await ask('go', [{ view: 'list' }])).error, undefined);
  await eventually(async () => assert.ok((await page.evaluate(() => window.heard)).some(({ type, value }) => type === 'change' && value.state.view === 'list')));
  const { value } = await ask('facets', [null, { top: 1 }]);
  assert.equal(value.entities.length, 1);
  const found = (await ask('search', [value.entities[0][1]])).value;
  assert.ok(found.total > 0);
  assert.equal((await ask('look', ['2025-05-01', '2025-06-01'])).error, undefined);
});

hosted('a call of a wrong kind or size is answered with an error and does nothing', (site) => ({ '/': bare(site) }), {}, async (page) => {
  await introduce(page);
  const before = (await page.evaluate(() => window.ask('state', []))).value;
  const wrong = await page.evaluate(async () => {
    const huge = 'x'.repeat(5_000_000);
    const calls = [
      ['close', []], ['constructor', []], ['__proto__', []], ['ready', []], [7, []], [null, []], [{ toString: 1 }, []], ['', []],
      ['go', []], ['go', [null]], ['go', [[]]], ['go', ['view=list']], ['go', [{ view: 7 }]], ['go', [{ q: huge }]], ['go', [{ with: [[]] }]],
      ['go', [{ with: Array(100_000).fill('a') }]], ['go', [{ unknown: 'a' }]], ['go', [JSON.parse('{"__proto__": {"q": "a"}}')]], ['go', [new Map([['q', 'a']]), 1]],
      ['search', [7]], ['search', [huge]], ['search', ['a', { limit: -1 }]], ['search', ['a', { limit: NaN }]], ['search', ['a', { limit: '9' }]], ['search', ['a', 'b', 'c']],
      ['facets', [7]], ['facets', [{}, { top: Infinity }]], ['look', ['2025-05-01']], ['look', [1, 2]], ['visit', [huge]], ['visit', [{}]],
      ['state', 'args'], ['state', { length: 0 }], ['state', [1]], ['state', Array(1_000_000)],
    ];
    const out = [];
    for (const [call, args] of calls) {
      const { error } = await window.ask(call, args);
      if (typeof error !== 'string') out.push([typeof call === 'object' ? 'object' : call, JSON.stringify(args).slice(0, 60)]);
    }
    return out;
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual((await page.evaluate(() => window.ask('state', []))).value, before);
});

hosted('only the page around is heard, and only at the origin that said hello', (site, other) => ({
  '/': around(site, `<dateline-explorer id="one" src="${site.address}"></dateline-explorer><iframe id="evil" title="evil" src="${other.origin}/evil"></iframe>`),
  '/evil': '<!doctype html><title>Evil</title><link rel="icon" href="data:,">',
}), {}, async (page, { other }) => {
  const one = await explorer(page, 'one');
  const before = [await settled(one), await one.state()];
  const evil = page.frames().find((frame) => frame.url() === `${other.origin}/evil`);
  const answers = await evil.evaluate(async () => {
    const heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    const inside = parent.frames;
    const all = [parent, ...Array.from({ length: inside.length }, (_, at) => inside[at])].filter((one) => one !== self);
    // The explorer's frame is in a shadow root and not among these; its window is the host's to give away.
    for (const target of all) {
      for (const message of [
        { dateline: 1, type: 'hello' }, { dateline: 1, type: 'height', value: 4321 }, { dateline: 1, type: 'ready' },
        { dateline: 1, type: 'change', value: { hash: '#/?view=compare', state: {} } },
        { dateline: 1, type: 'call', id: 1, call: 'go', args: [{ view: 'list' }] },
      ]) target.postMessage(message, '*');
    }
    await new Promise((done) => setTimeout(done, 300));
    return heard;
  });
  assert.deepEqual(answers, []);
  // The same from a frame that does hold the explorer's window.
  await page.evaluate(() => {
    const inside = document.getElementById('one').shadowRoot.querySelector('iframe').contentWindow;
    const helper = document.body.appendChild(document.createElement('iframe'));
    helper.contentWindow.eval('window.say = (to, message) => to.postMessage(message, "*")');
    helper.contentWindow.say(inside, { dateline: 1, type: 'call', id: 2, call: 'go', args: [{ view: 'list' }] });
  });
  await page.waitForTimeout(300);
  assert.deepEqual([await one.height(), await one.state()], before);
});

hosted('random messages never break a frame or its host', (site) => ({
  '/': around(site, `<dateline-explorer id="one" src="${site.address}"></dateline-explorer>`),
}), {}, async (page) => {
  const one = await explorer(page, 'one');
  await settled(one);
  const asked = await page.evaluate(async () => {
    let seed = 20_250_516;
    const random = (below) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return (seed >>> 8) % below;
    };
    const words = ['hello', 'call', 'answer', 'ready', 'height', 'change', 'select', 'state', 'go', 'search', 'facets', 'look', 'visit', 'close',
      'q', 'with', 'view', 'list', 'event', 'id', 'args', 'value', 'type', 'dateline', '__proto__', 'constructor', 'toString', '', '\u0000', '\ud800', '%', '#/?with=%', '2025-05-01', '"', 'x'.repeat(3000)];
    const pick = (list) => list[random(list.length)];
    const value = (depth) => {
      switch (random(depth > 3 ? 8 : 12)) {
        case 0: return undefined;
        case 1: return null;
        case 2: return random(2) === 0;
        case 3: return pick([0, 1, -1, NaN, Infinity, -Infinity, 1e308, 0.5, 2 ** 53, 7n]);
        case 4: case 5: case 6: case 7: return pick(words);
        case 8: return Array.from({ length: random(6) }, () => value(depth + 1));
        case 9: return pick([new Date(NaN), new Map([[value(4), value(4)]]), new Set([1]), /x/g, new Uint8Array(9), new Error('x'), new ArrayBuffer(8)]);
        default: {
          const object = {};
          for (let keys = random(6); keys > 0; keys -= 1) Object.defineProperty(object, pick(words), { value: value(depth + 1), enumerable: true, configurable: true });
          return object;
        }
      }
    };
    const frame = document.getElementById('one').shadowRoot.querySelector('iframe').contentWindow;
    let asked = 0;
    window.answered = new Set();
    addEventListener('message', ({ data }) => { if (data?.type === 'answer') window.answered.add(data.id); });
    for (let round = 0; round < 3000; round += 1) {
      let message = value(0);
      if (random(3) > 0) {
        message = { dateline: pick([1, 1, 1, 1, '1', 2]), type: pick(['call', 'call', 'call', pick(words)]), id: value(3), call: pick(words), args: value(1) };
        if (random(2)) Object.assign(message, { dateline: 1, type: 'call', id: 10_000 + asked++ });
      }
      frame.postMessage(message, '*');
      if (round % 200 === 0) await new Promise((done) => setTimeout(done, 10));
    }
    return asked;
  });
  await eventually(async () => assert.equal(await page.evaluate(() => [...window.answered].filter((id) => id >= 10_000).length), asked));
  await one.call('go', { q: null, with: [], without: [], outlet: [], from: null, to: null, event: null, article: null, view: 'list' });
  await one.stateIs('view', 'list');
  // The host hears as much nonsense from the frame's own window.
  const inside = await one.inside();
  await inside.evaluate(() => {
    for (const value of [null, 0, '', NaN, Infinity, -5, 'tall', {}, [], [7, 8], { hash: 7 }, { hash: '%' }]) {
      for (const type of ['height', 'change', 'select', 'answer', 'error', 'toString', null]) {
        for (const message of [{ dateline: 1, type, value, id: value, error: value }, { type, value }, value]) parent.postMessage(message, '*');
      }
    }
  });
  await page.waitForTimeout(300);
  const height = await one.height();
  assert.ok(height >= 120 && height <= 10_000, `${height}`);
  await one.stateIs('view', 'list');
});

hosted('hostile addresses never break the page, inline or in a frame', (site) => ({
  '/': around(site, `<dateline-explorer id="one" src="${site.address}"></dateline-explorer><dateline-explorer id="two" inline></dateline-explorer>`),
}), { viewport: { width: 1300, height: 3000 } }, async (page) => {
  for (const id of ['one', 'two']) await settled(await explorer(page, id));
  for (const id of ['one', 'two']) {
    const one = await explorer(page, id);
    await one.handle.evaluate(async (element) => {
      let seed = 7;
      const pieces = ['#', '/', '?', '&', '=', ',', '%', '%2', '%zz', '%ff', '%00', '+', 'q', 'with', 'without', 'outlet', 'from', 'to', 'event', 'article', 'view',
        '2025-05-16', '9999-99-99', 'list', '__proto__', 'constructor', '\u202e', '\ud800', '<b>', '"', 'javascript:', 'a'.repeat(500)];
      const pick = () => {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
        return pieces[(seed >>> 8) % pieces.length];
      };
      for (let round = 0; round < 300; round += 1) {
        let hash = '#/?';
        while (hash.length < 40 + round) hash += pick();
        await element.visit(hash.slice(0, 2000));
      }
    });
    await one.call('visit', '#/?view=list');
    await one.stateIs('view', 'list');
    assert.equal(await one.handle.evaluate(() => document.querySelectorAll('b').length), 0);
  }
  const inside = await (await explorer(page, 'one')).inside();
  await inside.evaluate(() => { location.hash = `#/?view=compare&with=${'nobody,'.repeat(150_000)}`; });
  await (await explorer(page, 'one')).stateIs('view', 'compare');
  assert.ok((await inside.locator('.notices p').count()) <= 12);
});
