// What a reader leaves behind goes: reading on and on, or searching again and again, takes no more than was taken.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, eventually, shareBrowser, site, stay } from './harness.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** So many steps show what a hundred would take on. */
const STEPS = 40;

/** Nodes and listeners that the page has, when all that can go has gone. */
async function held(session) {
  // What listens goes after its element, and what it held after that.
  for (let round = 0; round < 4; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((done) => setTimeout(done, 100));
  }
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { nodes, jsEventListeners };
}

/** A journey that takes `step` again and again. */
function bounded(name, folder, step) {
  test(name, { timeout: 90_000 }, async () => {
    assert.ok(folder, 'DATELINE_PARTED names the page in parts');
    const place = folder === dist() ? site : await serve(folder);
    try {
      await stay(place, {}, async (reader) => {
        await reader.open('');
        const { ids } = await reader.page.evaluate(() => window.dateline.search('the', { limit: 100 }));
        const walk = async (from, to) => {
          for (let number = from; number < to; number += 1) await step(reader, ids[number % ids.length], number);
        };
        const session = await reader.page.context().newCDPSession(reader.page);
        await walk(0, STEPS);
        const before = await held(session);
        await walk(STEPS, 3 * STEPS);
        await eventually(async () => {
          const after = await held(session);
          for (const what of ['nodes', 'jsEventListeners']) {
            assert.ok(after[what] < 1.5 * before[what], `${what}: ${before[what]}, then ${after[what]}`);
          }
        });
      });
    } finally {
      if (place !== site) await place.close();
    }
  });
}

/** Opens an article and sees its text. */
async function read(reader, id) {
  await reader.page.evaluate((article) => window.dateline.go({ article, event: null }), id);
  await reader.stateIs('article', id);
  await reader.pane().locator('.body p').first().waitFor();
}

bounded('articles that were read one after the other are held no longer', dist(), read);
bounded('so it is where their texts lie beside', process.env.DATELINE_PARTED, read);
bounded('lists that a search has shown are held no longer', dist(), async (reader, id, number) => {
  const q = ['the', 'a', 'in', 'to', 'of'][number % 5];
  await reader.page.evaluate((words) => window.dateline.go({ q: words, view: 'list' }), q);
  await reader.stateIs('q', q);
});
