// For readers who enlarge, who ask for less motion or more contrast, who choose their own colours, who
// cannot drag, and who listen.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, eventually, journey, shareBrowser, stay } from './harness.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** Whatever sticks out sideways: of the page, of a part that scrolls, or cut off where nothing scrolls. */
const stickingOut = (page) => page.evaluate(() => {
  const root = document.documentElement;
  const out = root.scrollWidth > root.clientWidth ? [`the page by ${root.scrollWidth - root.clientWidth}`] : [];
  for (const one of document.body.querySelectorAll('*')) {
    if (one.closest('svg, .unseen, input, select, [hidden]') || !one.checkVisibility({ visibilityProperty: true })) continue;
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
    const wide = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    const high = one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 0;
    const name = `${one.tagName}.${one.className}#${one.id}`;
    if (wide && overflowX !== 'visible') out.push(`${name} scrolls sideways or cuts`);
    // A sentence of the band ends after five lines, with dots; it stands whole in the list.
    if (webkitLineClamp !== 'none') continue;
    if (high && (overflowY === 'hidden' || overflowY === 'clip')) out.push(`${name} cuts what is in it`);
  }
  return out;
});

/** All that a reader does, with what stands out looked for at each step. */
async function everything(reader) {
  const { page } = reader;
  const check = async (what) => assert.deepEqual(await stickingOut(page), [], what);
  await check('the events');
  for (const view of ['list', 'compare', 'timeline']) {
    await reader.show(view);
    await check(view);
  }
  const opened = await reader.openListed('event');
  await check('an event');
  await reader.closePane().click();
  await reader.stateIs('event', null);
  await reader.openListed('article');
  await reader.why().click();
  await reader.leftOut().click();
  await check('an article');
  await reader.closePane().click();
  await reader.stateIs('article', null);
  const { id } = await reader.dividing();
  const sheet = await reader.filtersButton().isVisible();
  if (sheet) await reader.filtersButton().click();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  await check('the filters');
  if (sheet) await reader.showButton().click();
  await reader.searchFor('qzxwvkj');
  await eventually(async () => assert.equal(await reader.count('articles'), 0));
  await check('nothing found');
  return opened;
}

journey('at 400 % of 1280 by 1024 nothing is lost and nothing scrolls two ways', { size: { width: 320, height: 256 } }, everything);

journey('with text at 200 % nothing is lost and nothing scrolls two ways', {}, async (reader) => {
  const { page } = reader;
  const sizes = () => page.locator('.top h1, .row .title, .row .meta, .pick, .tabs button, .reader h2, .body p, .filters h2')
    .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
  const before = await sizes();
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  const after = await sizes();
  assert.ok(before.length > 20, 'texts were measured');
  before.forEach((size, place) => assert.ok(Math.abs(after[place] - 2 * size) < 0.1, `${size} became ${after[place]}`));
  await everything(reader);
});

test('static pages and the maker of embeds at 400 % and with text at 200 %', { timeout: 90_000 }, async () => {
  const site = await serve(dist());
  try {
    await stay(site, { size: { width: 320, height: 256 } }, async (reader) => {
      const one = async (folder) => `${folder}/${(await readdir(join(dist(), folder)))[0]}`;
      for (const path of ['articles.html', 'events.html', await one('articles'), await one('days'), await one('events'), 'embed.html']) {
        await reader.page.goto(site.address + path);
        assert.deepEqual(await stickingOut(reader.page), [], `${path} at 400 %`);
        await reader.page.setViewportSize({ width: 640, height: 512 });
        await reader.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        assert.deepEqual(await stickingOut(reader.page), [], `${path} with large text`);
        await reader.page.setViewportSize({ width: 320, height: 256 });
      }
    });
  } finally {
    await site.close();
  }
});

journey('who asks for less motion gets none', { motion: 'reduce' }, async (reader) => {
  const moving = () => reader.page.evaluate(() => [...document.querySelectorAll('*')].flatMap((one) =>
    ['', '::before', '::after'].flatMap((part) => {
      const { transitionDuration, animationDuration } = getComputedStyle(one, part || null);
      return [transitionDuration, animationDuration].some((all) => all.split(',').some((time) => parseFloat(time) > 0)) ? [one.className] : [];
    })));
  assert.deepEqual(await moving(), []);
  await reader.atRest();
  // The first frame after the step shows where it ends.
  const [first, last] = await reader.page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const places = () => [...document.querySelectorAll('.band .tally')].map((bar) => bar.getAttribute('x')).join();
    const before = places();
    document.querySelector('[aria-label="Zoom in"]').click();
    await frame();
    const first = places();
    for (let frames = 0; frames < 30; frames++) await frame();
    if (first === before) throw new Error('nothing moved');
    return [first, places()];
  });
  assert.equal(first, last);
  await reader.openListed('article');
  assert.deepEqual(await moving(), []);
});

/** Gives the page a function for the contrast of two colours as the browser computes them. */
const canTellContrast = (page) => page.evaluate(() => {
  window.contrast = (one, other) => {
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (colour) => {
      probe.clearRect(0, 0, 1, 1);
      probe.fillStyle = colour;
      probe.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...probe.getImageData(0, 0, 1, 1).data].map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
});

for (const scheme of ['light', 'dark']) {
  journey(`in the reader's own colours marks, choices and the focus are seen, ${scheme}`, { scheme }, async (reader) => {
    const { page } = reader;
    await page.emulateMedia({ colorScheme: scheme, forcedColors: 'active', reducedMotion: 'reduce' });
    const { id } = await reader.dividing();
    await reader.entity(id).click();
    await reader.stateIs('with', [id]);
    await reader.bars().focus();
    await page.keyboard.press('Home');
    await page.locator('.timeline-tip').waitFor();
    await reader.atRest();
    await canTellContrast(page);
    const seen = await page.evaluate((id) => {
      const { contrast } = window;
      const probe = document.createElement('i');
      probe.style.color = 'Canvas';
      document.body.append(probe);
      const canvas = getComputedStyle(probe).color;
      probe.remove();
      // Behind texts the browser puts the canvas, unless told not to.
      const hidden = [...document.querySelectorAll('#dateline *')].filter((one) => {
        const { color, forcedColorAdjust } = getComputedStyle(one);
        return color === canvas && forcedColorAdjust !== 'none' && !one.closest('svg') && one.textContent.trim();
      }).map((one) => one.outerHTML.slice(0, 100));
      const faint = [...document.querySelectorAll('.timeline .tally, .timeline .column:not(.all), .timeline .grip, .mark:not(.inferred, .planned, .off)')].filter((one) => {
        const { fill, stroke, backgroundColor } = getComputedStyle(one);
        return ![one.closest('svg') ? fill : backgroundColor, stroke].some((colour) => colour !== 'none' && contrast(colour, canvas) >= 3);
      }).map((one) => one.outerHTML);
      const hollow = [...document.querySelectorAll('.mark.inferred')].filter((one) => !/, 0\)$|transparent/.test(getComputedStyle(one).backgroundColor) && contrast(getComputedStyle(one).backgroundColor, canvas) > 1.5).map((one) => one.outerHTML);
      const outline = (one) => getComputedStyle(one).outlineStyle;
      const pressed = document.querySelector(`.pick[data-entity="${CSS.escape(id)}"]`);
      const others = [...document.querySelectorAll('.pick[aria-pressed="false"]')];
      pressed.blur();
      const [chosen, open] = [outline(pressed), others.map(outline)];
      const bar = document.querySelector('.bar i');
      const tracks = [bar, bar.parentElement].map((one) => getComputedStyle(one).backgroundColor);
      const filled = tracks.map((colour) => contrast(colour.startsWith('rgba') ? canvas : colour, canvas));
      return { hidden, faint, hollow, chosen, open: [...new Set(open)], filled };
    }, id);
    assert.deepEqual(seen.hidden, [], 'no text has the colour of its ground');
    assert.deepEqual(seen.faint, []);
    assert.deepEqual(seen.hollow, [], 'hollow marks stay hollow');
    assert.equal(seen.chosen, 'solid', 'what is chosen is outlined');
    assert.deepEqual(seen.open, ['none'], 'and nothing else');
    assert.ok(seen.filled[0] >= 3 && seen.filled[1] < 1.5, `a bar is told from what it is part of: ${seen.filled}`);
    // Reached by keys, the chosen value shows the focus too, unlike when it is only chosen.
    await reader.tabTo(() => document.activeElement?.matches('.pick[aria-pressed="true"]'), 'the chosen value');
    assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'double');
    await reader.searchFor('talks');
    await page.locator('.list mark').first().waitFor();
    const hit = await page.locator('.list mark').first().evaluate((mark) => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark.parentElement).backgroundColor]);
    assert.notEqual(hit[0], hit[1], 'hits are seen');
  });

  journey(`with more contrast small grey text is as dark as the rest, ${scheme}`, { scheme }, async (reader) => {
    const faintest = () => reader.page.evaluate(() => {
      const { contrast } = window;
      const paper = getComputedStyle(document.body).backgroundColor;
      return Math.min(...[...document.querySelectorAll('.meta, .n, .inside, .aside, small')].map((one) => contrast(getComputedStyle(one).color, paper)));
    });
    await canTellContrast(reader.page);
    assert.ok((await faintest()) >= 4.5);
    await reader.page.emulateMedia({ colorScheme: scheme, contrast: 'more' });
    assert.ok((await faintest()) >= 12);
  });
}

journey('days are chosen without a drag: by clicks on the strip, and by keys', {}, async (reader) => {
  const { page } = reader;
  const { x, y, width, height } = await reader.strip().boundingBox();
  const click = (share) => page.mouse.click(x + width * share, y + height / 2);
  const days = async () => {
    const { from, to } = await reader.state();
    return { from, to };
  };
  const chosen = () => eventually(async () => {
    const now = await days();
    assert.ok(now.from && now.to, 'days are chosen');
    return now;
  });
  await click(0.5);
  const column = await chosen();
  await click(0.7);
  await eventually(async () => assert.ok((await days()).to > column.to, 'a click after them moves the end'));
  const { to } = await days();
  await click(0.3);
  await eventually(async () => assert.ok((await days()).from < column.from, 'a click before them moves the beginning'));
  assert.equal((await days()).to, to, 'and the end stays');
  const slider = page.getByRole('slider', { name: 'Last day shown' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => assert.ok((await days()).to < to));
  await page.keyboard.press('Escape');
  await reader.stateIs('to', null);
});

journey('the timeline is moved without a drag: keys bring later and earlier days into view', {}, async (reader) => {
  await reader.zoomIn().click();
  await eventually(async () => assert.ok(await reader.days()));
  const near = await reader.days();
  await reader.sentences().first().focus();
  await reader.page.keyboard.press('PageDown');
  await eventually(async () => assert.ok((await reader.days())[0] > near[0]));
  const later = await reader.days();
  await reader.bars().focus();
  await reader.page.keyboard.press('PageUp');
  await eventually(async () => assert.ok((await reader.days())[0] < later[0]));
});

journey('counts are said once, when the reader has stopped typing', {}, async (reader) => {
  const { page } = reader;
  const said = page.getByRole('main').locator('[role="status"], [role="alert"], [aria-live]').filter({ hasText: /^Showing/ });
  await eventually(async () => assert.equal(await said.count(), 1, 'one place tells counts'));
  await eventually(async () => assert.match(await said.textContent(), /^Showing \d+ of \d+ events?, \d+ of \d+ articles?$/));
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await said.evaluate((one) => {
    window.told = [];
    new MutationObserver(() => window.told.push(one.textContent)).observe(one, { childList: true, characterData: true, subtree: true });
  });
  const told = () => page.evaluate(() => window.told);
  await reader.search().focus();
  for (const letter of 'istanbul') {
    await page.keyboard.press(letter);
    await page.clock.runFor(300);
    assert.deepEqual(await told(), [], `nothing while ${letter} is typed`);
  }
  await page.clock.runFor(2_000);
  const { articles, events } = await reader.facets();
  const [once, ...again] = await told();
  assert.match(once, new RegExp(`^Showing ${events} of \\d+ events?, ${articles} of \\d+ articles?$`));
  assert.deepEqual(again, []);
});
