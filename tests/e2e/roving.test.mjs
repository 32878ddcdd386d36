// Lists are one Tab stop: arrows, Home and End move inside, and the place is kept.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';
import { around, explorer, hosted } from './hosts.mjs';

shareBrowser();

/** What has the focus: the id that it stands for, or its name. */
const at = (reader) => reader.page.evaluate(() => {
  const { dataset, ariaLabel, textContent } = document.activeElement;
  return dataset.event ?? dataset.article ?? dataset.entity ?? dataset.outlet ?? ariaLabel ?? textContent.trim();
});
const isAt = (reader, expected, why) => eventually(async () => assert.equal(await at(reader), expected, why));
const press = async (reader, ...keys) => {
  for (const key of keys) await reader.page.keyboard.press(key);
};
/** Tabs on until `selector` is left, and gives the names of the lists in which it stopped. */
const stops = async (reader, selector) => {
  const inside = () => reader.page.evaluate((selector) => {
    const list = document.activeElement.closest('[role="toolbar"], .window');
    return document.activeElement.closest(selector) && (list ? list.getAttribute('aria-label') ?? 'rows' : '');
  }, selector);
  const names = [];
  for (let name = await inside(); name !== null && names.length < 50; name = await inside()) {
    if (name) names.push(name);
    await reader.page.keyboard.press('Tab');
  }
  return names;
};

for (const [view, kind] of [['timeline', 'event'], ['list', 'article']]) {
  journey(`the list of ${kind}s is one Tab stop, and keys move in it`, { at: `#/?view=${view}` }, async (reader) => {
    const ids = await reader.listedIds(kind);
    await reader.listed(kind, ids[0]).first().focus();
    await press(reader, 'ArrowDown', 'ArrowDown');
    await isAt(reader, ids[2], 'two on');
    await press(reader, 'ArrowUp');
    await isAt(reader, ids[1], 'one back');
    await press(reader, 'End');
    await isAt(reader, ids.at(-1), 'the last');
    await press(reader, 'ArrowDown');
    await isAt(reader, ids.at(-1), 'nothing comes after the last');
    await press(reader, 'Home', 'ArrowDown', 'Tab');
    assert.ok(!(await reader.page.evaluate(() => document.activeElement.closest('.window'))), 'Tab leaves the list');
    await press(reader, 'Shift+Tab');
    await isAt(reader, ids[1], 'and comes back to where it was');
  });
}

journey('values of a filter are one Tab stop; beside a name are its other controls', {}, async (reader) => {
  const group = reader.page.getByRole('toolbar', { name: 'People' });
  const ids = await group.locator('[data-entity]').evaluateAll((all) => all.map((one) => one.dataset.entity));
  await group.locator('[data-entity]').first().focus();
  await press(reader, 'ArrowDown');
  await isAt(reader, ids[1], 'down is the next name');
  await press(reader, 'ArrowRight', 'Space');
  await reader.stateIs('without', [ids[1]]);
  const name = await reader.page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.match(name, /^not /, 'the focus is still on what excludes');
  assert.equal(await reader.entity(ids[1]).evaluate((one) => one.parentElement.contains(document.activeElement)), true, 'of the same name, wherever it stands now');
  await press(reader, 'Space');
  await reader.stateIs('without', []);
  await press(reader, 'ArrowLeft', 'Space');
  await reader.stateIs('with', [ids[1]]);
  await isAt(reader, ids[1], 'the focus goes with the value');
});

journey('Tab stops once in each list of filters', {}, async (reader) => {
  await reader.page.getByRole('searchbox', { name: /find a name/i }).focus();
  assert.deepEqual(await stops(reader, '.filters'), ['People', 'Places', 'Organisations', 'Outlets']);
});

journey('a list that changes keeps what had the focus, or the nearest to it', {}, async (reader) => {
  const { dividing, ids } = { dividing: await reader.dividing(), ids: await reader.listedIds('event') };
  const go = (state) => reader.page.evaluate((state) => window.dateline.go(state), state);
  await go({ with: [dividing.id] });
  await reader.stateIs('with', [dividing.id]);
  const kept = await reader.listedIds('event');
  const gone = ids.find((id) => !kept.includes(id));
  assert.ok(kept.length > 0 && gone, 'some stay and some go');
  await reader.listed('event', kept.at(-1)).first().focus();
  await go({ with: [] });
  await eventually(async () => assert.equal((await reader.listedIds('event')).length, ids.length));
  await isAt(reader, kept.at(-1), 'it is there and keeps the focus');
  await reader.listed('event', gone).first().focus();
  await go({ with: [dividing.id] });
  await eventually(async () => assert.equal((await reader.listedIds('event')).length, kept.length));
  assert.ok(kept.includes(await at(reader)), 'one that is left has it');
});

journey('chips are one Tab stop, and taking one back leaves the focus on its neighbour', {}, async (reader) => {
  const { entities } = await reader.facets({});
  await reader.page.evaluate((ids) => window.dateline.go({ with: ids }), entities.slice(0, 2).map(([id]) => id));
  const chips = reader.page.getByRole('toolbar', { name: 'Choices' });
  await eventually(async () => assert.equal(await chips.getByRole('button').count(), 3));
  await chips.getByRole('button').first().focus();
  assert.deepEqual(await stops(reader, '.list'), ['Choices', 'rows']);
  await chips.getByRole('button').first().focus();
  await press(reader, 'ArrowRight');
  const second = await at(reader);
  await press(reader, 'ArrowLeft', 'Enter');
  await eventually(async () => assert.equal((await reader.state()).with.length, 1));
  await isAt(reader, second, 'the neighbour has it');
});

hosted('keys move in the lists of an instance inside another page', (site) => ({
  '/': around(site, '<dateline-explorer id="one" inline></dateline-explorer>'),
}), { viewport: { width: 1300, height: 2000 } }, async (page) => {
  await explorer(page, 'one');
  const ids = await page.locator('#one .row[data-event]').evaluateAll((all) => all.map((one) => one.dataset.event));
  await page.locator('#one .row[data-event]').first().focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement?.dataset.event);
  await eventually(async () => assert.equal(await focused(), ids[1]));
});
