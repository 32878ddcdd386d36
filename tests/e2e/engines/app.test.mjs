// The explorer itself, in every engine.
import assert from 'node:assert/strict';
import { inEveryEngine, PHONE, site } from './journeys.mjs';
import { PANE, soon, TIMELINE } from './reader.mjs';
import { literally } from '../wait.mjs';

const copy = site();

inEveryEngine(copy, (journey) => {
  journey('the front page is ready, with all articles and events counted', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const { articles, events } = await reader.countsAgree();
    assert.ok(articles > 0 && events > 0, `${articles} articles, ${events} events`);
    await reader.show('timeline');
    await soon(async () => assert.equal((await reader.listed('event')).length, events));
    assert.ok(await reader.shows(TIMELINE));
    await reader.fits('the front page');
  });

  journey('an event opens, Escape closes it, Back and Forward walk what was done', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const event = await reader.openListed('event');
    await soon(async () => assert.ok(await reader.run((pane) => document.querySelector(pane).contains(document.activeElement), PANE), 'the focus is in the event'));
    await reader.press('Escape');
    await reader.stateIs('event', null);
    await reader.back();
    await reader.stateIs('event', event);
    await reader.back();
    await reader.stateIs('event', null);
    await reader.forward();
    await reader.stateIs('event', event);
    await soon(async () => assert.ok(await reader.shows(PANE)));
  });

  journey('an article is read, and why it has this date', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const article = await reader.openListed('article');
    assert.match(await reader.hash(), new RegExp(`article=${literally(article)}`));
    const text = (await reader.texts(PANE))[0];
    assert.ok(text.length > 200, 'there is something to read');
    await reader.button(/why this date/i, PANE);
    await soon(async () => {
      const [more] = await reader.texts(PANE);
      assert.ok(more.length > text.length + 20, 'an explanation has opened');
      assert.match(more, /stated|inferred|corrected|not found/i);
    });
    await reader.button(/^(← back|× close)/i, PANE);
    await reader.stateIs('article', null);
  });

  journey('a search finds, finds nothing and says so, and is emptied', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const all = await reader.countsAgree();
    const { entities } = await reader.facets();
    const word = entities[0][1].split(' ').at(-1).toLowerCase();
    const box = 'input[type="search"]';
    await reader.type(box, word);
    await reader.stateIs('q', word);
    assert.ok((await reader.countsAgree()).articles > 0, `${word} finds something`);
    await soon(async () => assert.ok((await reader.texts('mark')).some((mark) => mark.toLowerCase().startsWith(word)), 'it is marked'));
    await reader.type(box, 'qzxwvkj');
    await reader.stateIs('q', `${word}qzxwvkj`);
    await soon(async () => assert.equal(await reader.count('articles'), 0));
    await soon(async () => assert.match((await reader.texts('main'))[0], /no |nothing|not found|none/i));
    await reader.type(box, '\uE003'.repeat(word.length + 7));
    await reader.stateIs('q', '');
    assert.deepEqual(await reader.countsAgree(), all);
  });

  journey('names are chosen, excluded and taken back by their chips', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const { id, name, count, articles } = await reader.dividing();
    const value = `[data-entity="${id}"][aria-pressed]`;
    await reader.click(value);
    await reader.stateIs('with', [id]);
    assert.equal((await reader.countsAgree()).articles, count, 'its count came true');
    assert.equal(await reader.run((value) => document.querySelector(value).ariaPressed ?? document.querySelector(value).getAttribute('aria-pressed'), value), 'true');
    const chip = new RegExp(`^take back.*${literally(name)}`, 'i');
    await reader.button(chip);
    await reader.stateIs('with', []);
    await reader.run((value) => document.querySelector(value).focus(), value);
    await reader.button(new RegExp(`^not ${literally(name)}$`, 'i'));
    await reader.stateIs('without', [id]);
    assert.equal((await reader.countsAgree()).articles, articles - count);
    await reader.button(chip);
    await reader.stateIs('without', []);
    assert.equal((await reader.countsAgree()).articles, articles);
  });

  journey('an outlet is chosen, and the others keep their counts', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const { outlets } = await reader.facets();
    const [name, count] = outlets[0];
    await reader.click(`[data-outlet=${JSON.stringify(name)}][aria-pressed]`);
    await reader.stateIs('outlet', [name]);
    assert.equal((await reader.countsAgree()).articles, count);
    assert.deepEqual((await reader.run(() => window.dateline.facets())).outlets, outlets);
  });

  journey('the tabs lead to the views, and a copied address to the same state', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const { id } = await reader.dividing();
    for (const view of ['list', 'compare', 'timeline', 'list']) await reader.show(view);
    await reader.click(`[data-entity="${id}"][aria-pressed]`);
    await reader.stateIs('with', [id]);
    await reader.openListed('article');
    const before = { state: await reader.state(), counts: await reader.countsAgree() };
    const hash = await reader.run(() => location.hash);
    await reader.open(served.address + hash);
    assert.deepEqual({ state: await reader.state(), counts: await reader.countsAgree() }, before);
    await reader.reload();
    assert.deepEqual({ state: await reader.state(), counts: await reader.countsAgree() }, before);
    await soon(async () => assert.ok((await reader.texts(PANE))[0].length > 200));
  });

  journey('the timeline zooms by its buttons and by keys', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.atRest();
    await reader.button(/^all years/i);
    const whole = await reader.atRest();
    await reader.button(/^zoom in/i);
    const near = await reader.redrawn(whole);
    await reader.button(/^zoom out/i);
    await reader.redrawn(near);
    await reader.button(/^all years/i);
    await soon(async () => assert.equal(await reader.atRest(), whole));
    await reader.run(() => document.querySelector('[data-timeline] a').focus());
    await reader.press('+');
    await reader.redrawn(whole);
    await reader.press('0');
    await soon(async () => assert.equal(await reader.atRest(), whole, 'nought shows everything'));
    await reader.press('Home', 'Enter');
    await soon(async () => assert.notEqual((await reader.state()).event, null, 'Enter opens an event'));
  });

  journey('on a phone the filters are a sheet, and what is read covers the screen', { size: PHONE }, async (reader, { served }) => {
    await reader.open(served.address);
    const width = await reader.run(() => innerWidth);
    assert.ok(width <= 500, `${width} pixels are a phone`);
    await reader.fits('the front page');
    const { entities, events } = await reader.facets();
    await reader.button(/filters/i);
    await soon(async () => assert.match((await reader.texts('button')).find((text) => /^show \d/i.test(text)) ?? '', new RegExp(`^Show ${events} event`)));
    await reader.click(`[data-entity="${entities[0][0]}"][aria-pressed]`);
    await reader.stateIs('with', [entities[0][0]]);
    await reader.button(/^show \d/i);
    await soon(async () => assert.ok(!(await reader.shows('button', /^show \d/i)), 'the sheet is gone'));
    await reader.countsAgree();
    await reader.openListed('event');
    await soon(async () => {
      const box = await reader.run((pane) => document.querySelector(pane).getBoundingClientRect().toJSON(), PANE);
      assert.ok(box.x <= 0.5 && box.width >= width - 20, `as wide as the screen: ${JSON.stringify(box)}`);
    });
    await reader.fits('an event');
    await reader.back();
    await reader.stateIs('event', null);
  });

  const paper = (reader) => reader.run(() => {
    const [red] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
    return red < 80 ? 'dark' : red > 200 ? 'light' : `between: ${red}`;
  });

  journey('by day the page is light, and dark where its address says so', {}, async (reader, { served }) => {
    await reader.open(served.address);
    assert.equal(await paper(reader), 'light');
    await reader.open(`${served.address}?theme=dark`);
    await soon(async () => assert.equal(await paper(reader), 'dark'));
    await reader.countsAgree();
  });

  journey('where the reader’s system is dark, so is the page', { dark: true }, async (reader, { served }) => {
    await reader.open(served.address);
    assert.equal(await paper(reader), 'dark');
    await reader.openListed('article');
    await reader.open(`${served.address}?theme=light`);
    await soon(async () => assert.equal(await paper(reader), 'light'));
  });
});
