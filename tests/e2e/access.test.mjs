// Nothing for axe to find, in whatever state a page is; and every control large enough to hit.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { alone, corpus } from './alone.mjs';
import { blameless } from './axe.mjs';
import { dist, eventually, journey, PHONE, shareBrowser, stay } from './harness.mjs';
import { around, explorer, hosted, settled } from './hosts.mjs';
import { serve } from './server.mjs';

shareBrowser();

const go = (reader, state) => reader.page.evaluate((state) => window.dateline.go(state), state);
const phone = { size: PHONE, phone: true };

/** States of the explorer, each with what leads to it. */
const STATES = {
  'the events': () => {},
  'the articles': (reader) => reader.show('list'),
  'the comparison': (reader) => reader.show('compare'),
  'an article': (reader) => reader.openListed('article'),
  'an article opened from an event': async (reader) => {
    await reader.openListed('event');
    await reader.pane().getByRole('link', { name: 'Read the article' }).first().click();
    await eventually(async () => assert.notEqual((await reader.state()).article, null));
  },
  'an event': (reader) => reader.openListed('event'),
  'why a date is so, and what was left out': async (reader) => {
    await reader.openListed('article');
    await reader.why().click();
    await reader.leftOut().click();
    await reader.pane().locator('.left-out').first().waitFor();
  },
  'the names and dates of a text': async (reader) => {
    await reader.openListed('article');
    await reader.markedFold().click();
    await reader.pane().locator('.dates').waitFor();
  },
  'what the filters leave out, opened by a link': async (reader) => {
    await reader.openOutside();
    await reader.outside().waitFor();
  },
  'a search for what is misspelt': async (reader) => {
    await reader.searchFor('Istanbil');
    await reader.respelt().waitFor();
  },
  'choices with chips': async (reader) => {
    const { entities, outlets } = await reader.facets({});
    await go(reader, { with: [entities[0][0]], without: [entities.at(-1)[0]], outlet: outlets.map(([name]) => name), q: 'talks' });
    await reader.page.getByRole('button', { name: 'Clear all' }).waitFor();
  },
  'a search that finds nothing': async (reader) => {
    await reader.searchFor('qzxwvkj');
    await eventually(async () => assert.equal(await reader.count('articles'), 0));
  },
  'an address that asks for what is not there': async (reader) => {
    await reader.page.evaluate(() => { location.hash = '#/?with=nobody&colour=red'; });
    await reader.page.getByRole('button', { name: 'Dismiss' }).waitFor();
  },
};

for (const [name, lead] of Object.entries(STATES)) {
  for (const [device, options] of [['desk', {}], ['phone', phone]]) {
    journey(`${name}: nothing is wrong at the ${device}`, options, async (reader) => {
      await lead(reader);
      await blameless(reader.page, name);
    });
  }
}

journey('the filters as a sheet: nothing is wrong', phone, async (reader) => {
  await reader.filtersButton().tap();
  await reader.showButton().waitFor();
  await blameless(reader.page, 'the sheet of filters');
});

journey('the keys of the timeline and why a name is one: nothing is wrong', {}, async (reader) => {
  await reader.sentences().first().focus();
  await reader.page.keyboard.press('?');
  await reader.page.getByRole('dialog').waitFor();
  await reader.page.getByRole('button', { name: 'why one?' }).first().click();
  await reader.page.locator('.filters .why').waitFor();
  await blameless(reader.page, 'the keys');
});

test('the pages without scripts: nothing is wrong', { timeout: 90_000 }, async () => {
  await onSite({ expected: /404|site\.webmanifest|Failed to load/ }, async (reader) => {
    const { page, site } = reader;
    for (const path of await pages()) {
      // The page for what is not there finds its site by this, and would be gone.
      if (path === 'no-such/page') await page.route('**/site.webmanifest', (route) => route.abort());
      await page.goto(site.address + path);
      if (path === 'embed.html') await page.locator('dateline-explorer').waitFor();
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      await blameless(page, path);
    }
  });
});

test('before the program comes, and where it does not: nothing is wrong', { timeout: 90_000 }, async () => {
  await onSite({ expected: /failed request|console/ }, async ({ page, site }) => {
    await page.route('**/*.wasm', () => {});
    await page.goto(site.address, { waitUntil: 'commit' });
    await page.locator('.day .row').first().waitFor();
    await blameless(page, 'the first list');
    await page.unroute('**/*.wasm');
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(site.address);
    await page.getByRole('alert').waitFor();
    await blameless(page, 'the error');
  });
});

/** A reader over the served page who has gone nowhere yet. */
async function onSite(options, act) {
  const site = await serve(dist());
  try {
    await stay(site, options, act);
  } finally {
    await site.close();
  }
}

/** One page of each kind. */
async function pages() {
  const one = async (folder) => `${folder}/${(await readdir(join(dist(), folder)))[0]}`;
  return ['articles.html', 'events.html', await one('articles'), await one('days'), await one('events'), 'embed.html', 'no-such/page'];
}

alone('the single file: nothing is wrong', () => {}, async (page) => {
  await page.locator('[data-state="ready"]').waitFor();
  await blameless(page, 'the single file');
});

alone('a page without articles says so, and nothing is wrong', (program) => {
  const bytes = corpus(program);
  // Nothing but a title, and no parts beside it, as long as the bytes that are to be filled: first the numbers, then the text.
  const length = bytes.length - 4 - 4 - 10;
  const numbers = [0, length & 127 | 128, length >> 7 & 127 | 128, length >> 14, 0, 0, 0, 0, 0, 0];
  bytes.writeUInt32LE(numbers.length, 4);
  bytes.set(numbers, 8);
  bytes.fill('x', 8 + numbers.length);
}, async (page) => {
  await page.locator('[data-state="empty"]').waitFor();
  await page.getByRole('heading', { name: 'No articles yet' }).waitFor();
  await blameless(page, 'the page without articles');
});

alone('a corpus that cannot be read is an error in words, and nothing is wrong', (program) => {
  corpus(program).writeUInt32LE(1, 4);
}, async (page) => {
  await page.locator('[data-state="error"]').waitFor();
  assert.match(await page.locator('body').innerText(), /articles cannot be shown/);
  await blameless(page, 'the error');
});

hosted('in other people\'s pages: nothing is wrong in a frame or inline', (site) => ({
  '/': around(site, `<main><h1>Story</h1>${['full', 'compact', 'timeline'].map((chrome) =>
    `<dateline-explorer id="${chrome}" src="${site.address}" chrome="${chrome}"></dateline-explorer>`).join('')}</main>`),
  '/inline': around(site, '<main><h1>Story</h1><dateline-explorer id="one" inline></dateline-explorer></main>'),
}), {}, async (page, { host }) => {
  for (const chrome of ['full', 'compact', 'timeline']) {
    await page.locator(`#${chrome}`).scrollIntoViewIfNeeded();
    const one = await explorer(page, chrome);
    await settled(one);
    await blameless(await one.inside(), `the frame with ${chrome} parts`);
    await one.call('go', { event: (await (await one.inside()).locator('[data-event]').first().getAttribute('data-event')) });
    await (await one.inside()).locator('.reader h2').waitFor();
    await blameless(await one.inside(), `an event in the frame with ${chrome} parts`);
  }
  await blameless(page, 'the page around the frames');
  await page.goto(`${host.origin}/inline`);
  await settled(await explorer(page, 'one'));
  await blameless(page, 'the page with an instance inline');
});
