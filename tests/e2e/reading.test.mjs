// The text is the reader's: it is selected from anywhere, copied word for word with its source, and kept
// by reader modes; and the reader shows what the filters leave.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { eventually, journey, PHONE, shareBrowser } from './harness.mjs';
import { around, explorer, hosted } from './hosts.mjs';

shareBrowser();

const READABILITY = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** The paragraphs of the open text as they are shown. */
const paragraphs = (reader) => reader.pane().locator('.body p').allInnerTexts();

/** The words of the articles, as the pages without scripts have them. */
async function articleText(reader, id) {
  const page = await (await fetch(`${reader.site.address}articles/${encodeURIComponent(id)}.html`)).text();
  return plain(page.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&#39;', '\'').replaceAll('&quot;', '"'));
}

/** Drags the mouse from the middle of one element to the end of another, and gives what is selected. */
async function drag(reader, from, to) {
  const { mouse } = reader.page;
  await from.scrollIntoViewIfNeeded();
  const start = await from.evaluate((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    const { x, y, height } = words.getClientRects()[0];
    return { x: x + 1, y: y + height / 2 };
  });
  const end = await to.evaluate((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    const boxes = words.getClientRects();
    const { right, y, height } = boxes[boxes.length - 1];
    return { x: right - 1, y: y + height / 2 };
  });
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await mouse.move(end.x, end.y, { steps: 4 });
  await mouse.up();
  return reader.page.evaluate(() => getSelection().toString());
}

/** Copies what is selected, and gives both flavours. */
async function copied(reader, place = reader.page) {
  await place.evaluate(() => addEventListener('copy', ({ clipboardData, defaultPrevented }) => {
    window.copied = { ours: defaultPrevented, text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
  }, { once: true }));
  await reader.page.keyboard.press('ControlOrMeta+c');
  return eventually(async () => {
    const found = await place.evaluate(() => window.copied);
    assert.ok(found, 'something is copied');
    return found;
  });
}

/** Opens an article whose text has a name in a paragraph. */
async function openNamed(reader) {
  const id = await reader.openListed('article');
  // With the focus it comes to rest at its top.
  await eventually(async () => assert.ok(await reader.pane().getByRole('heading').first().evaluate((one) => one === document.activeElement)));
  const name = reader.pane().locator('.body [data-mention]').first();
  return { id, name, paragraph: reader.pane().locator('.body p', { has: reader.page.locator('[data-mention]') }).first() };
}

journey('nothing in the text is a control, and the text is the article\'s, word for word', {}, async (reader) => {
  await reader.show('list');
  for (const id of await reader.listedIds('article')) {
    await reader.openListed('article', id);
    assert.equal(await reader.pane().locator('.body, .sentence').locator('button, input, select, [role="button"]').count(), 0);
    const source = await articleText(reader, id);
    for (const paragraph of await paragraphs(reader)) assert.ok(source.includes(plain(paragraph)), `${id}: ${paragraph}`);
  }
});

journey('a selection begins on a name and ends at a date or a full stop, and clicks nothing', {}, async (reader) => {
  const { name, paragraph } = await openNamed(reader);
  const before = await reader.state();
  const text = await drag(reader, name, paragraph);
  const shown = plain(await paragraph.innerText());
  const first = plain(await name.innerText());
  assert.ok(text.trim().length > first.length, `"${text}"`);
  assert.ok(shown.includes(plain(text)), `"${text}" is in the text as shown`);
  assert.ok(plain(text).startsWith(first), `"${text}" begins with the name`);
  // What is selected is dragged away by the next press.
  await reader.page.evaluate(() => getSelection().removeAllRanges());
  const within = await drag(reader, name, name);
  assert.ok(within.length > 1 && first.includes(plain(within)), `"${within}" within the name`);
  await new Promise((done) => setTimeout(done, 300));
  assert.deepEqual(await reader.state(), before, 'nothing was chosen');
});

journey('a drag over a row in the reader selects its words and opens nothing; a click opens it', {}, async (reader) => {
  await openNamed(reader);
  const before = await reader.state();
  const title = reader.pane().locator('.told-here .title').first();
  const text = plain(await drag(reader, title, title));
  assert.ok(text.length > 2 && plain(await title.innerText()).includes(text), `"${text}"`);
  assert.deepEqual(await reader.state(), before);
  await reader.page.evaluate(() => getSelection().removeAllRanges());
  await title.click();
  await eventually(async () => assert.notEqual((await reader.state()).event, null));
});

journey('what is copied is plain words, and a quotation with its source and address', {}, async (reader) => {
  const { id, name, paragraph } = await openNamed(reader);
  const words = await drag(reader, name, paragraph);
  const { ours, text, html } = await copied(reader);
  assert.ok(ours);
  assert.equal(text, words);
  const tags = [...new Set(html.match(/<[a-z]+/g).map((tag) => tag.slice(1)))].sort();
  assert.deepEqual(tags, ['a', 'blockquote', 'cite', 'p'], 'nothing but a quotation and its source');
  assert.doesNotMatch(html, /class=|style=|data-|button/);
  const bare = plain(html.replace(/<\/p>/g, ' ').replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&nbsp;', ' '));
  assert.ok(bare.startsWith(plain(words)), bare);
  const [kicker, title] = [await reader.pane().locator('.kicker').innerText(), await reader.pane().getByRole('heading').first().innerText()];
  assert.ok(bare.includes(title), 'the title is named');
  assert.ok(bare.includes(kicker.split(' · ')[0].split(',')[0]), 'the outlet is named');
  assert.match(bare, /\b20\d\d\b/, 'the date is named');
  const [, address] = /<a href="([^"]*)"/.exec(html);
  await reader.page.goto('about:blank');
  await reader.page.goto(address.replaceAll('&amp;', '&'));
  await reader.ready();
  await reader.stateIs('article', id);
});

journey('what is copied across two outlets names the event, not one of them', {}, async (reader) => {
  await reader.show('timeline');
  let cards;
  for (const id of await reader.listedIds('event')) {
    await reader.openListed('event', id);
    cards = reader.pane().locator('.card .sentence');
    if ((await reader.pane().locator('.card').count()) >= 2) break;
  }
  const outlets = await reader.pane().locator('.card h3').allInnerTexts();
  await reader.page.evaluate(() => {
    const sentences = document.querySelectorAll('.card .sentence p');
    getSelection().setBaseAndExtent(sentences[0], 0, sentences[sentences.length - 1], 1);
  });
  const { html } = await copied(reader);
  const source = /<cite>(.*?)<\/cite>/.exec(html)[1];
  const { event } = await reader.state();
  assert.ok(html.includes(`event=${encodeURIComponent(event)}`));
  assert.ok(!outlets.some((outlet) => source.startsWith(outlet)), source);
  assert.match(source, /told by/);
  await reader.page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.card .sentence p')));
  await reader.page.evaluate(() => { delete window.copied; });
  assert.ok(/<cite>(.*?)<\/cite>/.exec((await copied(reader)).html)[1].includes(outlets[0]), 'one sentence is its outlet\'s');
  assert.ok(await cards.count());
});

journey('copying elsewhere is the browser\'s own', {}, async (reader) => {
  await reader.page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.inside')));
  assert.equal((await copied(reader)).ours, false);
});

hosted('inline, in somebody else\'s page, too', (site) => ({
  '/': around(site, '<p id="story">Story</p><dateline-explorer id="one" inline view="list"></dateline-explorer>'),
}), { viewport: { width: 1300, height: 1200 } }, async (page) => {
  const one = await explorer(page, 'one');
  await page.locator('#one .row[data-article]').first().click();
  await eventually(async () => assert.notEqual((await one.state()).article, null));
  const reader = { page, pane: () => page.locator('#one section[aria-label="Reader"]') };
  const name = reader.pane().locator('.body [data-mention]').first();
  const paragraph = reader.pane().locator('.body p', { has: page.locator('[data-mention]') }).first();
  await drag(reader, name, paragraph);
  const { ours, text, html } = await copied(reader);
  assert.ok(ours && plain(await paragraph.innerText()).includes(plain(text)) && text.length > 20, text);
  assert.match(html, /^<blockquote[^]*<\/blockquote><p>/);
  assert.ok(html.includes('article='), html);
  assert.deepEqual((await one.state()).with, [], 'a selection chooses nothing');
  await name.click();
  await eventually(async () => assert.equal((await one.state()).with.length, 1));
});

journey('what is marked in a text can be reached by keys: names are links, dates look at the timeline', {}, async (reader) => {
  await openNamed(reader);
  await reader.markedFold().focus();
  await reader.page.keyboard.press('Enter');
  const marks = await reader.pane().locator('.body [data-mention]').evaluateAll((all) => [...new Set(all.map((one) => one.dataset.mention))]);
  const links = reader.pane().locator('.folds .names a');
  await eventually(async () => assert.equal(await links.count(), marks.length));
  const before = await reader.atRest();
  await reader.pane().locator('.dates button').first().focus();
  await reader.page.keyboard.press('Enter');
  await reader.redrawn(before);
  assert.match(await links.first().getAttribute('href'), new RegExp(`^#/\\?with=${marks[0]}$`));
  await links.first().focus();
  await reader.page.keyboard.press('Enter');
  await reader.stateIs('with', [marks[0]]);
  assert.equal(await links.first().getAttribute('aria-current'), 'true');
});

journey('a name\'s own story opens in a tab of its own', {}, async (reader) => {
  await openNamed(reader);
  await reader.markedFold().click();
  const link = reader.pane().locator('.folds .names a').first();
  const [tab] = await Promise.all([reader.page.context().waitForEvent('page'), link.click({ modifiers: ['ControlOrMeta'] })]);
  await tab.waitForFunction(() => window.dateline?.state);
  assert.equal((await tab.evaluate(() => window.dateline.state())).with.length, 1);
  await reader.stateIs('with', []);
});

journey('a reader mode keeps every word of an open article', { expected: /inline style|policy: style/ }, async (reader) => {
  await reader.show('list');
  const session = await reader.page.context().newCDPSession(reader.page);
  for (const id of await reader.listedIds('article')) {
    await reader.openListed('article', id);
    await session.send('Runtime.evaluate', { expression: `${READABILITY};window.Readability=Readability`, allowUnsafeEvalBlockedByCSP: true });
    const kept = plain(await reader.page.evaluate(() => new window.Readability(document.cloneNode(true)).parse().textContent));
    const shown = await paragraphs(reader);
    assert.ok(shown.length > 1);
    for (const paragraph of shown) assert.ok(kept.includes(plain(paragraph)), `${id} loses: ${paragraph}\nkept: ${kept}`);
  }
});

journey('the reader opens on the top event of what is shown', {}, async (reader) => {
  const read = () => reader.pane().getByRole('heading').first().innerText();
  const all = (await reader.listed('event').allInnerTexts()).join('\n');
  assert.ok(all.includes(await read()), 'it is an event of the list');
  await eventually(async () => assert.ok((await reader.pane().locator('.card').count()) > 1, 'told by several'));
  const { id } = await reader.dividing();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  await eventually(async () => {
    const left = (await reader.listed('event').allInnerTexts()).join('\n');
    assert.ok(left.includes(await read()), 'of what is left');
  });
  assert.equal((await reader.state()).event, null, 'nothing was opened for it');
});

journey('what a filter leaves out is not kept in the reader, and Back brings it again', {}, async (reader) => {
  const { id } = await reader.dividing();
  await reader.show('list');
  const all = await reader.listedIds('article');
  await reader.entity(id).click();
  await eventually(async () => assert.ok((await reader.listedIds('article')).length < all.length));
  const left = await reader.listedIds('article');
  await reader.entity(id).click();
  await reader.stateIs('with', []);
  const gone = all.find((one) => !left.includes(one));
  await reader.openListed('article', gone);
  const title = await reader.pane().getByRole('heading').first().innerText();
  await reader.entity(id).click();
  await reader.stateIs('article', null);
  await eventually(async () => assert.notEqual(await reader.pane().getByRole('heading').first().innerText(), title));
  assert.doesNotMatch(reader.hash(), /article=/);
  await reader.page.goBack();
  await reader.stateIs('article', gone);
  await reader.isRead(title);
  // What the filter leaves stays open.
  await reader.openListed('article', left[0]);
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  await reader.stateIs('article', left[0]);
});

journey('a search that closes what is read leaves the focus where one types', {}, async (reader) => {
  await reader.openListed('event');
  await reader.search().focus();
  await reader.page.keyboard.type('qzxwvkj');
  await reader.stateIs('q', 'qzxwvkj');
  await reader.stateIs('event', null);
  await new Promise((done) => setTimeout(done, 200));
  assert.ok(await reader.search().evaluate((one) => one === document.activeElement), 'the focus is in the search');
  assert.equal(await reader.search().inputValue(), 'qzxwvkj');
});

for (const [device, options] of [['desk', {}], ['phone', { size: PHONE, phone: true }]]) {
  journey(`a link to what the filters leave out shows it, says so, and offers to take them back: ${device}`, options, async (reader) => {
    const { article } = await reader.openOutside();
    await reader.outside().waitFor();
    const title = await reader.pane().getByRole('heading').first().innerText();
    await reader.control(/take them back/i, reader.pane()).click();
    await reader.stateIs('with', []);
    await reader.stateIs('article', article);
    await reader.isRead(title);
    await eventually(async () => assert.equal(await reader.outside().count(), 0));
  });
}

journey('an event says who told it first, and who said what', {}, async (reader) => {
  const found = { first: 0, said: 0, before: 0 };
  for (const id of await reader.listedIds('event')) {
    await reader.openListed('event', id);
    const text = await reader.pane().innerText();
    found.first += /First told on \w+ \d+ \w+ \d{4} by \S/.test(text);
    found.before += /said before it happened/i.test(text);
    for (const quotation of await reader.pane().locator('.said').allInnerTexts()) {
      found.said += 1;
      assert.match(quotation, /[“"'«].*— \S+.*, in \S+/s);
    }
  }
  assert.ok(found.first > 0 && found.said > 0, JSON.stringify(found));
});

journey('a spelling that is put right is said, with both ways on', {}, async (reader) => {
  await reader.searchFor('Istanbil');
  await reader.respelt().waitFor();
  assert.match(await reader.respelt().innerText(), /No text has “Istanbil”; shown is what has “Istanbul”/);
  await reader.control(/search only for/i).click();
  await reader.stateIs('q', '"Istanbil"');
  await eventually(async () => assert.equal(await reader.count('articles'), 0));
  await reader.page.goBack();
  await reader.searchFor('Istanbil');
  await reader.respelt().getByRole('button').first().click();
  await reader.stateIs('q', 'Istanbul');
  await eventually(async () => assert.equal(await reader.respelt().count(), 0));
});

journey('while an input method composes, no step is a search', {}, async (reader) => {
  await reader.search().focus();
  const session = await reader.page.context().newCDPSession(reader.page);
  const queries = () => reader.page.evaluate(() => performance.getEntriesByName('dateline:query').length);
  const before = await queries();
  for (const text of ['t', 'ta', 'tal', 'talk']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await new Promise((done) => setTimeout(done, 200));
  assert.equal((await reader.state()).q, '');
  assert.equal(await queries(), before);
  await session.send('Input.insertText', { text: 'talks' });
  await reader.stateIs('q', 'talks');
  await eventually(async () => assert.equal(await queries(), before + 1, 'one search'));
});

journey('taking the last chip back by a key leads to the search', {}, async (reader) => {
  const { entities } = await reader.facets({});
  await reader.page.evaluate((with_) => window.dateline.go({ with: with_ }), entities.slice(0, 2).map(([id]) => id));
  const chips = reader.page.getByRole('toolbar', { name: 'Choices' }).getByRole('button');
  await eventually(async () => assert.equal(await chips.count(), 3));
  await reader.tabTo(() => document.activeElement?.closest('[role="toolbar"][aria-label="Choices"]'), 'the chips');
  await reader.page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await chips.count(), 1));
  assert.ok(await chips.first().evaluate((one) => one === document.activeElement), 'the next chip has the focus');
  await reader.page.keyboard.press('Enter');
  await reader.stateIs('with', []);
  await eventually(async () => assert.ok(await reader.search().evaluate((one) => one === document.activeElement), 'the search has the focus'));
});
