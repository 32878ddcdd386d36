// Names and outlets as filters, with counts that are live.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';
import { literally } from './wait.mjs';

shareBrowser();

journey('a click on a name keeps only what names it, and a second click takes it back', {}, async (reader) => {
  const { id, count, articles } = await reader.dividing();
  const value = reader.entity(id);
  assert.equal(await value.getAttribute('aria-pressed'), 'false');
  await value.click();
  await reader.stateIs('with', [id]);
  assert.equal((await reader.countsAgree()).articles, count, 'its count came true');
  assert.equal(await reader.entity(id).getAttribute('aria-pressed'), 'true');
  assert.match(reader.hash(), new RegExp(`with=${id}`));

  await reader.entity(id).click();
  await reader.stateIs('with', []);
  assert.equal((await reader.countsAgree()).articles, articles);
});

journey('the second control excludes a name', {}, async (reader) => {
  const { id, name, count, articles } = await reader.dividing();
  await reader.entity(id).hover();
  await reader.excluder(name).click();
  await reader.stateIs('without', [id]);
  assert.equal((await reader.countsAgree()).articles, articles - count);
});

journey('counts beside the names are what choosing them gives', {}, async (reader) => {
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const { entities } = await reader.facets();
  const [other, , count] = entities.find(([name]) => name !== id);
  await eventually(async () => {
    const text = await reader.entity(other).innerText();
    assert.match(text, new RegExp(`(^|\\D)${count}(\\D|$)`), 'the shown count is the live one');
  });
  await reader.entity(other).click();
  await eventually(async () => assert.equal((await reader.state()).with.length, 2));
  assert.equal((await reader.countsAgree()).articles, count);
});

journey('only what is counted is listed, as events and as articles', {}, async (reader) => {
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const { articles, events } = await reader.countsAgree();
  assert.equal((await reader.listedIds('event')).length, events);
  await reader.show('list');
  await eventually(async () => assert.equal((await reader.listedIds('article')).length, articles));
});

journey('a chip takes its choice back', {}, async (reader) => {
  const { id, name } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const chip = reader.page.getByRole('button', { name: new RegExp(`take back.*${literally(name)}`, 'i') });
  await chip.filter({ visible: true }).first().click();
  await reader.stateIs('with', []);
});

journey('choosing an outlet keeps its articles, and the other outlets keep their counts', {}, async (reader) => {
  const { outlets } = await reader.facets({});
  const [name, count] = outlets[0];
  await reader.outlet(name).click();
  await reader.stateIs('outlet', [name]);
  assert.equal((await reader.countsAgree()).articles, count);
  assert.deepEqual((await reader.facets()).outlets.map(([, n]) => n), outlets.map(([, n]) => n));
});

journey('nothing found says which filter to drop, and dropping it brings results', {}, async (reader) => {
  const { entities } = await reader.facets({});
  let pair;
  for (const [first] of entities) {
    const left = new Set((await reader.facets({ with: [first] })).entities.filter(([, , n]) => n > 0).map(([id]) => id));
    const other = entities.find(([id]) => !left.has(id));
    if (other) {
      pair = [first, other[0]];
      break;
    }
  }
  assert.ok(pair, 'two names of the corpus never meet in one article');
  await reader.page.evaluate((pair) => window.dateline.go({ with: pair }), pair);
  await eventually(async () => assert.equal(await reader.count('articles'), 0));
  const names = entities.filter(([id]) => pair.includes(id)).map(([, name]) => name);
  const offer = reader.page.getByRole('button', { name: new RegExp(`^without (${names.map(literally).join('|')})`, 'i') })
    .filter({ visible: true }).first();
  await offer.click();
  await eventually(async () => assert.ok((await reader.count('articles')) > 0, 'results are back'));
});
