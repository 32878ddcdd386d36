// Reading an article: its text, its date and why, and what was left out of the page.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

journey('an article opens beside the list with its title as a heading', {}, async (reader) => {
  const id = await reader.openListed('article');
  assert.match(reader.hash(), new RegExp(`article=${id}`));
  const heading = reader.pane().getByRole('heading').first();
  assert.ok((await heading.innerText()).length > 10);
});

journey('"why this date?" opens in place and gives the evidence', {}, async (reader) => {
  await reader.show('list');
  for (const id of await reader.listedIds('article')) {
    await reader.openListed('article', id);
    const before = (await reader.pane().innerText()).length;
    await reader.why().click();
    await eventually(async () => {
      const text = await reader.pane().innerText();
      assert.ok(text.length > before + 20, `${id}: an explanation has opened`);
      assert.match(text, /stated|inferred|corrected|not found/i, `${id}: the basis is said`);
    });
  }
});

journey('what was left out of the page is listed with its reasons', {}, async (reader) => {
  await reader.openListed('article');
  const before = (await reader.pane().innerText()).length;
  assert.match(await reader.leftOut().innerText(), /\d/, 'it says how much');
  await reader.leftOut().click();
  await eventually(async () => assert.ok((await reader.pane().innerText()).length > before + 100));
});

journey('a click on a name in the text filters', {}, async (reader) => {
  await reader.openListed('article');
  const name = reader.pane().locator('[data-mention]').first();
  const id = await name.getAttribute('data-mention');
  await name.click();
  await reader.stateIs('with', [id]);
  await reader.countsAgree();
});

journey('a date in the text says its day, and a click on it moves the timeline', {}, async (reader) => {
  await reader.openListed('article');
  const before = await reader.atRest();
  const date = reader.pane().locator('[data-date]').first();
  assert.match(await date.getAttribute('title'), /\d{4}/, 'the day is said in full');
  await date.click();
  await reader.redrawn(before);
});

journey('closing the article gives the list back, and the address forgets it', {}, async (reader) => {
  await reader.openListed('article');
  await reader.closePane().click();
  await reader.stateIs('article', null);
  assert.doesNotMatch(reader.hash(), /article=/);
});
