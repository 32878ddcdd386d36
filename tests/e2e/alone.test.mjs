// The whole explorer in one file, opened from the disk.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { dist, eventually, PHONE, shareBrowser, stay } from './harness.mjs';

shareBrowser();

let folder;
before(async () => {
  // Alone in a folder whose name needs care: nothing that lies beside it in dist/ can help.
  folder = await mkdtemp(join(tmpdir(), 'dateline alone & ünter % '));
  await cp(join(dist(), 'dateline.html'), join(folder, 'dateline.html'));
});
after(() => rm(folder, { recursive: true }));

/** One journey on the file, with every address it asked for. */
function fromDisk(name, options, act) {
  test(name, { timeout: 90_000 }, () => {
    const address = pathToFileURL(join(folder, 'dateline.html')).href;
    return stay({ origin: 'file://', address }, options, async (reader) => {
      const asked = [];
      reader.page.on('request', (request) => asked.push(request.url()));
      await reader.open(options.at ?? '');
      await act(reader, asked);
    });
  });
}

fromDisk('a double click opens the explorer, and nothing else is asked for', {}, async (reader, asked) => {
  const { articles, events } = await reader.countsAgree();
  assert.ok(articles > 0 && events > 0, `${articles} articles, ${events} events`);
  await reader.show('list');
  await reader.openListed('article');
  const strangers = asked.filter((url) => !url.startsWith('data:') && !url.includes('/dateline.html'));
  assert.deepEqual(strangers, []);
});

fromDisk('the address of the file holds the state, and Back walks it', {}, async (reader) => {
  await reader.show('list');
  const article = await reader.openListed('article');
  assert.match(reader.hash(), /view=list/);
  await reader.page.goBack();
  await reader.stateIs('article', null);
  await reader.page.goBack();
  await reader.stateIs('view', 'story');
  for (let step = 0; step < 2; step++) await reader.page.goForward();
  await reader.stateIs('article', article);
  await reader.page.reload();
  await reader.ready();
  await reader.stateIs('article', article);
});

fromDisk('a state in the address is there at the start', { at: '#/?view=compare&q=talks' }, async (reader) => {
  const { view, q } = await reader.state();
  assert.deepEqual({ view, q }, { view: 'compare', q: 'talks' });
  await reader.countsAgree();
});

fromDisk('on a phone too', { size: PHONE, phone: true }, async (reader) => {
  await reader.countsAgree();
});

fromDisk('it keeps nothing and has no worker', {}, async (reader) => {
  await reader.countsAgree();
  const kept = await reader.page.evaluate(async () => {
    const workers = await navigator.serviceWorker?.getRegistrations().catch(() => []);
    return { cookies: document.cookie, local: localStorage.length, workers: workers?.length ?? 0 };
  });
  assert.deepEqual(kept, { cookies: '', local: 0, workers: 0 });
});

test('the file weighs less than its bound: 1.45 times the program', async () => {
  const program = (await readdir(dist())).find((name) => /^dateline-\w+\.wasm$/.test(name));
  const [whole, part] = await Promise.all(['dateline.html', program].map((name) => readFile(join(dist(), name))));
  assert.ok(whole.length <= part.length * 1.45, `${whole.length} of ${part.length}`);
});

test('the file names no other file or host', async () => {
  const text = await readFile(join(dist(), 'dateline.html'), 'utf8');
  const markup = text.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '');
  const addresses = [...markup.matchAll(/\s(?:src|href)=["']?([^"'\s>]*)/g)].map(([, address]) => address);
  assert.deepEqual(addresses.filter((address) => !address.startsWith('data:')), []);
  const [, css] = /<style>([\s\S]*?)<\/style>/.exec(text);
  assert.doesNotMatch(css, /url\((?!["']?data:)|@import/);
});

test('the front page from the disk says at once which file to open, and leads there', { timeout: 90_000 }, async () => {
  const copy = join(folder, 'site');
  await cp(dist(), copy, { recursive: true });
  const address = pathToFileURL(join(copy, 'index.html')).href;
  const expected = /CORS|ERR_FAILED|(failed request|request elsewhere): file:/;
  await stay({ origin: 'file://', address }, { expected }, async (reader) => {
    const { page } = reader;
    await page.goto(`${address}#/?view=list`);
    const said = page.getByRole('alert').filter({ hasText: /opened from the disk/i });
    await said.waitFor();
    const isOnTop = await said.evaluate((note) => {
      const { left, top, width, height } = note.getBoundingClientRect();
      const corners = [[left + 5, top + 3], [left + width / 2, top + height / 2], [left + width - 5, top + height - 3]];
      return top >= 0 && top + height <= innerHeight + 0.5
        && corners.every(([x, y]) => note.contains(document.elementFromPoint(x, y)));
    });
    assert.ok(isOnTop, 'all of it is seen');
    await said.getByRole('link', { name: 'dateline.html' }).click();
    await reader.ready();
    await reader.stateIs('view', 'list');
  });
});

test('a program that does not come out whole is told in words', { timeout: 90_000 }, async () => {
  const file = join(folder, 'damaged.html');
  const text = await readFile(join(dist(), 'dateline.html'), 'utf8');
  await writeFile(file, text.replace(/(<script id=["']?program[^>]*>)[\w+/]{400}/, '$1'));
  await stay({ origin: 'file://', address: pathToFileURL(file).href }, {}, async (reader) => {
    await reader.page.goto(pathToFileURL(file).href);
    await reader.page.getByRole('alert').filter({ hasText: /could not start/ }).waitFor();
    await eventually(async () => assert.equal(await reader.page.locator('#dateline').getAttribute('data-state'), 'error'));
  });
});

test('the articles stand in a section of the program, which can be exchanged without compiling', { timeout: 90_000 }, async () => {
  const file = join(folder, 'exchanged.html');
  const text = await readFile(join(dist(), 'dateline.html'), 'utf8');
  const [, packed] = /<script id=["']?program[^>]*>([\w+/=]+)/.exec(text);
  const program = inflateSync(Buffer.from(packed, 'base64'));
  const [section, ...more] = WebAssembly.Module.customSections(new WebAssembly.Module(program), 'dateline-corpus');
  assert.ok(section.byteLength > 100 && more.length === 0);
  const corpus = program.indexOf(Buffer.from(section));
  assert.equal(program.indexOf(Buffer.from(section), corpus + 1), -1, 'they are in it once');
  // What stands there is what is read: here it is no corpus any more.
  program.write('none', corpus);
  await writeFile(file, text.replace(packed, deflateSync(program).toString('base64')));
  await stay({ origin: 'file://', address: pathToFileURL(file).href }, {}, async (reader) => {
    await reader.page.goto(pathToFileURL(file).href);
    await reader.page.getByRole('heading', { name: /The articles cannot be shown: the corpus does not begin as one of this version does/ }).waitFor();
    await eventually(async () => assert.equal(await reader.page.locator('#dateline').getAttribute('data-state'), 'error'));
  });
});
