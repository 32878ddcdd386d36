// Events: who tells them, in whose words.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

/** The listed event whose text names most outlets. */
async function mostTold(reader) {
  const outlets = (await reader.facets({})).outlets.map(([name]) => name);
  const items = await reader.listed('event').evaluateAll((all) =>
    all.map((one) => ({ id: one.dataset.event, text: one.innerText })));
  const told = items.map(({ id, text }) => ({ id, by: outlets.filter((name) => text.includes(name)) }));
  told.sort((a, b) => b.by.length - a.by.length);
  assert.ok(told[0].by.length >= 2, 'some event is told by two outlets');
  return told[0];
}

journey('an event shows the sentence of every outlet that tells it', {}, async (reader) => {
  const { id, by } = await mostTold(reader);
  await reader.openListed('event', id);
  const text = await reader.pane().innerText();
  for (const name of by) assert.ok(text.includes(name), `${name} is there`);
  const sentences = await reader.pane().locator('blockquote, q').allInnerTexts();
  assert.ok(sentences.length >= by.length, `${sentences.length} sentences of ${by.length} outlets`);
  for (const sentence of sentences) assert.ok(sentence.trim().length > 10, sentence);
});

journey('from an article to an event that it tells, and to the other outlet that tells it', {}, async (reader) => {
  const { id } = await mostTold(reader);
  await reader.openListed('event', id);
  const tellers = await reader.pane().locator('[data-article]').evaluateAll((all) =>
    [...new Set(all.map((one) => one.dataset.article))]);
  assert.ok(tellers.length >= 2, 'the event leads to its articles');

  await follow(reader, 'article', tellers[0]);
  assert.ok((await reader.pane().locator(`[data-event="${id}"]`).count()) > 0, 'it leads back');
  await follow(reader, 'event', id);
  await follow(reader, 'article', tellers[1]);
});

journey('the list says of every event when it was and who tells it', {}, async (reader) => {
  const outlets = (await reader.facets({})).outlets.map(([name]) => name);
  const items = await reader.listed('event').evaluateAll((all) => all.map((one) => one.innerText));
  for (const text of items) {
    assert.ok(outlets.some((name) => text.includes(name)), `an outlet is named in: ${text}`);
  }
  const headings = await reader.page.getByRole('main').getByRole('heading').allInnerTexts();
  assert.ok(headings.some((text) => /\b\d{4}\b/.test(text)), 'days stand as headings');
});

/** Follows a link in the pane and waits until it is open. */
async function follow(reader, kind, id) {
  const link = reader.pane().locator(`[data-${kind}="${id}"]`).first();
  const inner = link.locator('a, button').first();
  await ((await inner.count()) > 0 ? inner : link).click();
  await eventually(async () => assert.equal((await reader.state())[kind], id));
}
