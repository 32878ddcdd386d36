// The timeline under the hand: the story, its days, zoom, pan and brush; its sentences at every size.
import assert from 'node:assert/strict';
import { eventually, journey, PHONE, shareBrowser } from './harness.mjs';

shareBrowser();

const DAY = /^\d{4}-\d\d-\d\d$/;

async function middle(place) {
  const { x, y, width, height } = await place.boundingBox();
  return { x: x + width / 2, y: y + height / 2, width, height, left: x, top: y };
}

async function ctrlWheel(reader, amount) {
  await reader.page.keyboard.down('Control');
  await reader.page.mouse.wheel(0, amount);
  await reader.page.keyboard.up('Control');
}

/** Waits until days are chosen, other than `before`. */
function chosen(reader, before) {
  return eventually(async () => {
    const now = await reader.days();
    assert.ok(now && DAY.test(now[0]) && DAY.test(now[1]), 'days are chosen');
    assert.notDeepEqual(now, before);
    return now;
  });
}

journey('Ctrl and the wheel zoom the timeline and not the page, and the address has the days', {}, async (reader) => {
  await reader.atRest();
  const { x, y } = await middle(reader.bars());
  await reader.page.mouse.move(x, y);
  await ctrlWheel(reader, -240);
  const near = await chosen(reader);
  assert.equal(await reader.page.evaluate(() => visualViewport.scale), 1);
  assert.ok(reader.hash().includes(`from=${near[0]}`));
  await ctrlWheel(reader, 240);
  await eventually(async () => assert.notDeepEqual(await reader.days(), near));
});

journey('the plain wheel over the timeline scrolls the page', { size: { width: 1280, height: 420 } }, async (reader) => {
  const whole = await reader.drawing();
  const { x } = await middle(reader.surface());
  await reader.page.mouse.move(x, 200);
  await reader.page.mouse.wheel(0, 150);
  await eventually(async () => assert.ok((await reader.page.evaluate(() => scrollY)) > 50, 'the page has scrolled'));
  await reader.page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => assert.equal(await reader.drawing(), whole, 'the timeline has not moved'));
});

journey('the timeline opens on the story; All years shows everything, and is part of the address', {}, async (reader) => {
  const story = await reader.atRest();
  assert.match(await reader.surface().innerText(), /\d+ events? (before, from|after, until)/, 'what lies before is told in words');
  await reader.allYears().click();
  const whole = await reader.redrawn(story);
  assert.ok(whole.length > story.length, 'more is drawn than at first');
  assert.doesNotMatch(await reader.surface().innerText(), /\d+ events? (before, from|after, until)/, 'and nothing is folded away');
  await reader.stateIs('years', 'all');
  assert.match(reader.hash(), /years=all/);
  await reader.page.goBack();
  await eventually(async () => assert.equal(await reader.atRest(), story));
  await reader.page.goForward();
  await reader.story().click();
  await reader.stateIs('years', null);
  await eventually(async () => assert.equal(await reader.atRest(), story));
});

journey('zooming in chooses days, which the list follows and Back undoes, down to a day of its own', {}, async (reader) => {
  const all = await reader.countsAgree();
  const story = await reader.atRest();
  await reader.zoomIn().click();
  const weeks = await chosen(reader);
  await reader.countsAgree();
  await reader.zoomOut().click();
  await eventually(async () => assert.notDeepEqual(await reader.days(), weeks));
  await reader.page.goBack();
  await eventually(async () => assert.deepEqual(await reader.days(), weeks));
  for (let presses = 0; presses < 8; presses++) await reader.zoomIn().click();
  const day = await eventually(async () => {
    const [from, to] = await reader.days();
    assert.equal(from, to);
    return from;
  });
  const { events } = await reader.countsAgree();
  assert.ok(events > 0 && events < all.events, `${events} on ${day}`);
  const told = await reader.sentences().evaluateAll((all) => all.map((one) => one.dataset.event));
  assert.ok(told.length > 0 && told.every((id) => id.startsWith(day)), `${told} on ${day}`);
  await reader.timeline().getByRole('button', { name: /→$/ }).click();
  const [next] = await chosen(reader, [day, day]);
  assert.ok(next > day, 'on to the next day');
  await reader.story().click();
  await eventually(async () => assert.equal(await reader.atRest(), story));
});

journey('dragging moves the days in view and opens nothing', {}, async (reader) => {
  await reader.zoomIn().click();
  const near = await chosen(reader);
  await reader.atRest();
  const { left, y, width } = await middle(reader.bars());
  await reader.page.mouse.move(left + width * 0.6, y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(left + width * 0.3, y, { steps: 8 });
  await reader.page.mouse.up();
  const later = await chosen(reader, near);
  assert.ok(later[0] > near[0], `${near} to ${later}`);
  assert.equal((await reader.state()).event, null);
});

journey('a bar says what it counts, and a click on it shows its day', {}, async (reader) => {
  await reader.atRest();
  const { left, width, y } = await middle(reader.bars());
  await reader.page.mouse.move(left + width / 2, y);
  const tip = reader.page.locator('.timeline-tip');
  await tip.waitFor();
  assert.match(await tip.innerText(), /\d{4}: \d+ articles? tells? of it, in \d+ events?/);
  await reader.page.mouse.click(left + width / 2, y);
  const [from, to] = await chosen(reader);
  assert.equal(from, to);
  await reader.countsAgree();
});

journey('the bars are one stop for the keys: arrows go from day to day, Enter shows one', {}, async (reader) => {
  await reader.bars().focus();
  const said = () => reader.bars().getAttribute('aria-valuetext');
  const { keyboard } = reader.page;
  await keyboard.press('Home');
  const first = await said();
  await keyboard.press('ArrowRight');
  const second = await said();
  assert.notEqual(second, first);
  await keyboard.press('ArrowLeft');
  assert.equal(await said(), first);
  await keyboard.press('End');
  assert.notEqual(await said(), first);
  await keyboard.press('Enter');
  const [from, to] = await chosen(reader);
  assert.equal(from, to);
});

journey('the brush keeps a span of days, in the counts and in the address', {}, async (reader) => {
  const all = await reader.countsAgree();
  const { left, top, width, height } = await middle(reader.strip());
  const y = top + height / 2;
  await reader.page.mouse.move(left + width * 0.25, y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(left + width * 0.45, y, { steps: 8 });
  await reader.page.mouse.up();
  const [from, to] = await chosen(reader);
  assert.ok(from <= to);
  const { articles, events } = await reader.countsAgree();
  assert.ok(articles < all.articles || events < all.events, 'fewer than all');
  assert.match(reader.hash(), /from=\d{4}-\d\d-\d\d/);
  assert.match(reader.hash(), /to=\d{4}-\d\d-\d\d/);

  await reader.page.goBack();
  await reader.stateIs('from', null);
  assert.deepEqual(await reader.countsAgree(), all);
});

journey('the story stays in view when the page becomes narrower', {}, async (reader) => {
  await reader.atRest();
  await reader.page.setViewportSize({ width: 1024, height: 768 });
  const story = await reader.atRest();
  await reader.allYears().click();
  await reader.redrawn(story);
  await reader.story().click();
  await eventually(async () => assert.equal(await reader.atRest(), story));
});

journey('a sentence opens its event here, and elsewhere as any link', {}, async (reader) => {
  await reader.atRest();
  const one = reader.sentences().first();
  const id = await one.getAttribute('data-event');
  const tab = reader.page.context().waitForEvent('page');
  await one.click({ modifiers: ['ControlOrMeta'] });
  const other = await tab;
  assert.ok(decodeURIComponent(other.url()).includes(`event=${id}`), other.url());
  await other.close();
  assert.equal((await reader.state()).event, null, 'nothing opens here');
  await one.click();
  await reader.stateIs('event', id);
});

journey('under a filter the timeline tells of what matches', {}, async (reader) => {
  const { id } = await reader.dividing();
  const before = await reader.atRest();
  await reader.entity(id).click();
  await reader.stateIs('with', [id]);
  await reader.redrawn(before);
  await reader.show('timeline');
  const listed = new Set(await reader.listedIds('event'));
  const told = await reader.sentences().evaluateAll((all) => all.map((one) => one.dataset.event));
  assert.ok(told.length > 0);
  assert.deepEqual(told.filter((one) => !listed.has(one)), []);
});

journey('days without anything offer the next day with something', {}, async (reader) => {
  await reader.page.evaluate(() => window.dateline.go({ from: '2025-07-01', to: '2025-07-20' }));
  const empty = await chosen(reader);
  await reader.timeline().getByRole('button', { name: /^(next|previous): /i }).click();
  await chosen(reader, empty);
  assert.ok((await reader.countsAgree()).events > 0);
});

const SIZES = [
  ['1920 wide', { size: { width: 1920, height: 1000 } }],
  ['1440 wide', { size: { width: 1440, height: 900 } }],
  ['1024 wide', { size: { width: 1024, height: 768 } }],
  ['768 wide', { size: { width: 768, height: 1024 } }],
  ['phone wide', { size: PHONE, phone: true }],
];
for (const [what, options] of SIZES) {
  journey(`no two sentences touch at any zoom, ${what}`, options, async (reader) => {
    let seen = 0;
    await reader.allYears().click();
    for (let zoom = 0; zoom < 9; zoom++) {
      await reader.atRest();
      const labels = await reader.labels();
      seen += labels.length;
      assert.deepEqual(overlaps(labels), [], `zoom ${zoom}`);
      const { width } = await reader.surface().boundingBox();
      const left = (await reader.surface().boundingBox()).x;
      const out = labels.filter(({ box }) => box.left < left - 20 || box.right > left + width + 20);
      assert.deepEqual(out.map(({ text }) => text), [], 'all are on the page');
      await reader.zoomIn().click();
    }
    assert.ok(seen > 3, 'there are labels to look at');
  });
}

journey('a sentence that is too long ends between two words, and its text stays whole', { size: { width: 1024, height: 768 } }, async (reader) => {
  await reader.atRest();
  const found = await reader.timeline().locator('.labels a').evaluateAll((all) => all.map((link) => {
    const title = link.querySelector('.title');
    const { bottom, right } = title.getBoundingClientRect();
    const end = title.querySelector('.end');
    const last = end?.previousSibling;
    const range = document.createRange();
    if (last) range.setStart(last, last.data.search(/\S+$/));
    if (last) range.setEnd(last, last.data.length);
    const word = last && range.getBoundingClientRect();
    return {
      whole: title.textContent === link.title,
      long: title.scrollHeight > title.clientHeight + 1 || Boolean(end),
      between: end && /\S$/.test(last.data) && /^\s/.test(end.nextSibling.data),
      fits: word && word.bottom <= bottom + 1 && right - word.right > 4,
    };
  }));
  assert.ok(found.every(({ whole }) => whole), 'the words are all there');
  const long = found.filter((one) => one.long);
  assert.ok(long.length > 0 && found.length > long.length, `${long.length} of ${found.length} are too long`);
  for (const { between, fits } of long) assert.ok(between && fits, JSON.stringify(long));
  // Made again after a step of the zoom, they end where they did.
  await reader.zoomIn().click();
  await reader.story().click();
  await reader.atRest();
  const ends = await reader.timeline().locator('.labels .end').count();
  assert.ok(ends >= 1, `${ends}`);
});

journey('with text twice as large the band grows, and nothing touches', { size: { width: 1440, height: 900 } }, async (reader) => {
  const high = async () => (await reader.surface().boundingBox()).height;
  const usual = await high();
  await reader.page.evaluate(() => { document.documentElement.style.fontSize = '32px'; });
  await reader.page.setViewportSize({ width: 1430, height: 900 });
  await eventually(async () => assert.ok((await high()) > usual * 1.8, `${usual} to ${await high()}`));
  await reader.atRest();
  assert.deepEqual(overlaps(await reader.labels()), []);
});

journey('on a phone a finger on the bars shows a day, and the story is one touch away', { size: PHONE, phone: true }, async (reader) => {
  await reader.atRest();
  const { left, width, y } = await middle(reader.bars());
  await reader.page.touchscreen.tap(left + width / 3, y);
  const [from, to] = await chosen(reader);
  assert.equal(from, to);
  await reader.countsAgree();
  const { height } = await reader.story().boundingBox();
  assert.ok(height >= 44, `${height}`);
  await reader.story().tap();
  await reader.stateIs('from', null);
});

function overlaps(labels) {
  const found = [];
  labels.forEach(({ text, box }, at) => {
    for (const other of labels.slice(at + 1)) {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // Half a pixel is rounding, not touching.
      if (wide > 0.5 && high > 0.5) found.push(`"${text}" and "${other.text}"`);
    }
  });
  return found;
}
