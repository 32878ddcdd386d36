// Articles whose texts lie in parts beside the program, in every engine.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { inEveryEngine, site } from './journeys.mjs';
import { PANE, soon } from './reader.mjs';

const isText = (path, bytes) => path.includes('/parts/') && inflateSync(bytes).includes('.\n\n');

const copy = site(() => process.env.DATELINE_PARTED);

inEveryEngine(copy, (journey) => {
  journey('an article’s text comes when it is opened, an event’s sentences too', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.openListed('article');
    await soon(async () => assert.ok((await reader.texts(PANE))[0].length > 600, 'there is something to read'));
    assert.ok(served.requests.some((path) => path.includes('/parts/')));
    await reader.press('Escape');
    await reader.stateIs('article', null);
    await reader.openListed('event');
    await soon(async () => assert.match((await reader.texts(PANE))[0], /date as written/i));
  });

  journey('a search looks through all texts', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.type('input[type="search"]', 'the');
    await reader.stateIs('q', 'the');
    await soon(async () => {
      const { articles } = await reader.countsAgree();
      const { total } = await reader.run(() => window.dateline.search('the'));
      assert.ok(total > 0 && articles === total, `${articles} of ${total}`);
    });
  });

  journey('a part that the host has lost is said, and comes when it is asked for again', { expected: /parts|integrity|404/ }, async (reader, { served }) => {
    served.spoil((path, bytes) => (isText(path, bytes) ? null : bytes));
    await reader.open(served.address);
    await reader.openListed('article');
    await soon(async () => assert.match((await reader.texts(PANE))[0], /could not be fetched/));
    served.spoil((path, bytes) => bytes);
    await reader.button(/^try again/i, PANE);
    await soon(async () => assert.ok((await reader.texts(PANE))[0].length > 600, 'there is something to read'));
  });
});
