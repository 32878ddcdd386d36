// The picture is never the only way: what a mark means is said in words in the list.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

journey('every sentence of the timeline is in the ordered list, by day', {}, async (reader) => {
  await reader.show('timeline');
  const marked = await reader.surface().locator('[data-event]').evaluateAll((all) =>
    all.map((one) => one.dataset.event));
  const listed = new Set(await reader.listedIds('event'));
  assert.ok(marked.length > 0);
  assert.deepEqual(marked.filter((id) => !listed.has(id)), []);
});

journey('a plan says that it is one, and an inferred date says so', {}, async (reader) => {
  const events = await reader.listed('event').evaluateAll((all) => all.map((one) => one.innerText));
  assert.ok(events.some((text) => /planned|proposed/i.test(text)), 'a plan is called a plan');
  await reader.show('list');
  const articles = await reader.listed('article').evaluateAll((all) => all.map((one) => one.innerText));
  assert.ok(articles.some((text) => /inferred/i.test(text)), 'an inferred date is called inferred');
});

journey('the timeline has a name and says what it is', {}, async (reader) => {
  const said = await reader.surface().evaluate((one) => {
    const named = one.getAttribute('aria-labelledby');
    return one.getAttribute('aria-label') ?? (named && document.getElementById(named)?.textContent) ?? '';
  });
  assert.ok(said.trim().length > 5, said);
});

journey('results are announced as they change', {}, async (reader) => {
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  const { articles, events } = await reader.countsAgree();
  const expected = new RegExp(`\\b${events}\\b.* events?, ${articles}\\b.* articles?`);
  await eventually(async () => {
    const said = await reader.page.getByRole('status').allTextContents();
    assert.ok(said.some((text) => expected.test(text)), said.join(' | '));
  });
});
