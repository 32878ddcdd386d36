// The address holds the state: sharing, Back, Forward, and addresses that ask for what is not there.
import assert from 'node:assert/strict';
import { eventually, journey, shareBrowser } from './harness.mjs';

shareBrowser();

journey('Back and Forward walk through what was done', {}, async (reader) => {
  const { entities } = await reader.facets({});
  const [id] = entities[entities.length - 1];
  const all = await reader.countsAgree();
  await reader.page.evaluate((id) => window.dateline.go({ with: [id] }), id);
  await reader.stateIs('with', [id]);
  await reader.show('list');
  const article = await reader.openListed('article');

  await reader.page.goBack();
  await reader.stateIs('article', null);
  await reader.page.goBack();
  await reader.stateIs('view', 'story');
  await reader.page.goBack();
  await reader.stateIs('with', []);
  assert.deepEqual(await reader.countsAgree(), all);

  for (let step = 0; step < 3; step++) await reader.page.goForward();
  await reader.stateIs('article', article);
  assert.deepEqual((await reader.state()).with, [id]);
});

journey('a shared address brings back the same page', {}, async (reader) => {
  const { entities } = await reader.facets({});
  const state = { with: [entities[0][0]], q: entities[0][1].split(' ').at(-1), view: 'list' };
  await reader.page.evaluate((state) => window.dateline.go(state), state);
  await reader.stateIs('view', 'list');
  const article = await reader.openListed('article');
  const before = { state: await reader.state(), counts: await reader.countsAgree() };

  await reader.page.reload();
  await reader.ready();
  assert.deepEqual({ state: await reader.state(), counts: await reader.countsAgree() }, before);
  assert.equal((await reader.state()).article, article);
  await reader.pane().waitFor();
});

journey('the tab says what is open, and Back takes it back', {}, async (reader) => {
  const page = await reader.page.title();
  await reader.openListed('article');
  const read = await reader.pane().locator('h2').innerText();
  await eventually(async () => assert.equal(await reader.page.title(), `${read} \u{b7} ${page}`));
  await reader.page.goBack();
  await eventually(async () => assert.equal(await reader.page.title(), page));
});

journey('typing goes into the history once, not once a letter', {}, async (reader) => {
  const before = await reader.page.evaluate(() => history.length);
  await reader.search().pressSequentially('talks', { delay: 20 });
  await reader.stateIs('q', 'talks');
  await eventually(async () => assert.match(reader.hash(), /q=talks/));
  assert.ok((await reader.page.evaluate(() => history.length)) <= before + 1);
});

const STRANGE = [
  ['an article that is not there', '#/?article=no-such-article'],
  ['an event and a name that are not there', '#/?event=none&with=nobody-at-all'],
  ['an unknown key and an unknown view', '#/?colour=red&view=globe'],
  ['days that are none', '#/?from=2025-13-45&to=soon'],
  ['broken escapes', '#/?q=%E0%A4%A&with=%ff%zz'],
];
for (const [what, at] of STRANGE) {
  journey(`an address with ${what} opens with a notice and works`, { at }, async (reader) => {
    await reader.countsAgree();
    if (!at.includes('%E0')) {
      const notice = reader.page.locator('[role="status"], [role="alert"], [aria-live]')
        .filter({ hasText: /not found|not know|unknown|no such/i });
      await notice.first().waitFor();
    }
    await reader.page.evaluate(() => window.dateline.go({
      q: '', with: [], without: [], outlet: [], from: null, to: null, event: null, article: null, view: 'story', years: null,
    }));
    assert.ok((await reader.countsAgree()).articles > 0, 'it still answers');
  });
}

journey('a very long address is no trouble', { at: `#/?q=${'long%20'.repeat(2000)}` }, async (reader) => {
  await reader.countsAgree();
});
