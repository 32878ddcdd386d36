// What a reader has when the program stops in the middle of reading: the text that was open, one sentence,
// and the details for whoever is to find the fault.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, eventually, journey, PHONE, shareBrowser, stay } from './harness.mjs';
import { around, explorer, hosted } from './hosts.mjs';

shareBrowser();

/** What the browser itself says of a program that trapped, or of what was broken on purpose. */
const TRAPPED = /unreachable|no text today|RuntimeError/;
const SENTENCE = /The page’s program has stopped; what is open stays, and a reload starts it again\./;

/** A real panic: a host tells an instance that is closed of a new address. The call itself ends in a trap. */
async function panic(page, script) {
  return page.evaluate(async (script) => {
    const { mount } = await import(script ?? document.querySelector('script[type=module]').src);
    const root = document.createElement('div');
    document.body.append(root);
    const heard = [];
    const instance = mount(root, {
      location: { hash: '', href: '' }, history: {}, matchMedia: (query) => matchMedia(query),
      addEventListener: (name, act) => heard.push([name, act]), removeEventListener() {},
    });
    await instance.ready;
    instance.close();
    root.remove();
    try {
      for (const [name, act] of heard) if (name === 'popstate') act(new Event(name));
      return 'nothing';
    } catch (error) {
      return error.name;
    }
  }, script);
}

const note = (page) => page.getByRole('alert').filter({ hasText: SENTENCE });

/** The open text, letter by letter. */
const open = (page) => page.locator('section[aria-label="Reader"]').innerText();

/** Nothing that the reader does now takes the text away. */
async function keeps(page, text) {
  for (const row of (await page.locator('.day .row').all()).slice(0, 3)) await row.click({ force: true });
  await page.keyboard.press('Escape');
  await page.goBack();
  assert.equal(await open(page), text);
}

for (const [where, options] of [['', {}], [' on the phone', { size: PHONE, phone: true }]]) {
  journey(`after a panic${where} the open text stays, and the details can be copied`, { ...options, expected: TRAPPED }, async (reader, site) => {
    const { page } = reader;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await reader.openListed('article');
    const before = await open(page);
    assert.equal(await panic(page), 'RuntimeError');
    await note(page).waitFor();
    assert.equal(await note(page).count(), 1, 'it is said once');
    assert.equal(await open(page), before);
    const button = note(page).getByRole('button', { name: 'Copy details' });
    await button.focus();
    assert.ok(await button.evaluate((one) => one === document.activeElement), 'a key reaches it');
    assert.ok(await button.evaluate((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === one;
    }), 'nothing covers it');
    await page.keyboard.press('Enter');
    await note(page).getByRole('button', { name: 'Details copied' }).waitFor();
    const details = await page.evaluate(() => navigator.clipboard.readText());
    const version = await page.evaluate(() => 'dateline' in window);
    assert.ok(version);
    assert.match(details, /^Dateline \d+\.\d+\.\d+ panicked at [\w./-]+\.rs:\d+:\d+:\n.{10}/);
    assert.doesNotMatch(details, /[/\\](home|root|Users)[/\\]/, 'no folder of the machine that built it');
    if (!options.phone) await keeps(page, before);
  });
}

journey('where the browser throws in the middle of the program, it is the same', { expected: TRAPPED }, async (reader) => {
  const { page } = reader;
  const first = await reader.openListed('article');
  const before = await open(page);
  await page.evaluate(() => {
    document.createTextNode = () => { throw new Error('no text today'); };
  });
  const other = (await reader.listedIds('article')).find((id) => id !== first);
  await reader.listed('article', other).first().click();
  await note(page).waitFor();
  assert.equal(await note(page).count(), 1);
  // Without a clipboard the details are shown, and chosen for copying.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await note(page).getByRole('button', { name: 'Copy details' }).click();
  await eventually(async () => assert.match(await page.evaluate(() => String(getSelection())), /Dateline \d+\.\d+\.\d+ .*no text today/s));
  await keeps(page, before);
});

test('in the page that is one file too', { timeout: 90_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-stopped-'));
  try {
    await cp(join(dist(), 'dateline.html'), join(folder, 'dateline.html'));
    const address = pathToFileURL(join(folder, 'dateline.html')).href;
    await stay({ origin: 'file://', address }, { expected: TRAPPED }, async (reader) => {
      await reader.open('');
      await reader.openListed('article');
      const before = await open(reader.page);
      // This page gives no other instance away: its own is called after its end.
      const name = await reader.page.evaluate(() => {
        const { dateline } = window;
        document.createTextNode = () => { throw new Error('no text today'); };
        try {
          dateline.go({ view: 'compare' });
        } catch (error) {
          queueMicrotask(() => { throw error; });
        }
      });
      assert.equal(name, undefined);
      await note(reader.page).waitFor();
      await keeps(reader.page, before);
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

hosted('inside another page every instance says it, and that page goes on', (site) => ({
  '/': around(site, '<button id="own">0</button><dateline-explorer id="one" inline></dateline-explorer><dateline-explorer id="two" inline></dateline-explorer>'),
}), { expected: TRAPPED }, async (page) => {
  for (const id of ['one', 'two']) await explorer(page, id);
  await page.evaluate(() => {
    const own = document.getElementById('own');
    own.addEventListener('click', () => { own.textContent = Number(own.textContent) + 1; });
  });
  const script = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name).find((name) => /\/dateline-[0-9a-f]{16}\.js$/.test(name)));
  assert.equal(await panic(page, script), 'RuntimeError');
  for (const id of ['one', 'two']) {
    await page.locator(`#${id}`).getByRole('alert').filter({ hasText: SENTENCE }).waitFor();
    assert.ok(await page.locator(`#${id}`).locator('.day .row').count() > 0, 'the list stays');
  }
  await page.locator('#own').click();
  assert.equal(await page.locator('#own').innerText(), '1');
});
