// The timeline under the hand: zoom, pan, brush; and its labels at every size.
import assert from 'node:assert/strict';
import { eventually, journey, PHONE, shareBrowser } from './harness.mjs';

shareBrowser();

async function middle(place) {
  const { x, y, width, height } = await place.boundingBox();
  return { x: x + width / 2, y: y + height / 2, width, height, left: x, top: y };
}

async function ctrlWheel(reader, amount) {
  await reader.page.keyboard.down('Control');
  await reader.page.mouse.wheel(0, amount);
  await reader.page.keyboard.up('Control');
}

journey('Ctrl and the wheel zoom the timeline and not the page', {}, async (reader) => {
  const whole = await reader.atRest();
  const { x, y } = await middle(reader.surface());
  await reader.page.mouse.move(x, y);
  await ctrlWheel(reader, -240);
  const near = await reader.redrawn(whole);
  assert.equal(await reader.page.evaluate(() => visualViewport.scale), 1);
  await ctrlWheel(reader, 240);
  await reader.redrawn(near);
});

journey('the plain wheel over the timeline scrolls the page', { size: { width: 1280, height: 420 } }, async (reader) => {
  const whole = await reader.atRest();
  const { x } = await middle(reader.surface());
  await reader.page.mouse.move(x, 200);
  await reader.page.mouse.wheel(0, 150);
  await eventually(async () => assert.ok((await reader.page.evaluate(() => scrollY)) > 50, 'the page has scrolled'));
  await reader.page.evaluate(() => scrollTo(0, 0));
  assert.equal(await reader.atRest(), whole, 'the timeline has not moved');
});

journey('the timeline opens on the story, Fit shows everything, and Story comes back', {}, async (reader) => {
  const story = await reader.atRest();
  await reader.fit().click();
  const whole = await reader.redrawn(story);
  const years = (drawing) => (drawing.match(/\b(1[5-9]|20)\d\d\b/g) ?? []).length;
  assert.ok(years(whole) > years(story), 'the background of other years is out of view at first');
  await reader.story().click();
  await eventually(async () => assert.equal(await reader.atRest(), story));
});

journey('the buttons zoom in and out, and Fit shows everything again', {}, async (reader) => {
  await reader.fit().click();
  const whole = await reader.atRest();
  await reader.zoomIn().click();
  const near = await reader.redrawn(whole);
  await reader.zoomOut().click();
  const far = await reader.redrawn(near);
  await reader.zoomIn().click();
  await reader.redrawn(far);
  await reader.fit().click();
  await eventually(async () => assert.equal(await reader.atRest(), whole));
});

journey('dragging moves the timeline and opens nothing', {}, async (reader) => {
  const whole = await reader.atRest();
  for (let presses = 0; presses < 3; presses++) await reader.zoomIn().click();
  const near = await reader.redrawn(whole);
  const before = await reader.state();
  const { left, top, width, height } = await middle(reader.surface());
  const y = top + height * 0.73;
  await reader.page.mouse.move(left + width * 0.6, y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(left + width * 0.45, y, { steps: 8 });
  await reader.page.mouse.up();
  await reader.redrawn(near);
  assert.deepEqual(await reader.state(), before, 'looking elsewhere chooses nothing');
});

journey('the brush keeps a span of days, in the counts and in the address', {}, async (reader) => {
  const all = await reader.countsAgree();
  const { left, top, width, height } = await middle(reader.strip());
  const y = top + height / 2;
  await reader.page.mouse.move(left + width * 0.35, y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(left + width * 0.6, y, { steps: 8 });
  await reader.page.mouse.up();
  await eventually(async () => {
    const { from, to } = await reader.state();
    assert.ok(from && to && from <= to, `${from} to ${to}`);
  });
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
  await reader.fit().click();
  await reader.redrawn(story);
  await reader.story().click();
  await eventually(async () => assert.equal(await reader.atRest(), story));
});

journey('a mark opens its event', {}, async (reader) => {
  await reader.atRest();
  const mark = await reader.surface().evaluate((surface) => {
    for (const mark of surface.querySelectorAll('[data-event]')) {
      const { x, y, width, height } = [...mark.querySelectorAll('circle')].at(-1).getBoundingClientRect();
      const at = { id: mark.dataset.event, x: x + width / 2, y: y + height / 2 };
      if (document.elementFromPoint(at.x, at.y)?.closest('[data-event]') === mark) return at;
    }
    return null;
  });
  assert.ok(mark, 'an event is marked alone and can be pointed at');
  await reader.page.mouse.click(mark.x, mark.y);
  await reader.stateIs('event', mark.id);
});

const SIZES = [
  ['1440 wide', { size: { width: 1440, height: 900 } }],
  ['1024 wide', { size: { width: 1024, height: 768 } }],
  ['768 wide', { size: { width: 768, height: 1024 } }],
  ['phone wide', { size: PHONE, phone: true }],
];
for (const [what, options] of SIZES) {
  journey(`no two labels touch at any zoom, ${what}`, options, async (reader) => {
    let seen = 0;
    for (let zoom = 0; zoom < 7; zoom++) {
      await reader.atRest();
      const labels = await reader.labels();
      seen += labels.length;
      assert.deepEqual(overlaps(labels), [], `zoom ${zoom}`);
      const button = reader.zoomIn();
      if (!(await button.isVisible()) || !(await button.isEnabled())) break;
      await button.click();
    }
    if (!options.phone) assert.ok(seen > 3, 'there are labels to look at');
  });
}

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
