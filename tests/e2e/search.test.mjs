// Words: prefixes, phrases, spelling, highlights.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

/** The text of the first listed article, read on the page. */
async function someArticle(reader) {
  const id = await reader.openListed('article');
  return { id, text: (await reader.pane().locator('p[dir]').allInnerTexts()).join('\n') };
}

const words = (text) => text.match(/\p{L}{6,}/gu) ?? [];

journey('a beginning of a word finds the article that has the word, and marks it', {}, async (reader) => {
  const { id, text } = await someArticle(reader);
  const start = words(text)[3].slice(0, 5);
  await reader.searchFor(start);
  const { ids } = await reader.page.evaluate((q) => window.dateline.search(q), start);
  assert.ok(ids.includes(id), `${start} finds ${id}`);
  await reader.countsAgree();
  await eventually(async () => {
    const marks = await reader.page.locator('mark').filter({ visible: true }).allInnerTexts();
    assert.ok(marks.some((mark) => fold(mark).startsWith(fold(start))), `${start} is marked`);
  });
});

journey('a letter is answered by the list at once, and by what stands beside it with the next picture', {}, async (reader) => {
  const rare = await reader.page.evaluate(async () => {
    const { entities } = await window.dateline.facets({}, { top: 1000 });
    for (const [, name] of entities) {
      const { total } = await window.dateline.search(`"${name}"`);
      if (total === 1) return `"${name}"`;
    }
  });
  const seen = await reader.page.evaluate(async (q) => {
    const text = (selector) => document.querySelector(selector).innerText;
    const now = () => ({ list: text('.chips'), filters: text('.filters .facets'), band: text('.timeline-head p') });
    const field = document.querySelector('#search');
    const before = now();
    field.value = q;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // Effects run in microtasks.
    for (let turn = 0; turn < 99; turn += 1) await null;
    const answered = now();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return { before, answered, drawn: now() };
  }, rare);
  assert.notEqual(seen.answered.list, seen.before.list);
  assert.equal(seen.answered.filters, seen.before.filters);
  assert.equal(seen.answered.band, seen.before.band);
  assert.equal(seen.drawn.list, seen.answered.list);
  assert.notEqual(seen.drawn.filters, seen.before.filters);
  assert.notEqual(seen.drawn.band, seen.before.band);
});

journey('a search without a word says so', {}, async (reader) => {
  const all = await reader.countsAgree();
  for (const symbol of [',', '\u{2026}', '\u{2014}']) {
    await reader.searchFor(symbol);
    await eventually(async () => assert.match(await reader.page.locator('[data-wordless]').innerText(), /no word to look for/));
    assert.deepEqual(await reader.countsAgree(), all);
  }
  await reader.searchFor('talks');
  await eventually(async () => assert.equal(await reader.page.locator('[data-wordless]').textContent(), ''));
});

journey('a phrase in quotation marks is found as it stands, and not when its words are turned', {}, async (reader) => {
  const { id, text } = await someArticle(reader);
  const body = text.split('\n').filter((line) => line.length > 80)[0];
  const [, first, second] = body.match(/(?<!\p{L})(\p{Ll}{5,}) (\p{Ll}{3,})(?!\p{L})/u);
  await reader.searchFor(`"${first} ${second}"`);
  await eventually(async () => assert.ok((await reader.count('articles')) > 0));
  const search = (q) => reader.page.evaluate((q) => window.dateline.search(q, { typos: false, prefix: false }), q);
  assert.ok((await search(`"${first} ${second}"`)).ids.includes(id));
  assert.ok(!(await search(`"${second} ${first}"`)).ids.includes(id), 'order counts in a phrase');
});

journey('letters with and without their marks are one', {}, async (reader) => {
  const totals = await reader.page.evaluate(async () => [
    (await window.dateline.search('Türkiye')).total,
    (await window.dateline.search('turkiye')).total,
  ]);
  assert.ok(totals[0] > 0, 'the word is in the corpus');
  assert.equal(totals[0], totals[1]);
});

journey('a word that nothing has says so and offers what is near', {}, async (reader) => {
  await reader.searchFor('qzxwvkj');
  await eventually(async () => assert.equal(await reader.count('articles'), 0));
  await eventually(async () => {
    const text = await reader.page.getByRole('main').innerText();
    assert.match(text, /no |nothing|not found|none/i, 'the page says that nothing was found');
  });
});

journey('an emptied search brings everything back', {}, async (reader) => {
  const before = await reader.countsAgree();
  await reader.searchFor('qzxwvkj');
  await eventually(async () => assert.equal(await reader.count('articles'), 0));
  await reader.search().fill('');
  await reader.stateIs('q', '');
  assert.deepEqual(await reader.countsAgree(), before);
});

function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
