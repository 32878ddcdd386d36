// The explorer inside other people's pages: in a frame and inline.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { dist, eventually, shareBrowser } from './harness.mjs';
import { around, explorer, hosted, settled } from './hosts.mjs';

shareBrowser();

const HOSTILE = `<style>* { all: unset !important; color: rgb(255, 0, 0) !important; font: 60px cursive !important;
  direction: rtl !important; letter-spacing: 9px !important; text-transform: uppercase !important }
  :root { --paper: red; --ink: red; --kind: red; --accent: red; font-size: 70px }</style>`;

/** Counts what the frames tell their heights, from before they are there. */
const counting = (page) => page.addInitScript(() => {
  window.heights = [];
  addEventListener('message', ({ data }) => { if (data?.type === 'height') window.heights.push(data.value); });
});

test('embed.js is at most 2 KB', () => {
  const size = gzipSync(readFileSync(`${dist()}/embed.js`), { level: 9 }).length;
  assert.ok(size <= 2048, `${size} bytes`);
});

hosted('a frame gets as high as its content and stays so', (site) => ({
  '/': around(site, `<h1>Story</h1><dateline-explorer id="one" src="${site.address}"></dateline-explorer><p>After.</p>`),
}), {}, async (page) => {
  await counting(page);
  await page.reload();
  const one = await explorer(page, 'one');
  const height = await settled(one);
  const inside = await one.inside();
  const content = await inside.locator('#dateline').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
  assert.equal(height, content);
  assert.ok(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'nothing is left to scroll');
  const told = await page.evaluate(() => window.heights);
  assert.ok(told.length <= 8, `told ${told.length} times: ${told}`);
  await page.setViewportSize({ width: 600, height: 900 });
  await settled(one);
  await page.setViewportSize({ width: 1300, height: 900 });
  assert.equal(await settled(one), height, 'the same width gives the same height');
  await page.waitForTimeout(700);
  assert.ok((await page.evaluate(() => window.heights.length)) <= 30, 'it does not go on telling');
});

hosted('what is opened in a frame is read there, and the height follows', (site) => ({
  '/': around(site, `<dateline-explorer id="one" src="${site.address}" view="list"></dateline-explorer>`),
}), { viewport: { width: 390, height: 844 } }, async (page) => {
  const one = await explorer(page, 'one');
  const before = await settled(one);
  const inside = await one.inside();
  await inside.locator('.row[data-article]').first().click();
  await eventually(async () => assert.notEqual((await one.state()).article, null));
  await eventually(async () => assert.notEqual(await one.height(), before));
  const reading = await settled(one);
  const [covers, list] = await inside.locator('.reader').evaluate((reader) =>
    [getComputedStyle(reader).position, getComputedStyle(document.querySelector('.list')).display]);
  assert.deepEqual([covers, list], ['static', 'none'], 'the reader takes the list\'s place and covers nothing');
  await page.keyboard.press('Escape');
  await one.stateIs('article', null);
  assert.equal(await settled(one), before);
  assert.notEqual(reading, before);
});

hosted('a host with hostile style changes nothing in a frame or inline, and nothing of ours leaks out', (site) => ({
  '/': around(site, `<p id="story">Story</p><dateline-explorer id="frame" src="${site.address}"></dateline-explorer>
    <dateline-explorer id="inline" inline></dateline-explorer>`, HOSTILE),
  '/plain': around(site, '<p id="story">Story</p><dateline-explorer id="inline" inline></dateline-explorer>'),
}), {}, async (page, { host }) => {
  const look = async () => {
    await page.locator('#inline').scrollIntoViewIfNeeded();
    await settled(await explorer(page, 'inline'));
    return page.locator('#inline .row').first().evaluate((row) => [row, row.querySelector('.title'), row.closest('.ground')].map((element) => {
      const { color, fontSize, fontFamily, direction, letterSpacing, textTransform, display, backgroundColor } = getComputedStyle(element);
      return { color, fontSize, fontFamily, direction, letterSpacing, textTransform, display, backgroundColor };
    }));
  };
  const story = () => page.locator('#story').evaluate((element) => JSON.stringify([...getComputedStyle(element)].map((name) => getComputedStyle(element)[name])));
  const before = await story();
  const hostile = await look();
  await page.locator('#frame').scrollIntoViewIfNeeded();
  const framed = await explorer(page, 'frame');
  assert.ok((await settled(framed)) > 500);
  const box = await page.locator('#frame').evaluate((element) => element.shadowRoot.querySelector('iframe').getBoundingClientRect().width);
  assert.ok(box > 1000, `the frame is as wide as the page: ${box}`);
  assert.equal(await story(), before, 'the story looks as it did');
  assert.deepEqual(await page.evaluate(() => [document.title, document.adoptedStyleSheets.length, location.hash]), ['A story', 0, '']);
  await page.goto(`${host.origin}/plain`);
  assert.deepEqual(hostile, await look());
});

hosted('a host with a strict policy', (site) => ({
  '/': {
    html: around(site, `<dateline-explorer id="frame" src="${site.address}" theme="dark"></dateline-explorer>
      <dateline-explorer id="inline" inline view="list" accent="#0a7"></dateline-explorer>`).replace('<link rel="icon" href="data:,">', ''),
    headers: { 'content-security-policy': `default-src 'none'; script-src ${site.origin} 'wasm-unsafe-eval'; connect-src ${site.origin}; frame-src ${site.origin}; base-uri 'none'; form-action 'none'` },
  },
  '/favicon.ico': '',
}), {}, async (page) => {
  const [frame, inline] = [await explorer(page, 'frame'), await explorer(page, 'inline')];
  assert.ok((await settled(frame)) > 500 && (await settled(inline)) > 500);
  const colours = async (one) => (await one.inside()).locator('.list').evaluate((list) => getComputedStyle(list).color);
  assert.notEqual(await colours(frame), await colours(inline), 'both have their looks');
});

hosted('three explorers hold three states, and the program of those inline is loaded once', (site) => ({
  '/': around(site, `<dateline-explorer id="a" inline view="list"></dateline-explorer>
    <dateline-explorer id="b" inline></dateline-explorer>
    <div id="c" data-dateline="${site.address}" data-view="compare"></div>`),
}), { viewport: { width: 1300, height: 3000 } }, async (page) => {
  const [a, b, c] = [await explorer(page, 'a'), await explorer(page, 'b'), await explorer(page, 'c')];
  const views = async () => [(await a.state()).view, (await b.state()).view, (await c.state()).view];
  assert.deepEqual(await views(), ['list', 'story', 'compare']);
  const steps = await page.evaluate(() => history.length);
  const { entities } = await a.call('facets', {}, { top: 3 });
  await page.locator(`#a [data-entity="${entities[0][0]}"][aria-pressed]`).first().click();
  await a.stateIs('with', [entities[0][0]]);
  await c.call('go', { without: [entities[1][0]] });
  await c.stateIs('without', [entities[1][0]]);
  assert.deepEqual(await b.state(), { ...(await b.state()), with: [], without: [] });
  assert.deepEqual((await c.state()).with, []);
  assert.deepEqual(await page.evaluate(() => location.hash), '', 'the host\'s address is its own');
  assert.equal(await page.locator('#b [data-count="articles"]').first().innerText(), String((await b.call('facets')).articles));
  assert.equal(await page.evaluate(() => history.length), steps, 'and so is its history');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.equal(loaded.filter((name) => name.endsWith('.wasm')).length, 2, 'both modules once for the two');
});

hosted('keys work only inside, and what is typed there stays there', (site) => ({
  '/': around(site, `<button id="outside">Outside</button><dateline-explorer id="a" inline></dateline-explorer>
    <dateline-explorer id="b" inline></dateline-explorer>`),
}), { viewport: { width: 1300, height: 2500 } }, async (page) => {
  await explorer(page, 'a');
  await explorer(page, 'b');
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener('keydown', ({ key }) => window.heard.push(key));
  });
  const active = () => page.evaluate(() => {
    const inside = document.activeElement.shadowRoot?.activeElement;
    return [document.activeElement.id, inside?.id ?? ''];
  });
  await page.locator('#outside').focus();
  await page.keyboard.press('/');
  assert.deepEqual(await active(), ['outside', '']);
  await page.locator('#b [data-timeline] a').first().focus();
  await page.keyboard.press('/');
  await eventually(async () => assert.deepEqual(await active(), ['b', 'search']));
  await page.keyboard.type('kyiv');
  assert.equal(await page.locator('#b input[type=search]').first().inputValue(), 'kyiv');
  assert.deepEqual(await page.evaluate(() => window.heard), ['/'], 'only the key that was pressed outside');
  await page.locator('#a [data-timeline] a').first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const a = await explorer(page, 'a');
  await eventually(async () => assert.notEqual((await a.state()).event, null));
  await page.keyboard.press('Escape');
  await a.stateIs('event', null);
  await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.closest('[data-timeline]') !== null), 'the focus is back'));
});

hosted('a host inside a frame of another page', (site, other) => ({
  '/': `<!doctype html><title>Outer</title><link rel="icon" href="data:,"><iframe title="host" src="${other.origin}/host" width="1200" height="2400"></iframe>`,
  '/host': around(site, `<dateline-explorer id="one" src="${site.address}"></dateline-explorer><dateline-explorer id="two" inline></dateline-explorer>`),
}), { viewport: { width: 1300, height: 2500 } }, async (page, { other }) => {
  const host = await eventually(async () => {
    const found = page.frames().find((frame) => frame.url() === `${other.origin}/host`);
    assert.ok(found);
    return found;
  });
  for (const id of ['one', 'two']) {
    const one = await explorer(host, id);
    assert.ok((await settled(one)) > 500);
    await one.call('go', { view: 'list' });
    await one.stateIs('view', 'list');
  }
});

hosted('looks: theme, accent, parts, and the days that the timeline looks at', (site) => ({
  '/': around(site, `<dateline-explorer id="dark" src="${site.address}" theme="dark" chrome="compact" accent="ffe000"></dateline-explorer>
    <dateline-explorer id="light" inline theme="light" chrome="timeline" accent="#ffe000"></dateline-explorer>
    <dateline-explorer id="wrong" inline theme="pink" chrome="none" accent="url(x)" window="soon"></dateline-explorer>
    <dateline-explorer id="days" inline window="2025-05-16/2025-05-20"></dateline-explorer>`),
}), { viewport: { width: 1300, height: 4000 }, colorScheme: 'light', warnings: ['theme is one of', 'chrome is one of', 'accent is no', 'window is two days'] }, async (page) => {
  const look = async (id) => {
    const one = await explorer(page, id);
    await settled(one);
    return (await one.inside()).locator('#dateline').evaluate((root) => {
      const resolve = (token) => {
        const probe = root.appendChild(document.createElement('i'));
        probe.style.color = `var(${token})`;
        const colour = getComputedStyle(probe).color.match(/\d+/g).map(Number);
        probe.remove();
        return colour;
      };
      const shown = (selector) => (root.querySelector(selector)?.offsetHeight ?? 0) > 1;
      return { paper: resolve('--paper'), accent: resolve('--accent'), parts: ['.top', '.filters', '.list', '.timeline'].filter(shown) };
    });
  };
  const contrast = (one, other) => {
    const light = (colour) => {
      const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const [dark, light, wrong] = [await look('dark'), await look('light'), await look('wrong')];
  assert.ok(dark.paper[0] < 60 && light.paper[0] > 200 && wrong.paper[0] > 200, 'the theme is the one asked for');
  assert.deepEqual(dark.parts, ['.top', '.list', '.timeline']);
  assert.deepEqual(light.parts, ['.timeline']);
  assert.deepEqual(wrong.parts, ['.top', '.filters', '.list', '.timeline']);
  assert.ok(contrast(dark.accent, dark.paper) >= 7 && contrast(light.accent, light.paper) >= 7, 'an accent can be read');
  assert.deepEqual(dark.accent, [255, 224, 0], 'what can be read stays as it is');
  assert.deepEqual(wrong.accent, [154, 47, 25], 'what is no colour is refused');
  const days = await explorer(page, 'days');
  const labels = () => page.locator('#days .band').allInnerTexts();
  await settled(days);
  await eventually(async () => {
    const [near, all] = [await labels(), await page.locator('#wrong .band').allInnerTexts()];
    assert.notDeepEqual(near, all, 'the timeline looks at other days');
  });
  assert.deepEqual([(await days.state()).from, (await days.state()).to], [null, null], 'nothing is filtered');
});

hosted('events bubble from the element with the state and with what was opened', (site) => ({
  '/': around(site, `<dateline-explorer id="frame" src="${site.address}"></dateline-explorer><dateline-explorer id="inline" inline></dateline-explorer>`),
}), { viewport: { width: 1300, height: 3000 } }, async (page) => {
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ['dateline:change', 'dateline:select']) {
      addEventListener(type, ({ target, detail }) => window.heard.push([target.id, type, detail.view ?? null, detail.event]));
    }
  });
  for (const id of ['frame', 'inline']) {
    const one = await explorer(page, id);
    const event = await (await one.inside()).locator('.row[data-event]').first().getAttribute('data-event');
    await one.call('go', { view: 'list' });
    await one.stateIs('view', 'list');
    await eventually(async () => assert.equal((await page.evaluate(() => window.heard)).length, 1));
    await one.call('go', { event });
    await eventually(async () => assert.deepEqual(await page.evaluate(() => window.heard.splice(0)), [
      [id, 'dateline:change', 'list', null], [id, 'dateline:change', 'list', event], [id, 'dateline:select', null, event],
    ]));
    await one.call('visit', '#/?view=compare');
    await one.stateIs('view', 'compare');
    await eventually(async () => assert.equal((await page.evaluate(() => window.heard.splice(0))).length, 2));
    const found = await one.call('search', 'the', { limit: 2 });
    assert.ok(found.ids.length <= 2 && found.total >= found.ids.length);
  }
});

hosted('the state is mirrored only where asked for, only after a change, and beside what the host keeps there', (site) => ({
  '/': around(site, `<p><a id="steer" href="#dateline-a=view%3Dcompare">compare</a></p>
    <dateline-explorer id="a" src="${site.address}" mirror></dateline-explorer>
    <dateline-explorer id="b" inline mirror></dateline-explorer><dateline-explorer id="c" inline></dateline-explorer>`),
}), { viewport: { width: 1300, height: 4000 } }, async (page, { host }) => {
  const hash = () => page.evaluate(() => location.hash);
  await page.goto(`${host.origin}/#section-2`);
  await page.reload();
  for (const id of ['a', 'b', 'c']) await settled(await explorer(page, id));
  assert.equal(await hash(), '#section-2', 'nothing on first load');
  const [a, b, c] = [await explorer(page, 'a'), await explorer(page, 'b'), await explorer(page, 'c')];
  await c.call('go', { view: 'list' });
  await a.call('go', { view: 'list' });
  await eventually(async () => assert.equal(await hash(), '#section-2&dateline-a=view%3Dlist'));
  await b.call('go', { q: 'bridge & toll', view: 'compare' });
  await eventually(async () => assert.match(await hash(), /^#section-2&dateline-a=view%3Dlist&dateline-b=q%3D/));
  await page.reload();
  await (await explorer(page, 'a')).stateIs('view', 'list');
  await (await explorer(page, 'b')).stateIs('q', 'bridge & toll');
  await (await explorer(page, 'c')).stateIs('view', 'story');
  await page.locator('#steer').click();
  await (await explorer(page, 'a')).stateIs('view', 'compare');
  await page.goto(`${host.origin}/#dateline-a=%E0%A4%A&dateline-b=%00%ff=&&=`);
  await page.reload();
  for (const id of ['a', 'b']) await (await explorer(page, id)).stateIs('article', null);
});

hosted('what is not near is not loaded, and a hidden tab is laid out when it is shown', (site) => ({
  '/': around(site, `<div id="tab" hidden><dateline-explorer id="hidden" src="${site.address}"></dateline-explorer><dateline-explorer id="tabbed" inline></dateline-explorer></div>
    ${[1, 2, 3, 4, 5, 6].map((n) => `<dateline-explorer id="n${n}" src="${site.address}" height="900"></dateline-explorer>`).join('')}`),
}), {}, async (page) => {
  await settled(await explorer(page, 'n1'));
  const loaded = () => page.evaluate(() => [...document.querySelectorAll('dateline-explorer')]
    .filter((one) => one.shadowRoot.querySelector('iframe[src], #dateline')).map(({ id }) => id));
  assert.ok(!(await loaded()).some((id) => ['hidden', 'tabbed', 'n5', 'n6'].includes(id)), `${await loaded()}`);
  const show = (shown) => page.evaluate((shown) => { document.getElementById('tab').hidden = !shown; }, shown);
  await show(true);
  const heights = [];
  for (const id of ['hidden', 'tabbed']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    heights.push(await settled(await explorer(page, id)));
  }
  assert.ok(heights.every((height) => height > 500), `${heights}`);
  const marks = () => page.locator('#tabbed .band rect').count();
  const drawn = await marks();
  assert.ok(drawn > 0);
  await show(false);
  await page.waitForTimeout(300);
  await show(true);
  for (const [at, id] of ['hidden', 'tabbed'].entries()) assert.equal(await settled(await explorer(page, id)), heights[at], id);
  await eventually(async () => assert.equal(await marks(), drawn));
  await page.locator('#n6').scrollIntoViewIfNeeded();
  await explorer(page, 'n6');
});

hosted('an element that is moved or taken away and put back keeps what it showed', (site) => ({
  '/': around(site, `<div id="here"><dateline-explorer id="frame" src="${site.address}"></dateline-explorer><dateline-explorer id="inline" inline></dateline-explorer></div><div id="there"></div>`),
}), { viewport: { width: 1300, height: 3000 } }, async (page) => {
  for (const id of ['frame', 'inline']) {
    const one = await explorer(page, id);
    await one.call('go', { view: 'list' });
    await one.stateIs('view', 'list');
    await page.evaluate((id) => new Promise((done) => {
      const element = document.getElementById(id);
      element.remove();
      setTimeout(() => { document.getElementById('there').append(element); done(); }, 100);
    }), id);
    await (await explorer(page, id)).stateIs('view', 'list');
    assert.ok((await settled(one)) > 500);
  }
});

hosted('where scripts are off, a frame of a fixed height is there', (site) => ({
  '/': around(site, `<dateline-explorer src="${site.address}"><noscript><iframe id="plain" src="${site.address}?theme=dark#/?view=list" title="Timeline" width="100%" height="700"></iframe></noscript></dateline-explorer>`),
}), { javaScriptEnabled: false }, async (page) => {
  const box = await page.locator('#plain').boundingBox();
  assert.deepEqual([Math.round(box.height) >= 700, box.width > 1000], [true, true]);
});

hosted('an address that is no explorer runs nothing', (site) => ({
  '/': around(site, `<dateline-explorer id="script" src="javascript:window.hurt=1"></dateline-explorer>
    <div id="data" data-dateline="data:text/html,<script>parent.hurt=1</script>"></div>
    <dateline-explorer id="good" src="${site.address}index.html"></dateline-explorer>`),
}), { warnings: ['not an explorer'] }, async (page) => {
  await settled(await explorer(page, 'good'));
  assert.deepEqual(await page.evaluate(() => [window.hurt, document.getElementById('script').shadowRoot, document.getElementById('data').shadowRoot]), [undefined, null, null]);
});

hosted('code of another site is not run inline: its explorer stays in a frame', (site, other) => ({
  '/': around(site, `<dateline-explorer id="one" inline src="${other.origin}/theirs"></dateline-explorer>`),
  '/theirs/': '<!doctype html><title>Theirs</title><link rel="icon" href="data:,">',
  '/theirs/embed-inline.js': { html: 'window.hurt = 1', headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' } },
}), {}, async (page) => {
  await eventually(async () => assert.ok(await page.locator('#one iframe').count()));
  assert.equal(await page.evaluate(() => window.hurt), undefined);
});

hosted('choices in a frame or inline add nothing to the host\'s history: one Back leaves it', (site) => ({
  '/': around(site, `<dateline-explorer id="frame" src="${site.address}"></dateline-explorer><dateline-explorer id="inline" inline></dateline-explorer>`),
  '/before': '<!doctype html><title>Before</title><link rel="icon" href="data:,">',
}), { viewport: { width: 1300, height: 3000 } }, async (page, { host }) => {
  await page.goto(`${host.origin}/before`);
  await page.goto(`${host.origin}/`);
  const steps = await page.evaluate(() => history.length);
  for (const id of ['frame', 'inline']) {
    const one = await explorer(page, id);
    const inside = await one.inside();
    for (const name of ['[data-entity][aria-pressed="false"]', '[data-outlet][aria-pressed="false"]', '.row[data-event]']) {
      await (id === 'inline' ? page.locator(`#inline ${name}`) : inside.locator(name)).first().click();
    }
    await eventually(async () => {
      const { with: names, outlet, event } = await one.state();
      assert.ok(names.length === 1 && outlet.length === 1 && event, `${id}: three choices`);
    });
    await one.call('go', { view: 'list' });
    await one.call('visit', '#/?view=compare');
    await one.stateIs('view', 'compare');
  }
  assert.equal(await page.evaluate(() => history.length), steps);
  await page.goBack();
  assert.equal(await page.title(), 'Before');
});

/** Without an origin, the program is asked for in another way than the page's head does ahead. */
const UNUSED = ['A preload for', 'preloaded using link preload'];

for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
  hosted(`a frame with sandbox="${sandbox}" starts, answers, and keeps its state`, (site) => ({
    '/': `<!doctype html><title>Host</title><link rel="icon" href="data:,">
      <iframe title="explorer" sandbox="${sandbox}" src="${site.address}?fit=1" width="1200" height="800"></iframe>`,
  }), { warnings: UNUSED }, async (page) => {
    await page.evaluate(() => {
      window.heard = [];
      addEventListener('message', ({ data, source }) => {
        if (data.type === 'hello') source.postMessage({ dateline: 1, type: 'hello' }, '*');
        window.heard.push(data.type);
      });
    });
    await page.reload();
    const frame = await eventually(async () => {
      const found = page.frames().find((one) => one !== page.mainFrame());
      assert.equal(await found.evaluate(() => document.querySelector('#dateline')?.dataset.state), 'ready');
      return found;
    }, 20_000);
    const event = await frame.locator('.row[data-event]').first().getAttribute('data-event');
    await frame.locator('.row[data-event]').first().click();
    await eventually(async () => assert.equal(await frame.evaluate(() => window.dateline.state().event), event));
    assert.match(await frame.evaluate(() => location.hash), /event=/, 'its address holds the state');
  });
}

hosted('a host in a sandbox hears what its explorer says', (site, other) => ({
  '/': `<!doctype html><title>Outer</title><link rel="icon" href="data:,"><iframe title="host" sandbox="allow-scripts" src="${other.origin}/host" width="1200" height="2400"></iframe>`,
  '/host': around(site, `<dateline-explorer id="one" src="${site.address}"></dateline-explorer>`),
}), { viewport: { width: 1300, height: 2500 }, warnings: UNUSED }, async (page, { other }) => {
  const host = await eventually(async () => {
    const found = page.frames().find((frame) => frame.url() === `${other.origin}/host`);
    assert.ok(found);
    return found;
  });
  const one = await explorer(host, 'one');
  await one.call('go', { view: 'list' });
  await one.stateIs('view', 'list');
});

// Timers, pictures to come and answers on their way must not reach for what is gone: a program that stops
// stops for every explorer of the page.
hosted('an explorer that is taken away at any moment leaves the others as they are', (site) => ({
  '/': around(site, '<dateline-explorer id="other" inline></dateline-explorer><div id="place"></div>'),
}), {}, async (page) => {
  const other = await explorer(page, 'other');
  // While it starts, just after, before what waits for a pause, and after a choice.
  for (const wait of [null, 0, 100, 300, 650]) {
    await page.evaluate(async (wait) => {
      const pause = (time) => new Promise((done) => setTimeout(done, time));
      const one = document.createElement('dateline-explorer');
      one.setAttribute('inline', '');
      document.getElementById('place').append(one);
      const started = one.state();
      if (wait === null) {
        await pause(5);
        return one.remove();
      }
      await started;
      await pause(wait);
      one.shadowRoot.querySelector('#search')?.focus();
      one.go({ view: 'list' }).catch(() => {});
      one.shadowRoot.querySelectorAll('.tabs button')[3]?.click();
      one.remove();
      return one.facets().catch(() => {});
    }, wait);
  }
  await page.waitForTimeout(1000);
  await other.call('go', { view: 'list' });
  await other.stateIs('view', 'list');
});

// At once, and while its program or its frame comes, however long that takes on this machine.
for (const [kind, wait] of [['inline', null], ['inline', 0], ['inline', 60], ['', null], ['', 60]]) {
  hosted(`${kind || 'in a frame'}, an explorer that is moved ${wait === null ? 'at once' : `after ${wait} ms`} goes on at its new place`, (site) => ({
    '/': around(site, `<div id="there"></div><dateline-explorer id="one" ${kind} view="list"></dateline-explorer>`),
  }), {}, async (page) => {
    const [before, after, boxes] = await page.evaluate(async (wait) => {
      await customElements.whenDefined('dateline-explorer');
      const one = document.getElementById('one');
      const asked = one.state();
      if (wait !== null) await new Promise((done) => setTimeout(done, wait));
      document.getElementById('there').append(one);
      const { view: before } = await asked;
      const { view: after } = await one.state();
      await one.ready;
      return [before, after, one.shadowRoot.querySelectorAll('iframe, [data-state="ready"], [data-state="loading"]').length];
    }, wait);
    assert.deepEqual([before, after, boxes], ['list', 'list', 1]);
  });
}
