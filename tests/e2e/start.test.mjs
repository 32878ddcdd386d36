// Where the page cannot start, it says so in words that stay readable.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, eventually, shareBrowser, stay } from './harness.mjs';
import { serve } from './server.mjs';

shareBrowser();

/** Whatever the browser says of the piece that was broken on purpose. */
const BROKEN = /^(console|page error|failed request)/;

/** Opens the page after `change` has done something to the one file with this ending. */
function broken(what, ending, change, act) {
  test(what, { timeout: 90_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-broken-'));
    const site = await serve(folder);
    try {
      await cp(dist(), folder, { recursive: true });
      const name = (await readdir(folder)).find((name) => /^dateline-[0-9a-f]{16}\./.test(name) && name.endsWith(ending));
      await change(join(folder, name));
      await stay(site, { expected: BROKEN }, async (reader) => {
        await reader.page.goto(site.address);
        await act(reader.page);
      });
    } finally {
      await site.close();
      await rm(folder, { recursive: true });
    }
  });
}

const saysWhy = async (page) => {
  await page.getByRole('alert').filter({ hasText: /could not start: .+Reload/ }).waitFor();
  assert.equal(await page.locator('#dateline').getAttribute('data-state'), 'error');
};

broken('a program that is not the one of this build is not run', '.wasm', async (file) => {
  const bytes = await readFile(file);
  bytes[bytes.length - 1] ^= 1;
  await writeFile(file, bytes);
}, saysWhy);

broken('a program that is missing is named as the reason', '.wasm', (file) => rm(file), saysWhy);

broken('a script that is not the one of this build is not run', '.js', async (file) => {
  await writeFile(file, `window.ran = 1;${await readFile(file, 'utf8')}`);
}, async (page) => {
  await saysAbsent(page);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

broken('a script that is missing is told at once', '.js', (file) => rm(file), saysAbsent);

async function saysAbsent(page) {
  await page.getByRole('alert').filter({ hasText: /program did not come: reload/ }).waitFor();
  assert.equal(await page.locator('#dateline').getAttribute('data-state'), 'error');
}

broken('a script that never ends leaves words', '.js', async (file) => {
  const page = join(file, '..', 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace(/<script type=module[^>]*><\/script>|<script[^>]*type=["']?module[^>]*>/, ''));
}, saysLate);

/** Nothing of ours runs: the style sheet knows, after a while. */
async function saysLate(page) {
  const late = () => page.evaluate(() => {
    const { content, visibility } = getComputedStyle(document.getElementById('dateline'), '::after');
    return { content, visibility };
  });
  await eventually(async () => assert.match((await late()).content, /scripts are off or blocked/));
  assert.equal((await late()).visibility, 'hidden', 'not before its time');
  await eventually(async () => assert.equal((await late()).visibility, 'visible'), 20_000);
}

test('an engine without WebAssembly is told', { timeout: 90_000 }, async () => {
  const site = await serve(dist());
  try {
    await stay(site, {}, async (reader) => {
      await reader.page.addInitScript(() => delete window.WebAssembly);
      await reader.page.goto(site.address);
      await saysWhy(reader.page);
    });
  } finally {
    await site.close();
  }
});

test('without scripts the page has words', { timeout: 90_000 }, async () => {
  const site = await serve(dist());
  try {
    await stay(site, { scripts: false }, async (reader) => {
      await reader.page.goto(site.address);
      const words = await reader.page.locator('body').innerText();
      assert.ok(words.trim().length > 20, words);
    });
  } finally {
    await site.close();
  }
});
