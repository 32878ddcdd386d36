// Text of any direction stands as its source wrote it, and leaves the order of its line alone.
import assert from 'node:assert/strict';
import { alone, corpus } from './alone.mjs';
import { journey, shareBrowser } from './harness.mjs';

shareBrowser();

journey('what a source wrote has its own direction and leaves that of its line alone', {}, async (reader) => {
  const loose = async () => reader.page.evaluate(() =>
    [...document.querySelectorAll('.title, .kicker, .author, .pick b, .reader h2, .body p, .sentence, .excerpt, .chip, .card h3, .card dd, .captions li, .left-out li')]
      .filter((one) => !one.closest('[dir="auto"]') && !one.querySelector('[dir="auto"]') && one.closest('.reader, .list, .filters'))
      .map((one) => one.outerHTML.slice(0, 120)));
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.openListed('event');
  assert.deepEqual((await loose()).filter((one) => !/class="kicker"/.test(one)), []);
  await reader.openListed('article');
  assert.deepEqual(await loose(), []);
});

/** Two outlets' names in Hebrew letters, as many bytes as theirs. */
const HEBREW = { 'Ukrainska Pravda': 'אבגדהוזח', 'Reuters': 'טיכ-' };

alone('two names from right to left stand in the order in which they are told', (program) => {
  const bytes = corpus(program);
  for (const [name, hebrew] of Object.entries(HEBREW)) {
    assert.equal(Buffer.byteLength(name), Buffer.byteLength(hebrew));
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at)) bytes.write(hebrew, at);
  }
}, async (page) => {
  await page.locator('[data-state="ready"]').waitFor();
  const places = await page.locator('.row .meta').evaluateAll((lines, names) => lines.map((line) => {
    const text = line.firstChild;
    const lefts = [...names, 'told by'].map((name) => {
      const at = text.data.indexOf(name);
      if (at < 0) return { at };
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + name.length);
      return { at, left: range.getBoundingClientRect().left };
    });
    return { text: text.data, lefts };
  }).filter(({ lefts }) => lefts.every(({ at }) => at >= 0)), Object.values(HEBREW));
  assert.ok(places.length > 0, 'an event is told by both');
  for (const { text, lefts } of places) {
    const told = lefts.toSorted((one, other) => one.at - other.at).map(({ left }) => left);
    assert.deepEqual(told, told.toSorted((one, other) => one - other), text);
  }
});
