// Events: who tells them, in whose words.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

/** The listed event whose text names most outlets. */
async function mostTold(reader) {
  const outlets = (await reader.facets({})).outlets.map(([name]) => name);
  const items = await reader.listed('event').evaluateAll((all) =>
    all.map((one) => ({ id: one.dataset.event, text: one.innerText })));
  const told = items.map(({ id, text }) => {
    const parts = text.split(/\n| · /);
    return { id, by: outlets.filter((name) => parts.includes(name)) };
  });
  told.sort((a, b) => b.by.length - a.by.length);
  assert.ok(told[0].by.length >= 2, 'some event is told by two outlets');
  return told[0];
}

journey('an event shows the sentence of every outlet that tells it, side by side', {}, async (reader) => {
  const { id, by } = await mostTold(reader);
  await reader.openListed('event', id);
  const cards = await reader.pane().locator('section').filter({ has: reader.page.getByRole('heading') })
    .evaluateAll((all) => all.map((one) => ({
      outlet: one.querySelector('h3').textContent,
      sentences: [...one.querySelectorAll('.sentence')].map((sentence) => sentence.innerText),
      text: one.innerText,
    })));
  for (const name of by) {
    const card = cards.find(({ outlet }) => outlet === name);
    assert.ok(card, `${name} has its place`);
    assert.ok(card.sentences.length > 0, `${name} has a sentence`);
    for (const sentence of card.sentences) assert.ok(sentence.length > 20, sentence);
    assert.match(card.text, /date as written/i, `${name}: how it wrote the date`);
  }
});

journey('from an event to an outlet\'s article, back to the event, and to the other outlet', {}, async (reader) => {
  const { id } = await mostTold(reader);
  await reader.openListed('event', id);
  const links = reader.pane().getByRole('link', { name: /read the article/i });
  assert.ok((await links.count()) >= 2, 'the event leads to its articles');
  const read = [];
  for (const at of [0, 1]) {
    await links.nth(at).click();
    await eventually(async () => assert.notEqual((await reader.state()).article, null));
    const { article, event } = await reader.state();
    assert.equal(event, id, 'the article was reached from the event');
    read.push(article);
    await reader.closePane().click();
    await reader.stateIs('article', null);
    await reader.stateIs('event', id);
  }
  assert.notEqual(read[0], read[1]);
});

journey('an article leads to the events that it tells', {}, async (reader) => {
  await reader.openListed('article');
  const told = reader.pane().getByRole('list').last().getByRole('link').first();
  const words = await told.innerText();
  await told.click();
  await eventually(async () => assert.notEqual((await reader.state()).event, null));
  await reader.isRead(words);
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
