// The same page in one hand.
import assert from 'node:assert/strict';
import { eventually, journey, PHONE, shareBrowser } from './harness.mjs';

shareBrowser();

const phone = { size: PHONE, phone: true };

journey('filters open as a sheet that says how many events it will show', phone, async (reader) => {
  await reader.filtersButton().tap();
  const { entities, events } = await reader.facets({});
  const show = reader.showButton();
  await show.waitFor();
  assert.match(await show.innerText(), new RegExp(`^Show ${events} event`));
  await reader.entity(entities[0][0]).tap();
  await reader.stateIs('with', [entities[0][0]]);
  const left = (await reader.facets()).events;
  await eventually(async () => assert.match(await show.innerText(), new RegExp(`^Show ${left} event`)));
  await show.tap();
  await eventually(async () => assert.ok(!(await show.isVisible()), 'the sheet is gone'));
  await reader.countsAgree();
});

journey('the reader covers the screen, and Back closes it', phone, async (reader) => {
  await reader.openListed('event');
  await eventually(async () => {
    const box = await reader.pane().boundingBox();
    assert.ok(box.x <= 0.5 && box.width >= PHONE.width - 0.5, 'as wide as the screen');
    assert.ok(box.y <= 60 && box.y + box.height >= PHONE.height - 60, 'as high as the screen');
  });
  await reader.page.goBack();
  await reader.stateIs('event', null);
  await eventually(async () => assert.ok(await reader.listed('event').first().isVisible()));
});

for (const width of [320, 390, 768]) {
  const options = { size: { width, height: 844 }, phone: width < 500 };
  journey(`nothing needs a sideways scroll at ${width} pixels`, options, async (reader) => {
    const excess = () => reader.page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok((await excess()) <= 0, 'the front page');
    await reader.openListed('article');
    assert.ok((await excess()) <= 0, 'an article');
    await reader.page.goBack();
    await reader.stateIs('article', null);
    await reader.show('compare');
    assert.ok((await excess()) <= 0, 'the comparison');
  });
}

// Controls inside a sentence are as high as its lines.
journey('controls are large enough for a finger', phone, async (reader) => {
  const small = await reader.page.locator('button, summary, input').evaluateAll((all) =>
    all.filter((one) => one.checkVisibility() && !one.closest('p, small, svg, .skip')).map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { what: one.textContent.trim().slice(0, 30), width, height };
    }).filter(({ width, height }) => width > 0 && (width < 24 || height < 24)));
  assert.deepEqual(small, []);
});

for (const [what, options] of [['phone', phone], ['tablet', { size: { width: 1024, height: 768 }, phone: true }]]) {
  journey(`nothing floats over text on a ${what}, and Filters stands beside the search`, options, async (reader) => {
    const floating = () => reader.page.evaluate(() => [...document.querySelectorAll('#dateline *')]
      .filter((one) => getComputedStyle(one).position === 'fixed' && one.checkVisibility({ visibilityProperty: true })).map((one) => one.className));
    assert.deepEqual(await floating(), []);
    const [search, filters] = await Promise.all([reader.search(), reader.filtersButton()].map((one) => one.boundingBox()));
    assert.ok(filters.x >= search.x + search.width && Math.abs(filters.y + filters.height / 2 - search.y - search.height / 2) < 4);
    assert.ok(filters.height >= 44 && search.height >= 44);
  });
}
