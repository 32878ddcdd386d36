// Anywhere on any host: under any prefix, with and without a slash, at addresses that are not there.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, eventually, shareBrowser, stay } from './harness.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** A site of its own at this prefix, closed when `act` is done. */
async function at(prefix, act, folder = dist(), options = {}) {
  const site = await serve(folder, prefix, options);
  try {
    await act(site);
  } finally {
    await site.close();
  }
}

for (const prefix of ['/', '/a/', '/in/some/deep/folder/', '/with space & ümlaut/']) {
  test(`the page works under the prefix ${prefix}`, { timeout: 90_000 }, () => at(prefix, (site) =>
    stay(site, {}, async (reader) => {
      await reader.open('#/?view=list');
      assert.equal((await reader.state()).view, 'list');
      await reader.countsAgree();
      const article = await reader.openListed('article');
      assert.ok(reader.page.url().startsWith(site.address), reader.page.url());
      await reader.page.reload();
      await reader.ready();
      assert.equal((await reader.state()).article, article);
    })));
}

for (const [what, address] of [
  ['without its slash', (site) => site.address.slice(0, -1)],
  ['by its file', (site) => `${site.address}index.html`],
  ['by its file without the ending', (site) => `${site.address}index`],
  ['with a query of somebody else', (site) => `${site.address}?utm_source=letter`],
]) {
  test(`the page opens ${what}, with its state`, { timeout: 90_000 }, () => at('/some/prefix/', (site) =>
    stay(site, { expected: /^request elsewhere: .*\/some\/prefix$/ }, async (reader) => {
      await reader.page.goto(`${address(site)}#/?view=compare`);
      await reader.ready();
      assert.equal((await reader.state()).view, 'compare');
      await reader.countsAgree();
    })));
}

const LOST = /^console: .*404/;
for (const [what, path, expected, query = ''] of [
  ['an old address with a state', 'old/place/#/?view=list', { view: 'list' }],
  ['a file that is gone', 'timeline.html', {}],
  ['a state without its hash', 'explore/?view=list', { view: 'list' }],
  ['a state and a look', 'explore/?theme=dark#/?view=list', { view: 'list' }, '?theme=dark'],
  ['broken escapes', '%E0%A4%A/%ff', {}],
]) {
  for (const prefix of ['/some/prefix/', '/']) {
    test(`${what} leads back into the page at ${prefix}`, { timeout: 90_000 }, () => at(prefix, (site) =>
      stay(site, { expected: LOST }, async (reader) => {
        const answer = await reader.page.goto(site.address + path);
        assert.equal(answer.status(), 404);
        await eventually(() => assert.equal(new URL(reader.page.url()).pathname, prefix));
        await reader.ready();
        const state = await reader.state();
        for (const [key, value] of Object.entries(expected)) assert.deepEqual(state[key], value, key);
        assert.equal(new URL(reader.page.url()).search, query);
        await reader.countsAgree();
      })));
  }
}

for (const [kind, ending] of [['article', '.html'], ['article', '/'], ['event', '']]) {
  test(`a page of an ${kind} that is gone (“${ending}”) leads to it in the explorer`, { timeout: 90_000 }, () =>
    at('/some/prefix/', (site) => stay(site, { expected: LOST }, async (reader) => {
      await reader.open(kind === 'article' ? '#/?view=list' : '');
      const [id] = await reader.listedIds(kind);
      await withoutPages(async (folder) => {
        site.publish(folder);
        await reader.page.goto(`${site.address}${kind}s/${encodeURIComponent(id)}${ending}`);
        await eventually(() => assert.equal(new URL(reader.page.url()).pathname, '/some/prefix/'));
        await reader.ready();
        await reader.stateIs(kind, id);
      });
    })));
}

for (const [what, path, expected] of [
  ['a day', 'days/2025-05-25.html', { from: '2025-05-25', to: '2025-05-25' }],
  ['a month', 'days/2024-02.html', { from: '2024-02-01', to: '2024-02-29' }],
  ['a decade', 'days/1930s.html', { from: '1930-01-01', to: '1939-12-31' }],
  ['a century', 'days/1900-1999.html', { from: '1900-01-01', to: '1999-12-31' }],
  ['a day among others', 'days/2025.html#2025-05-25', { from: '2025-05-25', to: '2025-05-25' }],
  ['an event on its day', 'days/2025-05-25.html#EVENT', {}],
  ['a month of the articles', 'articles-2024-02-2.html', { from: '2024-02-01', to: '2024-02-29', view: 'list' }],
]) {
  test(`the page of ${what} that is gone leads to it in the explorer`, { timeout: 90_000 }, () =>
    at('/some/prefix/', (site) => stay(site, { expected: LOST }, async (reader) => {
      await reader.open('');
      const [id] = await reader.listedIds('event');
      await withoutPages(async (folder) => {
        site.publish(folder);
        await reader.page.goto(site.address + path.replace('EVENT', id));
        await eventually(() => assert.equal(new URL(reader.page.url()).pathname, '/some/prefix/'));
        await reader.ready();
        const state = await reader.state();
        const all = path.includes('EVENT') ? { event: id } : expected;
        for (const [key, value] of Object.entries(all)) assert.deepEqual(state[key], value, key);
      });
    })));
}

test('where no site of ours is, the lost page says so and leads nowhere', { timeout: 90_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-lost-'));
  try {
    await cp(join(dist(), '404.html'), join(folder, '404.html'));
    await at('/', (site) => stay(site, { expected: LOST }, async (reader) => {
      await reader.page.goto(`${site.address}a/b/c`);
      await reader.page.getByRole('heading', { level: 1 }).waitFor();
      await eventually(() => assert.ok(site.requests.includes('/site.webmanifest')));
      assert.equal(new URL(reader.page.url()).pathname, '/a/b/c');
      // A build that was told where it will stand can name that place.
      const told = await reader.page.locator('html').getAttribute('data-root');
      assert.equal(await reader.page.getByRole('link').count(), told ? 1 : 0);
    }), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the lost page leads to no other host, whatever the path says', { timeout: 90_000 }, () => at('/', (site) =>
  stay(site, { expected: LOST }, async (reader) => {
    await reader.page.goto(`${site.origin}//elsewhere.example/x/`);
    await eventually(() => assert.equal(reader.page.url(), site.address));
    await reader.ready();
  })));

test('a host that knows no type for programs serves the page all the same', { timeout: 90_000 }, () =>
  at('/some/prefix/', (site) => stay(site, {}, async (reader) => {
    await reader.open('');
    await reader.countsAgree();
  }), dist(), { types: { '.wasm': 'application/octet-stream' } }));

test('no file of the site names a host or a folder of the machine that built it', async () => {
  for (const name of await readdir(dist())) {
    if (!/\.(html|js|css|webmanifest)$/.test(name)) continue;
    const text = await readFile(join(dist(), name), 'utf8');
    assert.doesNotMatch(text, /https?:\/\/(localhost|127\.|0\.0)|\/home\/|\/root\/|file:\/\//, name);
  }
});

/** The site without the pages of articles and events, as if they were named otherwise. */
async function withoutPages(act) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-pages-'));
  try {
    await cp(dist(), folder, { recursive: true });
    for (const pages of ['articles', 'days', 'events']) await rm(join(folder, pages), { recursive: true, force: true });
    await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
