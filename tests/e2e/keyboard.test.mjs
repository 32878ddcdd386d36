// Everything without a mouse, and always seeing where one is.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

const inTimeline = () => Boolean(document.activeElement?.closest('[data-timeline] .labels'));

journey('slash goes to the search, and typing there stays there', {}, async (reader) => {
  await reader.page.keyboard.press('/');
  await eventually(async () => assert.ok(await reader.search().evaluate((one) => one === document.activeElement)));
  await reader.page.keyboard.type('a/b');
  assert.equal(await reader.search().inputValue(), 'a/b');
});

journey('arrows in the timeline move between events, Enter opens, Escape closes and gives the focus back', {}, async (reader) => {
  const { keyboard } = reader.page;
  const open = async () => {
    await keyboard.press('Enter');
    await eventually(async () => assert.notEqual((await reader.state()).event, null, 'an event is open'));
    const { event } = await reader.state();
    // Nobody closes what has not come yet: the focus moves to the event when it is shown.
    await eventually(async () => assert.ok(!(await reader.page.evaluate(inTimeline)), 'the focus is in the event'));
    await keyboard.press('Escape');
    await reader.stateIs('event', null);
    await eventually(async () => assert.ok(await reader.page.evaluate(inTimeline), 'the focus is back'));
    return event;
  };
  await reader.tabTo(inTimeline, 'the timeline');
  const reach = async (...keys) => {
    for (const key of keys) await keyboard.press(key);
    return open();
  };
  const first = await reach('Home');
  const second = await reach('Home', 'ArrowRight');
  assert.notEqual(second, first, 'right is another event');
  assert.equal(await reach('Home', 'ArrowRight', 'ArrowLeft'), first, 'left is the one before');
  assert.notEqual(await reach('End'), first);
});

journey('plus, minus and nought zoom the timeline', {}, async (reader) => {
  const { keyboard } = reader.page;
  await reader.tabTo(inTimeline, 'the timeline');
  const story = await reader.atRest();
  await keyboard.press('0');
  await reader.stateIs('years', 'all');
  const whole = await reader.redrawn(story);
  await keyboard.press('+');
  const near = await reader.redrawn(whole);
  await keyboard.press('-');
  await reader.redrawn(near);
  await keyboard.press('+');
  await reader.atRest();
  await keyboard.press('0');
  await eventually(async () => assert.equal(await reader.atRest(), whole, 'nought shows everything'));
});

journey('a name is chosen, an article opened and closed with keys alone', {}, async (reader) => {
  const { keyboard } = reader.page;
  await reader.tabTo(() => document.activeElement?.matches('[data-entity][aria-pressed="false"]'), 'a name');
  const id = await reader.page.evaluate(() => document.activeElement.dataset.entity);
  await keyboard.press('Space');
  await reader.stateIs('with', [id]);
  await reader.show('list');
  await reader.tabTo(() => {
    const at = document.activeElement;
    return Boolean(at?.matches('[data-article]') && !at.closest('[aria-label="Reader"]'));
  }, 'an article of the list');
  await keyboard.press('Enter');
  await eventually(async () => assert.notEqual((await reader.state()).article, null));
  await reader.pane().waitFor();
  await keyboard.press('Escape');
  await reader.stateIs('article', null);
});

journey('what has the focus shows it', {}, async (reader) => {
  const missing = [];
  for (let presses = 0; presses < 25; presses++) {
    await reader.page.keyboard.press('Tab');
    const said = await reader.page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const look = () => [at, ...at.querySelectorAll('*'), at.parentElement].map((one) => {
        const { outline, boxShadow, borderColor, stroke, strokeWidth, fill } = getComputedStyle(one);
        return [outline, boxShadow, borderColor, stroke, strokeWidth, fill].join(' ');
      }).join('\n');
      const focused = look();
      at.blur();
      const plain = look();
      at.focus();
      return focused === plain ? at.outerHTML.slice(0, 100) : null;
    });
    if (said) missing.push(said);
  }
  assert.deepEqual(missing, []);
});
