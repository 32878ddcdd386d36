// The list: days as headings, rows as links, as many as there are, on the screen and on paper.
import assert from 'node:assert/strict';
import { eventually, journey, PHONE, shareBrowser } from './harness.mjs';

shareBrowser();

const rows = (reader) => reader.page.locator('.window a[data-event], .window a[data-article]');

for (const [view, kind] of [['story', 'event'], ['timeline', 'event'], ['list', 'article'], ['compare', 'event']]) {
  journey(`a row of "${view}" is a link: here, in a tab of its own, and as an address to copy`, { at: `#/?view=${view}` }, async (reader, site) => {
    const { page } = reader;
    const row = page.locator(`.days a[data-${kind}]`).first();
    const id = await row.getAttribute(`data-${kind}`);
    const href = await row.getAttribute('href');
    assert.ok(href.startsWith('#/?'), href);
    for (const open of [() => row.click({ modifiers: ['ControlOrMeta'] }), () => row.click({ button: 'middle' })]) {
      const [tab] = await Promise.all([page.context().waitForEvent('page'), open()]);
      await tab.waitForFunction(() => window.dateline?.ready);
      await tab.evaluate(() => window.dateline.ready);
      assert.equal((await tab.evaluate(() => window.dateline.state()))[kind], id);
      await tab.close();
    }
    assert.equal((await reader.state())[kind], null, 'nothing opened here');
    await row.click();
    await reader.stateIs(kind, id);
    assert.equal((await reader.state()).view, view);
    assert.equal(await page.locator(`.days a[data-${kind}]`).first().getAttribute('aria-current'), 'true');
    const opened = await reader.state();
    await page.goto(`${site.address}${href}`);
    await page.reload();
    await reader.ready();
    assert.deepEqual(await reader.state(), opened, 'the address to copy leads to the same');
  });
}

journey('words of a row can be selected without opening it', { at: '#/?view=timeline' }, async (reader) => {
  const title = rows(reader).first().locator('.title');
  const { x, y, width } = await title.boundingBox();
  await reader.page.mouse.move(x + 2, y + 10);
  await reader.page.mouse.down();
  await reader.page.mouse.move(x + width * 0.3, y + 10, { steps: 5 });
  await reader.page.mouse.move(x + width * 0.6, y + 11, { steps: 5 });
  await reader.page.mouse.up();
  const selected = await reader.page.evaluate(() => getSelection().toString());
  assert.ok(selected.length > 5 && (await title.innerText()).includes(selected.trim()), `selected: "${selected}"`);
  await reader.page.waitForTimeout(200);
  assert.equal((await reader.state()).event, null);
});

journey('the story lists key events by day, with the rest behind them and what lies outside in words', {}, async (reader) => {
  const { page } = reader;
  const days = await page.locator('.window .day h3').allInnerTexts();
  assert.ok(days.length > 3 && days.every((day) => /\d{4}|dated to/i.test(day)), `${days}`);
  const first = await reader.listedIds('event');
  const behind = page.locator('.window [data-group]');
  if (await behind.count()) {
    const more = Number((await behind.first().innerText()).match(/^\d+/)[0]);
    await behind.first().click();
    await eventually(async () => assert.equal((await reader.listedIds('event')).length, first.length + more));
    assert.equal(await behind.first().getAttribute('aria-expanded'), 'true');
    await behind.first().click();
    await eventually(async () => assert.deepEqual(await reader.listedIds('event'), first));
  }
  const outside = page.locator('.days').getByRole('button', { name: /^\d+ events? (before|after)/ }).first();
  await outside.click();
  await eventually(async () => assert.equal(await page.locator('.days').getByRole('button', { name: /^\d+ events? (before|after)/ }).count(), 0));
  await page.goBack();
  await outside.waitFor();
});

journey('a day is gone to', { at: '#/?view=timeline', size: { width: 1440, height: 500 } }, async (reader) => {
  const day = reader.page.getByLabel('Go to');
  await day.fill('2025-05-27');
  const heading = reader.page.getByRole('heading', { name: /^Tuesday 27 May 2025/ });
  await eventually(async () => {
    const { y } = await heading.boundingBox();
    assert.ok(y >= -1 && y < 80, `the day is at the top: ${y}`);
  });
});

// Rows many times as high as the screen stand for as many rows: what is far from it has no elements.
journey('of a long list only the rows near the screen are there, and keys reach both ends', { at: '#/?view=timeline' }, async (reader) => {
  const { page } = reader;
  const all = await reader.listedIds('event');
  await page.evaluate(() => document.styleSheets[0].insertRule('.window .row { min-height: 1500px; }', document.styleSheets[0].cssRules.length));
  for (const view of ['list', 'timeline']) {
    await page.evaluate((view) => window.dateline.go({ view }), view);
    await reader.stateIs('view', view);
  }
  const there = async () => new Set(await reader.listedIds('event'));
  // Heights are learnt as rows come near.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await eventually(async () => assert.ok((await there()).has(all.at(-1)), 'the last is there'));
  await eventually(async () => assert.ok(!(await there()).has(all[0]), 'and the first is not'));
  const high = await page.evaluate(() => document.querySelector('.window').scrollHeight);
  assert.ok(high > 12_000, `the list is as high as all its rows: ${high}`);
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => assert.ok((await there()).has(all[0])));
  await eventually(async () => assert.ok(!(await there()).has(all.at(-1))));
  const at = () => page.evaluate(() => document.activeElement.dataset.event);
  await reader.listed('event', all[0]).first().focus();
  await page.keyboard.press('End');
  await eventually(async () => assert.equal(await at(), all.at(-1), 'End'));
  await page.keyboard.press('Home');
  await eventually(async () => assert.equal(await at(), all[0], 'Home'));
  for (let presses = 1; presses < all.length; presses++) {
    await page.keyboard.press('ArrowDown');
    await eventually(async () => assert.equal(await at(), all[presses], `row ${presses}`));
  }
  // The focus is not lost with its row, and comes back with it.
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => assert.ok(!(await there()).has(all.at(-1))));
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('.window'))), 'the list has the focus');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await eventually(async () => assert.equal(await at(), all.at(-1)));
});

journey('rows say how many they are and which', { at: '#/?view=timeline' }, async (reader) => {
  const lists = await reader.page.locator('.window ol').evaluateAll((all) => all.map((list) =>
    [...list.children].map((row) => [row.ariaPosInSet, row.ariaSetSize].map(Number))));
  for (const list of lists) list.forEach((row, place) => assert.deepEqual(row, [place + 1, list.length]));
});

journey('a comparison has no empty places, and marks what its summary names', { at: '#/?view=compare' }, async (reader) => {
  const compared = await reader.page.locator('.compared').evaluateAll((all) => all.map((one) => ({
    told: [...one.querySelectorAll('.tellings > li')].map((cell) => [cell.querySelector('.kicker').textContent, cell.querySelectorAll('.sentence').length]),
    marks: [...one.querySelectorAll('mark.differs')].map((mark) => mark.textContent),
    said: one.querySelector('.differ')?.textContent ?? '',
  })));
  assert.ok(compared.length > 0);
  for (const { told, marks, said } of compared) {
    assert.ok(new Set(told.map(([outlet]) => outlet)).size >= 2, 'several tell it');
    assert.ok(told.every(([, sentences]) => sentences > 0), 'and each says something');
    assert.equal(Boolean(said), marks.length > 0);
    for (const mark of marks) assert.ok(said.includes(mark), `${mark} in ${said}`);
  }
});

journey('with one outlet the comparison is of versions', {}, async (reader) => {
  const { outlets } = await reader.facets({});
  await reader.page.evaluate((outlet) => window.dateline.go({ outlet, view: 'compare' }), [outlets[0][0]]);
  await reader.page.getByRole('navigation').getByRole('button', { name: 'Versions' }).waitFor();
  assert.match(await reader.page.locator('.days').innerText(), /versions of one text/);
});

/** A sheet of A4 without its margins. */
const paper = { width: 688, height: 1000 };

journey('on paper: the choices in words, the list, what is open, and nothing beside the page', { size: paper }, async (reader) => {
  const { page } = reader;
  const { id, name } = await reader.dividing();
  await page.evaluate((id) => window.dateline.go({ with: [id], view: 'timeline' }), id);
  await reader.stateIs('with', [id]);
  const events = await reader.listedIds('event');
  await page.evaluate((event) => window.dateline.go({ event }), events[0]);
  await reader.stateIs('event', events[0]);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const seen = (selector) => page.locator(selector).first().isVisible();
  assert.equal(await page.locator('.choices-in-words').innerText(), `Only what is told naming ${name}.`);
  for (const selector of ['.filters', '.search', '.share', '.tabs', '.back']) assert.equal(await seen(selector), false, selector);
  assert.deepEqual(await reader.listedIds('event'), events, 'the list is complete');
  assert.ok(await seen('.reader h2'), 'what is open is there');
  const [list, open] = await Promise.all(['.list', '.reader'].map((one) => page.locator(one).boundingBox()));
  assert.ok(open.y >= list.y + list.height - 1, 'under the list');
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= paper.width, 'nothing sticks out');
  const solid = await page.locator('.mark:not(.inferred, .planned, .off)').first().evaluate((mark) => getComputedStyle(mark).printColorAdjust);
  assert.equal(solid, 'exact', 'solid marks stay solid');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});

journey('on a wide screen the page is filled, and saying "copied" moves nothing', { size: { width: 1920, height: 1080 } }, async (reader) => {
  const { page } = reader;
  await reader.openListed('article');
  const right = await page.evaluate(() => Math.max(...[...document.querySelectorAll('.reader p')].map((one) => one.getBoundingClientRect().right)));
  assert.ok(1920 - right < 300, `${1920 - right} pixels are empty`);
  const place = async () => (await reader.search().boundingBox()).x;
  const before = await place();
  await page.evaluate(() => { document.querySelector('.share span').textContent = 'Address copied'; });
  assert.equal(await place(), before);
});

for (const [where, options] of [['a desk', {}], ['a phone', { size: PHONE, phone: true }]]) {
  journey(`with text at 200 % no tab breaks and the search is whole, on ${where}`, options, async (reader) => {
    const { page } = reader;
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const broken = await page.locator('.tabs button b').evaluateAll((all) => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent));
    assert.deepEqual(broken, []);
    const input = await reader.search().evaluate((input) => {
      const context = document.createElement('canvas').getContext('2d');
      const { paddingLeft, paddingRight } = getComputedStyle(input);
      context.font = getComputedStyle(input, '::placeholder').font;
      return input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - context.measureText(input.placeholder).width;
    });
    assert.ok(input >= 0, `the words in the search lack ${-input} pixels`);
  });
}
