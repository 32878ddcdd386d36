// studio.html: articles are dropped or chosen, read, put right and saved, and nothing leaves the page.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browser, eventually, shareBrowser, site } from './harness.mjs';

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
      if (!/^(data|blob):/.test(request.url()) && request.url() !== `${site.address}studio.html`) complaints.push(`request: ${request.url()}`);
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

studio('files are read and shown, put right, undone, and saved as the page that a build makes', async (page) => {
  await page.locator('#files').setInputFiles([...seeds, join(SEEDS, 'dateline.toml')]);
  await made(page).locator('[data-state="ready"]').waitFor();
  assert.match(await counts(page), /^Istanbul talks, 2025: 5 articles, \d+ events$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as one file' }).click()]);
  const saved = readFileSync(await download.path());
  const built = await (await fetch(`${site.address}dateline.html`)).arrayBuffer();
  assert.ok(saved.equals(Buffer.from(built)), 'the file is that of the build, byte for byte');
});
