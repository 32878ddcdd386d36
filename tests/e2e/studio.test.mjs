// studio.html: articles are dropped or chosen, read, put right and saved, and nothing leaves the page.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { blameless } from './axe.mjs';
import { browser, dist, eventually, shareBrowser, site } from './harness.mjs';
import { collect } from '../../studio/collect.mjs';
import { unzip, zip } from './zip.mjs';

shareBrowser();

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));
const seeds = readdirSync(SEEDS).filter((name) => name.endsWith('.txt')).map((name) => join(SEEDS, name));

/** A visit of the studio; it fails on an error, and on a request for anything but the page itself. */
function studio(name, act) {
  test(name, { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, locale: 'en-GB', acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(`console: ${message.text()}`); });
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && request.url() !== `${site.address}studio.html` && !request.url().startsWith('file:')) complaints.push(`request: ${request.url()}`);
    });
    try {
      await page.goto(`${site.address}studio.html`);
      await act(page);
    } catch (error) {
      if (complaints.length > 0) error.message += `\nthe page complained:\n${complaints.join('\n')}`;
      throw error;
    } finally {
      await context.close();
    }
    assert.deepEqual(complaints, [], 'the page complained');
  });
}

const made = (page) => page.frameLocator('#made iframe');
const counts = (page) => page.locator('#counts').innerText();

/** Presses a button and gives the bytes of what is saved. */
const saved = async (page, name) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return readFileSync(await download.path());
};
/** Waits until what was asked for is read and shown. */
const ready = async (page, said) => {
  await eventually(async () => {
    assert.match(await counts(page), said);
    assert.equal(await page.evaluate(() => document.body.ariaBusy), 'false');
  }, 60_000);
  await made(page).locator('[data-state="ready"]').waitFor();
};
const text = (what) => `${what} opens at last\n\nThe Port Post, 5 March 2024\n\nThe new ${what.toLowerCase()} was opened on Monday by the mayor, who thanked the builders for twenty years of patient work on it.\n`;

studio('what is saved is what a build makes: the file and the site, byte for byte', async (page) => {
  await page.locator('#files').setInputFiles([...seeds, join(SEEDS, 'dateline.toml')]);
  await ready(page, /^Istanbul talks, 2025: 5 articles, \d+ events$/);
  assert.ok((await saved(page, 'Save as one file')).equals(readFileSync(join(dist(), 'dateline.html'))), 'the file');
  const site = unzip(await saved(page, 'Save as a site'));
  const built = readdirSync(dist(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .map((one) => join(one.parentPath ?? one.path, one.name).slice(dist().length + 1)).filter((name) => name !== '.dateline-files').sort();
  assert.deepEqual([...site.keys()].sort(), built);
  for (const name of built) assert.ok(readFileSync(join(dist(), name)).equals(site.get(name)), name);
  // Where the program knows no releases of its own, nothing is written that could not run.
  const button = await page.locator('#save-sources').innerText();
  const sources = unzip(await saved(page, button));
  for (const name of readdirSync(SEEDS)) {
    assert.ok(readFileSync(join(SEEDS, name)).equals(sources.get(`articles/${name}`)), name);
  }
  const workflow = sources.get('.github/workflows/pages.yml')?.toString();
  assert.equal(button === 'Save for a repository', workflow !== undefined);
  assert.ok(!workflow?.includes('OWNER/'));
});

test('a folder is walked to its end: by hundreds, without end nowhere, and what fails is named', async () => {
  const file = (name) => ({ name, isDirectory: false, file: (done) => done({ name, size: 1, lastModified: 1 }) });
  const folder = (name, entries) => ({
    name,
    isDirectory: true,
    createReader() {
      const left = [...entries()];
      return { readEntries: (done) => done(left.splice(0, 100)) };
    },
  });
  const many = folder('many', () => Array.from({ length: 250 }, (_, at) => file(`${at}.txt`)));
  const loop = folder('loop', () => [loop, file('.hidden')]);
  const bad = { name: 'bad', isDirectory: true, createReader: () => ({ readEntries: (_, fail) => fail(new Error('gone')) }) };
  const unread = { name: 'unread.txt', isDirectory: false, file: (_, fail) => fail(new Error('no right')) };
  const item = (entry) => ({ webkitGetAsEntry: () => entry, getAsFile: () => (entry.isDirectory ? null : { name: entry.name }) });
  const names = (found) => found.map(({ name, why }) => why ?? name);
  const alone = await collect({ items: [item(many)], files: [] });
  assert.deepEqual([alone.length, names(alone)[249]], [250, '249.txt']);
  const all = await collect({ items: [many, loop, bad, folder('d', () => [unread, folder('e', () => [file('a.zip')])]), file('b.zip')].map(item), files: [] });
  assert.equal(all.filter(({ name }) => name.startsWith('many/')).length, 250);
  assert.deepEqual(names(all.slice(250)), ['is a folder in 40 others, which would be read without end', 'gone', 'no right', 'd/e/a.zip', 'b.zip']);
  // An archive in a folder is a file that is not read, as for the command.
  assert.deepEqual(all.filter(({ packed }) => packed).map(({ name }) => name), ['b.zip']);
});

studio('a studio that is saved has its articles and corrections inside, goes on, and saves again the same bytes', async (page) => {
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  await page.getByText('Corrections', { exact: true }).click();
  await page.getByLabel('dateline.toml').fill('title = "Talks, put right"\n');
  await page.getByRole('button', { name: 'Apply' }).click();
  await ready(page, /^Talks, put right: 5 articles/);
  const first = await saved(page, 'Save with the studio');
  const folder = mkdtempSync(join(tmpdir(), 'dateline studio '));
  try {
    const file = join(folder, 'mine.html');
    writeFileSync(file, first);
    await page.goto(pathToFileURL(file).href);
    await ready(page, /^Talks, put right: 5 articles/);
    assert.ok((await saved(page, 'Save with the studio')).equals(first), 'the same bytes');
    await page.locator('#files').setInputFiles([{ name: 'c.txt', mimeType: 'text/plain', buffer: Buffer.from(text('Harbour')) }]);
    await ready(page, /^Talks, put right: 6 articles/);
    // A newer text of what is inside takes its place, and all of it can be saved again.
    const name = seeds[0].split('/').at(-1);
    await page.locator('#files').setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text('Tunnel')) }]);
    await ready(page, /^Talks, put right: 6 articles/);
    assert.match(await page.locator('#skipped, #doubts').allTextContents().then((all) => all.join()), /dropped later counts/);
    const again = join(folder, 'again.html');
    writeFileSync(again, await saved(page, 'Save with the studio'));
    await page.goto(pathToFileURL(again).href);
    await ready(page, /^Talks, put right: 6 articles/);
    assert.equal(await made(page).locator('body').evaluate((_, id) => window.dateline.search('tunnel').then(({ ids }) => ids.includes(id)), name.slice(0, -4)), true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

studio('a folder keeps its order and what it says of its files; what is dropped later is added', async (page) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline studio '));
  try {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'a.txt'), text('Bridge'));
    writeFileSync(join(folder, 'sub/b.txt'), text('Tunnel').replace('The Port Post, 5 March 2024\n\n', ''));
    writeFileSync(join(folder, 'sub/b.meta.json'), '{"date": "2024-03-07"}');
    writeFileSync(join(folder, '.hidden.txt'), text('Hidden'));
    writeFileSync(join(folder, 'picture.png'), 'x');
    await page.locator('#folder').setInputFiles(folder);
    await ready(page, /: 2 articles/);
    assert.match(await page.locator('#skipped').textContent(), /picture\.png: is not read/);
    const dates = () => made(page).locator('body').evaluate(() => window.dateline.search('new').then(({ ids }) => ids.sort()));
    assert.deepEqual(await dates(), ['a', 'sub/b']);
    const colleague = zip([['mail/c.txt', text('Harbour')], ['mail/dateline.toml', 'title = "Ways"\n']]);
    await page.locator('#files').setInputFiles([{ name: 'from a colleague.zip', mimeType: 'application/zip', buffer: colleague }]);
    await ready(page, /^Ways: 3 articles/);
    assert.deepEqual(await dates(), ['a', 'c', 'sub/b']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

studio('an archive is a folder; names that lead out of it, lies about sizes and what is none are refused by name', async (page) => {
  const file = (name, buffer) => ({ name, mimeType: 'application/zip', buffer });
  const good = zip([['news/a.txt', text('Bridge')], ['news/sub/b.txt', text('Tunnel')], ['__MACOSX/._a.txt', 'x'], ['news/../../out.txt', text('Out')]]);
  const short = zip([['short.txt', text('Short')]], () => 10);
  // It says that its file has two gigabytes; another says so of ten thousand.
  const huge = zip([['huge.txt', 'x'.repeat(100)]], () => 2 ** 31);
  const bomb = zip(Array.from({ length: 10_000 }, (_, at) => [`${at}.txt`, 'x']), () => 2 ** 31);
  await page.locator('#files').setInputFiles([file('good.zip', good), file('huge.zip', huge), file('short.zip', short), file('bomb.zip', bomb), file('none.zip', Buffer.from('PK'))]);
  await ready(page, /: 2 articles/);
  const named = await page.locator('#skipped').textContent();
  for (const part of ['good.zip/news/../../out.txt', 'huge.txt: has 2048 MB', 'bomb.zip', 'would unpack to', 'none.zip', 'short.txt: could not be read']) {
    assert.ok(named.includes(part), `${part} in ${named}`);
  }
});

studio('a file that is too large is refused before it is read, and thousands that are no articles are named', async (page) => {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(60 * 1024 * 1024)], '0 huge.txt'));
    for (let at = 0; at < 2000; at++) data.items.add(new File([at % 2 ? '' : 'x'], `small ${at}.txt`));
    data.items.add(new File([text], 'a.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, text('Bridge'));
  await ready(page, /: 2 articles,/);
  assert.match(await page.locator('#skipped').textContent(), /^2,000 files not read[^]*and 1,000 more/);
  assert.match(await page.locator('#skipped').textContent(), /0 huge\.txt: has 60 MB; at most \d+ MB were expected/);
});

studio('reading is stopped by its button, and begun again', async (page) => {
  const many = Array.from({ length: 600 }, (_, at) => ({ name: `${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text(`Bridge ${at}`).repeat(8)) }));
  await page.locator('#files').setInputFiles(many);
  await page.getByText(/^Reading /).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('heading', { name: 'Drop articles here' }).waitFor();
  assert.equal(await page.locator('#failed').isVisible(), false);
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  const before = await saved(page, 'Save as one file');
  // What was read before stays, also for saving.
  await page.locator('#files').setInputFiles(many);
  await page.getByText(/^Reading /).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await ready(page, /: 5 articles/);
  assert.ok((await saved(page, 'Save as one file')).equals(before));
});

studio('what may not be published is not saved, and the rule is named', async (page) => {
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  await page.getByText('Corrections', { exact: true }).click();
  await page.getByLabel('dateline.toml').fill('[publish.articles]\n"no-such" = "none"\n');
  await page.getByRole('button', { name: 'Apply' }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.body.ariaBusy), 'false'), 60_000);
  await page.getByRole('button', { name: 'Save as one file' }).click();
  await page.getByText(/should hold back[^]*dateline\.toml:2: .*no-such/).waitFor();
});

studio('with the keyboard alone, and without fault for who hears the page', async (page) => {
  await blameless(page, 'the empty studio');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'choose-files');
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  await page.evaluate(() => document.querySelector('#looks').open = true);
  await blameless(page, 'the studio with articles');
  await page.locator('#looks button').first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Correct this article' });
  await dialog.waitFor();
  await blameless(page, 'the form of an article');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Correct', 'the focus is where it was');
  await page.getByRole('button', { name: 'Correct a name' }).press('Enter');
  await page.getByRole('dialog', { name: 'Correct a name' }).waitFor();
  await blameless(page, 'the form of a name');
});

studio('on a phone everything can be reached', async (page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  for (const button of await page.locator('#acts').getByRole('button').all()) {
    const { x, width } = await button.boundingBox();
    assert.ok(x >= 0 && x + width <= 390);
  }
});

/** Presses Save in the open form, and waits for the page that is made then. */
const save = async (page, act = (dialog) => dialog.getByRole('button', { name: 'Save', exact: true }).click()) => {
  const before = await page.evaluate(() => document.body.dataset.made);
  await act(page.locator('dialog[open]'));
  await settled(page, before);
};
/** Waits until another page than this one is made. */
const settled = (page, before) => eventually(async () => {
  assert.notEqual(await page.evaluate(() => document.body.dataset.made), before);
  assert.equal(await page.evaluate(() => document.body.ariaBusy), 'false');
}, 60_000);
const press = async (page, name) => {
  const before = await page.evaluate(() => document.body.dataset.made);
  await page.getByRole('button', { name, exact: true }).click();
  await settled(page, before);
};
/** Opens an article or event in the page that is shown, and its form. */
const open = async (page, what) => {
  await made(page).locator('[data-state="ready"]').waitFor();
  await made(page).locator('body').evaluate((_, what) => window.dateline.go(what), what);
  await page.getByRole('button', { name: `Correct this ${Object.keys(what).find((key) => what[key])}`, exact: true }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  return dialog;
};
const overlay = (page) => page.locator('#overlay').inputValue();
/** What the pane of the page that is shown says, with its reasons open. */
const why = async (page) => {
  await made(page).locator('[data-state="ready"]').waitFor();
  await made(page).getByRole('button', { name: 'why this date?' }).first().click();
  return eventually(async () => {
    const said = await made(page).locator('.why').first().innerText();
    assert.notEqual(said, '');
    return said;
  });
};
/** That a correction has its day. */
const dated = (field) => new RegExp(`days\\.${field} = \\d{4}-\\d\\d-\\d\\d\n`);

studio('what is checked leaves the tray, with note and day in its reasons, and comes back by undo', async (page) => {
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  const looks = () => page.locator('#looks summary').innerText();
  const count = Number.parseInt(await looks(), 10);
  await page.evaluate(() => { document.querySelector('#looks').open = true; });
  const [first] = await page.locator('#looks li').allTextContents();
  const before = await page.evaluate(() => document.body.dataset.made);
  await page.locator('#looks li').first().getByRole('button', { name: /^It is right/ }).click();
  await settled(page, before);
  assert.equal(Number.parseInt(await looks(), 10) || 0, count - 1);
  assert.ok(!(await page.locator('#looks li').allTextContents()).includes(first));
  assert.match(await overlay(page), /checked = true\nfingerprint = "[0-9a-f]{16}"\ndays\.checked = \d{4}-\d\d-\d\d\n/);
  await press(page, 'Undo');
  assert.equal(Number.parseInt(await looks(), 10), count);
  assert.equal(await overlay(page), '');
  await press(page, 'Redo');
  const [, id] = /\[articles\.([^\]]+)\]/.exec(await overlay(page));
  const dialog = await open(page, { article: id.replaceAll('"', '') });
  assert.ok(await dialog.getByLabel('This is checked').isChecked());
  await dialog.getByLabel('Note on checking it').fill('Compared with the paper.');
  await save(page);
  const said = await why(page);
  assert.match(said, /The editor has checked it\./);
  assert.match(said, /“Compared with the paper\.” The editor's note on checking it, of \w+day \d+ \w+ \d{4}\./);
});

studio('each correction has its own note: a second one leaves that of the first, and goes with what is taken back', async (page) => {
  await page.locator('#files').setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text('Bridge')) }]);
  await ready(page, /: 1 article,/);
  let dialog = await open(page, { article: 'a' });
  const note = (on) => dialog.getByLabel(`Note on the ${on}`);
  assert.equal(await note('title').isVisible(), false, 'a note is on what is put right');
  await dialog.getByLabel('Title', { exact: true }).fill('The bridge is open');
  await note('title').fill('As the paper has it.');
  await blameless(page, 'the form with the note on a title');
  await save(page);
  const first = await overlay(page);
  assert.match(first, /^\[articles\.a\]\ntitle = "The bridge is open"\nfingerprint = "[0-9a-f]{16}"\nnotes\.title = "As the paper has it\."\ndays\.title = \d{4}-\d\d-\d\d\n$/);
  dialog = await open(page, { article: 'a' });
  assert.equal(await note('title').inputValue(), 'As the paper has it.');
  await dialog.getByLabel('Date', { exact: true }).fill('2024-03-06');
  await note('date').fill('Printed a day late.');
  await save(page);
  const both = await overlay(page);
  assert.match(both, /notes\.title = "As the paper has it\."\nnotes\.date = "Printed a day late\."\n/);
  const said = await why(page);
  assert.match(said, /“The bridge is open”[^“]*gives the title[^“]*“Bridge opens at last”[^“]*“As the paper has it\.” The editor's note on the title, of /);
  assert.match(said, /“Printed a day late\.” The editor's note on the date, of /);
  await press(page, 'Undo');
  assert.equal(await overlay(page), first);
  await press(page, 'Redo');
  assert.equal(await overlay(page), both);
  // What is taken back takes its note with it; a note alone can be written anew.
  dialog = await open(page, { article: 'a' });
  await dialog.getByLabel('Title', { exact: true }).fill('');
  await note('date').fill('');
  await save(page);
  assert.match(await overlay(page), /^\[articles\.a\]\ndate = "2024-03-06"\nfingerprint = "[0-9a-f]{16}"\ndays\.date = \d{4}-\d\d-\d\d\n$/);
  // What a hand wrote of the whole row is of what has nothing of its own.
  await page.getByText('Corrections', { exact: true }).click();
  const before = await page.evaluate(() => document.body.dataset.made);
  await page.getByLabel('dateline.toml').fill('[articles.a]\ntitle = "A"\nauthor = "Ada Quill"\nnote = "Asked."\n');
  await page.getByRole('button', { name: 'Apply' }).click();
  await settled(page, before);
  dialog = await open(page, { article: 'a' });
  assert.equal(await note('author').inputValue(), 'Asked.');
  await dialog.getByLabel('Author', { exact: true }).fill('A. Quill');
  await dialog.getByLabel('Outlet', { exact: true }).fill('The Post');
  await save(page);
  const now = await overlay(page);
  assert.match(now, /note = "Asked\."\n/);
  assert.match(now, /notes\.author = "Asked\."\n/);
  assert.ok(dated('outlet').test(now) && !now.includes('notes.outlet'), now);
  assert.match(await why(page), /“Asked\.” The editor's note on the title\./);
  // A row stays its article's when the file was called otherwise.
  const [known] = /fingerprint = .*/.exec(first);
  const again = await page.evaluate(() => document.body.dataset.made);
  await page.getByLabel('dateline.toml').fill(`[articles.old]\ntitle = "Kept"\n${known}\n`);
  await page.getByRole('button', { name: 'Apply' }).click();
  await settled(page, again);
  dialog = await open(page, { article: 'a' });
  assert.equal(await dialog.getByLabel('Title', { exact: true }).inputValue(), 'Kept');
  await dialog.getByLabel('Author', { exact: true }).fill('A. Quill');
  await save(page);
  assert.match(await overlay(page), /^\[articles\.old\]\ntitle = "Kept"\nauthor = "A\. Quill"\nfingerprint = /);
});

studio('corrections that contradict each other are said; all is undone and done again; saved, it saves again the same bytes', async (page) => {
  const files = ['Bridge', 'Tunnel', 'Harbour'].map((what, at) => ({
    name: `${what.toLowerCase()}.txt`, mimeType: 'text/plain',
    buffer: Buffer.from(`${text(what).replace('5 March', `${5 + 7 * at} March`).replace('by the mayor', 'by Ada Quill, the mayor, and Ben Marsh')}\nMinister Ben Marsh and Ada Quill said that they were glad of it.\n`),
  }));
  await page.locator('#files').setInputFiles(files);
  await ready(page, /: 3 articles,/);
  const first = await saved(page, 'Save as one file');
  const [one, two, three] = await made(page).locator('[data-event]').evaluateAll((rows) => [...new Set(rows.map((row) => row.dataset.event))].sort());
  assert.ok(three, 'three events');
  const steps = [
    `[events.${one}]\nmerge = ["${two}", "${three}"]\n[events.${two}]\nmerge = ["${one}", "${three}"]\n[events.${three}]\nleave_out = true\n[events.gone]\nkey = true\n`,
    '[entities]\nsplit = ["Ben Marsh"]\nignore = ["Ada Quill"]\n[entities.merge]\n"Ada Quill" = ["Ben Marsh"]\n"Ben Marsh" = ["Ada Quill"]\n',
    '[articles.bridge]\nlines_out = ["Minister Ben Marsh and Ada Quill said that they were glad of it."]\n[articles.bridge.lines_in]\n"Minister Ben Marsh and Ada Quill said that they were glad of it." = true\n[articles."bridge.txt"]\ntitle = "By file"\n',
    '[articles.bridge]\nleave_out = true\n[events.mine]\nown = true\nlabel = "Mine"\ndate = "2024-03-05"\ntold = { bridge = ["glad of it"] }\n',
    '[articles.bridge]\nleave_out = true\n[articles.tunnel]\nleave_out = true\n[articles.harbour]\nleave_out = true\n',
  ];
  const said = [/is left out and told with[^]*names no event/, /another meaning/, /out and in; one[^]*"bridge" was expected/, /is told by "bridge", which is no article/, null];
  await page.getByText('Corrections', { exact: true }).click();
  for (const [at, step] of steps.entries()) {
    const before = await page.evaluate(() => document.body.dataset.made);
    await page.getByLabel('dateline.toml').fill(step);
    await page.getByRole('button', { name: 'Apply' }).click();
    await settled(page, before);
    assert.equal(await page.locator('#failed').isVisible(), false);
    if (said[at]) assert.match(await page.locator('#doubts').textContent(), said[at]);
  }
  assert.match(await counts(page), /0 articles, 0 events$/);
  for (const step of [...steps.slice(0, -1).toReversed(), '']) {
    await press(page, 'Undo');
    assert.equal(await overlay(page), step);
  }
  assert.ok((await saved(page, 'Save as one file')).equals(first), 'as if nothing had been put right');
  for (const step of steps.slice(0, 3)) {
    await press(page, 'Redo');
    assert.equal(await overlay(page), step);
  }
  const whole = await saved(page, 'Save with the studio'), alone = await saved(page, 'Save as one file');
  const folder = mkdtempSync(join(tmpdir(), 'dateline studio '));
  try {
    const file = join(folder, 'mine.html');
    writeFileSync(file, whole);
    await page.goto(pathToFileURL(file).href);
    await ready(page, /: 3 articles,/);
    assert.ok((await saved(page, 'Save with the studio')).equals(whole), 'the same studio');
    assert.ok((await saved(page, 'Save as one file')).equals(alone), 'the same page');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

studio('a line is taken out of the text and another into it, and both come back by undo', async (page) => {
  const body = 'The new bridge was opened on Monday by the mayor, who thanked the builders for twenty years of patient work on it.';
  await page.locator('#files').setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(`${text('Bridge')}\nShare this story\n\nSubscribe to our newsletter\n`) }]);
  await ready(page, /: 1 article,/);
  let dialog = await open(page, { article: 'a' });
  await dialog.getByRole('button', { name: 'Save, and choose its lines' }).click();
  dialog = page.getByRole('dialog', { name: 'Which lines are the article' });
  await dialog.waitFor();
  await blameless(page, 'the form of an article’s lines');
  const shown = () => dialog.locator('li').evaluateAll((rows) => rows.map((row) => [row.querySelector('span').textContent, row.querySelector('input').checked]));
  const lines = await shown();
  assert.deepEqual(lines[0], [body, true]);
  const left = lines.find(([, is]) => !is)[0];
  await dialog.locator('li', { hasText: left }).locator('input').check();
  await dialog.locator('li', { hasText: left }).getByRole('combobox').selectOption('');
  await dialog.locator('li', { hasText: body }).locator('input').uncheck();
  await dialog.getByLabel('Note on lines taken out').fill('The page mixed them up.');
  await save(page);
  const paragraphs = () => made(page).locator('body').evaluate(() => [...document.querySelectorAll('article .body p, article p')].map((it) => it.textContent).join('\n'));
  await made(page).locator('[data-state="ready"]').waitFor();
  const written = await overlay(page);
  assert.ok(written.includes(`lines_out = ["${body}"]`) && written.includes(`"${left}" = ""`), written);
  for (const list of ['lines_out', 'lines_in']) assert.match(written, dated(list));
  assert.match(await paragraphs(), new RegExp(left));
  const said = await why(page);
  assert.match(said, /takes this line of the page, which was left out, into the text/);
  assert.match(said, /The page mixed them up\./);
  await press(page, 'Undo');
  assert.equal(await overlay(page), '');
  await press(page, 'Redo');
  // One that fits nothing any more is said.
  await page.locator('#files').setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text('Tunnel')) }]);
  await eventually(async () => assert.match(await page.locator('#doubts').textContent(), /\[articles\."a"\] takes out “?"The new bridge/), 60_000);
});

studio('a line that is taken into the text stands where it stood in the page', async (page) => {
  const [first, line, last] = ['The new bridge was opened on Monday by the mayor, who thanked the builders.', 'Sign up for our newsletter', 'Boats had carried all that the town needed for twenty years of patient work.'];
  const buffer = Buffer.from(`Bridge opens at last\n\nThe Port Post, 5 March 2024\n\n${first}\n\n${line}\n\n${last}\n`);
  await page.locator('#files').setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer }]);
  await ready(page, /: 1 article,/);
  let dialog = await open(page, { article: 'a' });
  await dialog.getByRole('button', { name: 'Save, and choose its lines' }).click();
  dialog = page.getByRole('dialog', { name: 'Which lines are the article' });
  const row = dialog.locator('li', { hasText: line });
  await row.locator('input').check();
  assert.equal(await row.getByRole('combobox').evaluate((choice) => choice.selectedOptions[0].textContent), 'where it stood in the page');
  await save(page);
  assert.match(await overlay(page), /\[articles\.a\.lines_in\]\n"Sign up for our newsletter" = true\n/);
  await made(page).locator('[data-state="ready"]').waitFor();
  const text = await made(page).locator('body').evaluate(() => document.querySelector('article').innerText);
  const places = [first, line, last].map((part) => text.indexOf(part));
  assert.ok(places[0] >= 0 && places[0] < places[1] && places[1] < places[2], text);
});

studio('a name gets another kind, and says what it was read as', async (page) => {
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  await page.getByRole('button', { name: 'Correct a name' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct a name' });
  await dialog.getByLabel('Name', { exact: true }).fill('Istanbul');
  await dialog.getByLabel(/It names something else/).check();
  await blameless(page, 'the form of a name of another kind');
  await dialog.getByLabel('Kind').selectOption('organisation');
  await dialog.getByLabel('Note').fill('The company.');
  await save(page);
  assert.match(await overlay(page), /\[names\.Istanbul\]\nkind = "organisation"\nnotes\.kind = "The company\."\ndays\.kind = /);
  const kinds = async () => {
    await made(page).locator('[data-state="ready"]').waitFor();
    return made(page).locator('body').evaluate(() => window.dateline.facets().entities.find(([, name]) => name === 'Istanbul')?.[0]);
  };
  assert.equal(await kinds(), 'istanbul');
  await page.getByRole('button', { name: 'Correct a name' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Istanbul');
  assert.match(await dialog.locator('[data-why]').textContent(), /^Read as: organisation\./);
  await page.keyboard.press('Escape');
  await press(page, 'Undo');
  assert.equal(await overlay(page), '');
});

studio('in one article a name is somebody else, and elsewhere it stays', async (page) => {
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  const counted = async (wanted) => {
    await made(page).locator('[data-state="ready"]').waitFor();
    return made(page).locator('body').evaluate((_, wanted) => window.dateline.facets({}, { top: 10_000 }).entities.find(([, name]) => name === wanted)?.[2] ?? 0, wanted);
  };
  const before = await counted('Istanbul');
  const id = seeds[1].split('/').at(-1).slice(0, -4);
  await open(page, { article: id });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Correct a name' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct a name' });
  await dialog.getByLabel('Name', { exact: true }).fill('Istanbul');
  await dialog.getByLabel(/In the open article alone/).check();
  await dialog.getByLabel('The other').fill('Istanbul, a ship');
  await save(page);
  assert.match(await overlay(page), new RegExp(`\\[articles\\."?${id}"?\\.names\\]\nIstanbul = "Istanbul, a ship"`));
  assert.equal(await counted('Istanbul, a ship'), 1);
  assert.equal(await counted('Istanbul'), before - 1);
  await press(page, 'Undo');
  assert.equal(await counted('Istanbul'), before);
});

studio('an event of one’s own is added, and some of another is told apart', async (page) => {
  await page.locator('#files').setInputFiles(seeds);
  await ready(page, /: 5 articles/);
  const events = async () => Number(/(\d+) events/.exec(await counts(page))[1]);
  const before = await events();
  await page.getByRole('button', { name: 'Add an event' }).click();
  let dialog = page.getByRole('dialog', { name: 'Add an event' });
  await dialog.waitFor();
  await blameless(page, 'the form of an event of one’s own');
  await dialog.getByLabel('In words').fill('The ministers speak by phone');
  await dialog.getByLabel('Date').fill('2025-05-20');
  await dialog.getByLabel('Note').fill('From the ministry’s log.');
  await save(page);
  assert.equal(await events(), before + 1);
  const id = '2025-05-20-the-ministers-speak-by-phone';
  assert.ok((await overlay(page)).includes(`[events.${id}]`), await overlay(page));
  dialog = await open(page, { event: id });
  await page.keyboard.press('Escape');
  const pane = made(page).locator('article.event').first();
  await pane.getByText('told by the editor').waitFor();
  assert.match(await pane.innerText(), /This happening is the editor's own; no rule found it\./);
  assert.match(await why(page), /From the ministry’s log\./);
  // Pinned as it is, it has a sentence on the timeline and a row in the list, which say whose it is.
  await made(page).locator('body').evaluate(() => window.dateline.go({ event: null }));
  const sentence = made(page).locator(`[data-timeline] [data-event="${id}"]`);
  await sentence.waitFor();
  assert.match(await sentence.innerText(), /the editor[^]*The ministers speak by phone/);
  const row = made(page).locator(`[data-event="${id}"]`, { hasText: 'told by the editor' });
  assert.ok(await row.count() > 0, 'the list says it');
  await press(page, 'Undo');
  assert.equal(await events(), before);

  // Two that were found are one.
  const [one, other] = await made(page).locator('[data-event]').evaluateAll((rows) => [...new Set(rows.map((row) => row.dataset.event))]);
  dialog = await open(page, { event: one, article: null });
  await dialog.getByLabel('Told also as').fill(other);
  await save(page);
  assert.equal(await events(), before - 1);
  assert.ok((await overlay(page)).includes(`merge = ["${other}"]`));
  assert.match(await why(page), /was also told as another, which is joined here/);
  await press(page, 'Undo');
  assert.equal(await events(), before);

  // An event that several tell: one of its sentences becomes another.
  await made(page).locator('[data-state="ready"]').waitFor();
  const several = await made(page).locator('[data-event]').evaluateAll((rows) => rows.map((row) => row.dataset.event));
  let told = 0, from;
  for (const event of new Set(several)) {
    dialog = await open(page, { event, article: null });
    await dialog.getByRole('button', { name: 'Save, and tell some of it apart' }).click();
    dialog = page.getByRole('dialog', { name: 'Tell some of it apart' });
    await dialog.waitFor();
    told = await dialog.locator('li').count();
    from = event;
    if (told > 1) break;
    await page.keyboard.press('Escape');
  }
  assert.ok(told > 1, 'an event that several tell');
  await blameless(page, 'the form of what is told apart');
  await dialog.locator('li input').first().check();
  await dialog.getByLabel('In words').fill('Another day of talks');
  await dialog.getByLabel('Date').fill('2025-05-21');
  await save(page);
  assert.equal(await events(), before + 1);
  const written = await overlay(page);
  assert.ok(written.includes(`from = "${from}"`) && written.includes('[events.2025-05-21-another-day-of-talks.told]'), written);
  await open(page, { event: '2025-05-21-another-day-of-talks' });
  await page.keyboard.press('Escape');
  assert.match(await why(page), /tells it apart from/);
  await open(page, { event: from });
  await page.keyboard.press('Escape');
  assert.match(await why(page), /tells 1 sentence of it apart, as “Another day of talks”/);
});
