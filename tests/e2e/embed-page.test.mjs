// embed.html: choose, see, copy; and what was copied works elsewhere.
import assert from 'node:assert/strict';
import { eventually, shareBrowser } from './harness.mjs';
import { around, explorer, hosted } from './hosts.mjs';

shareBrowser();

const code = (page) => page.locator('#code').innerText();
const codeHas = (page, part) => eventually(async () => assert.ok((await code(page)).includes(part), `${part} in ${await code(page)}`));
const nothing = () => ({ '/': '<!doctype html><title>Host</title><link rel="icon" href="data:,">' });
const preview = async (page) => {
  await page.evaluate(() => { document.querySelector('dateline-explorer').id ||= 'shown'; });
  return explorer(page, await page.evaluate(() => document.querySelector('dateline-explorer').id));
};

hosted('what is chosen is shown and written, and the copied code shows the same in another page', nothing, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page, { site, host, pages }) => {
  await page.goto(`${site.address}embed.html#/?view=list`);
  await codeHas(page, ' view="list"');
  await (await preview(page)).stateIs('view', 'list');
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Parts').selectOption('compact');
  await codeHas(page, ' theme="dark" chrome="compact"');
  await eventually(async () => assert.ok((await page.getByLabel('Only with').locator('option').count()) > 2));
  const id = await page.getByLabel('Only with').locator('option').nth(2).getAttribute('value');
  await page.getByLabel('Only with').selectOption(id);
  await codeHas(page, ` with="${id}"`);
  const shown = await preview(page);
  await shown.stateIs('with', [id]);
  await (await shown.inside()).getByRole('navigation').getByRole('button', { name: 'Compare' }).click();
  await codeHas(page, ' view="compare"');
  assert.equal(await page.locator('select[name=view]').inputValue(), 'compare');
  await page.getByLabel('Words').fill('a "quoted" <word>');
  await codeHas(page, ' q="a &quot;quoted&quot; &lt;word>"');
  await page.getByLabel('Words').fill('');
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await eventually(async () => assert.equal(await page.locator('#copied').innerText(), 'Copied.'));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await code(page));
  pages['/copied'] = `<!doctype html><title>Story</title><link rel="icon" href="data:,"><body>${copied.replace('<dateline-explorer', '<dateline-explorer id="one"')}`;
  await page.goto(`${host.origin}/copied`);
  const one = await explorer(page, 'one');
  await one.stateIs('with', [id]);
  await one.stateIs('view', 'compare');
  const inside = await one.inside();
  assert.equal(await inside.evaluate(() => document.getElementById('dateline').dataset.chrome), 'compact');
  assert.equal(await inside.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
});

hosted('inline and mirrored, the page shows what the code will do', nothing, {}, async (page, { site }) => {
  await page.goto(`${site.address}embed.html`);
  await page.getByLabel('In the page itself').check();
  await page.getByLabel('Keep what is chosen').check();
  await codeHas(page, ' inline mirror id="story"');
  const shown = await preview(page);
  assert.equal(await shown.handle.locator('iframe').count(), 0);
  await shown.handle.locator('.tabs button').nth(2).click();
  await codeHas(page, ' view="list"');
  await eventually(async () => assert.match(page.url(), /#dateline-story=view%3Dlist$/));
  await page.getByLabel('Name in the address').fill('two words');
  await page.getByLabel('Name in the address').blur();
  await eventually(async () => assert.ok(!(await code(page)).includes('mirror'), 'a name that cannot stand in an address is not written'));
});

hosted('the page leads here from its foot with what it shows, and back', nothing, {}, async (page, { site }) => {
  await page.goto(`${site.address}#/?view=compare`);
  await page.getByRole('link', { name: 'Embed this page' }).click();
  await codeHas(page, ' view="compare"');
  await page.getByRole('link', { name: 'Back to the page' }).click();
  await eventually(async () => assert.equal(new URL(page.url()).hash, '#/?view=compare'));
  await page.locator('[data-state="ready"]').waitFor();
});

// Without the worker, which keeps every file for a visit without a network.
hosted('an ordinary visit asks for nothing of this', nothing, { serviceWorkers: 'block' }, async (page, { site }) => {
  const from = site.requests.length;
  await page.goto(site.address);
  await page.locator('[data-state="ready"]').waitFor();
  await page.waitForLoadState('load');
  assert.deepEqual(site.requests.slice(from).filter((path) => /embed|frame|\.d\.ts/.test(path)), []);
});

hosted('a host that lets no text become markup gets a frame', (site) => ({
  '/': {
    html: around(site, '<dateline-explorer id="one" inline></dateline-explorer>'),
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
}), { warnings: ['in a frame instead'], expected: /TrustedHTML/ }, async (page) => {
  const one = await explorer(page, 'one');
  await one.call('go', { view: 'list' });
  await one.stateIs('view', 'list');
  assert.equal(await one.handle.locator('iframe').count(), 1);
});
