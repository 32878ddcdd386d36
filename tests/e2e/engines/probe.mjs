// Watches what a page does that no page of ours may do. Engines differ in what their drivers tell of a
// console and of errors, and WebKit's tells nothing, so a script in the page watches, the same in all three.
// It must be there before anything else and must not change the page's policy: a policy in a <meta> binds
// what comes after it, so the script stands right before that element, in a copy of the site. The policies
// themselves are those of the site, letter for letter; that nothing precedes them there, policy.test.mjs
// asserts. The front page's hash in sw.js is the one thing that the copy needs besides.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs in the page, before it. What it sees outlives the document in the window's name. */
function watch() {
  const mark = 'watched:';
  const seen = top === self && name.startsWith(mark) ? JSON.parse(name.slice(mark.length)) : [];
  const add = (text) => {
    seen.push(String(text).slice(0, 500));
    if (top === self) name = mark + JSON.stringify(seen);
  };
  window.__watched = { seen, forget: () => {
    seen.length = 0;
    if (top === self) name = '';
  } };
  addEventListener('error', ({ message, target }) =>
    add(`error: ${message ?? `${target.localName} ${target.src ?? target.href} did not load`}`), true);
  addEventListener('unhandledrejection', ({ reason }) => add(`unhandled: ${reason?.stack ?? reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    add(`policy: ${effectiveDirective} ${blockedURI} ${sample}`));
  const plain = console.error;
  console.error = (...words) => {
    add(`console: ${words.join(' ')}`);
    plain.apply(console, words);
  };
}

/** The probe as an element, for pages that the tests write themselves. */
export const PROBE = `<script>(${watch})()</script>`;

/** A copy of a site whose pages are watched, in a folder whose name needs care. */
export async function watched(site) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline watched & ünter % '));
  await cp(site, folder, { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const page = await readFile(join(folder, name), 'utf8');
    const policy = page.search(/<meta http-equiv=["']?content-security-policy/i);
    if (policy < 0) throw new Error(`${name} has no policy`);
    await writeFile(join(folder, name), page.slice(0, policy) + PROBE + page.slice(policy));
  }
  const hash = async (from) => `sha256-${createHash('sha256').update(await readFile(join(from, 'index.html'))).digest('base64')}`;
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const [old, next] = [await hash(site), await hash(folder)];
  if (!worker.includes(old)) throw new Error('sw.js does not know the front page');
  await writeFile(join(folder, 'sw.js'), worker.replace(old, next));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/**
 * Runs in the page: what it did that it may not. `own`: the beginnings of addresses that it may ask for.
 * The one thing that may be kept is the service worker's builds, by the site's own pages.
 */
export async function complaints(own) {
  const { seen, forget } = window.__watched ?? { seen: [], forget: () => {} };
  const said = [...seen];
  forget();
  for (const { name } of performance.getEntriesByType('resource')) {
    if (!/^(data|blob|about):/.test(name) && !own.some((beginning) => name.startsWith(beginning))) said.push(`request elsewhere: ${name}`);
  }
  const kept = async (what, list) => {
    try {
      const names = await list();
      if (names?.length) said.push(`keeps in ${what}: ${names}`);
    } catch {
      // A document without an origin can keep nothing.
    }
  };
  await kept('cookies', () => document.cookie);
  await kept('localStorage', () => Object.keys(localStorage));
  await kept('sessionStorage', () => Object.keys(sessionStorage));
  await kept('IndexedDB', async () => (await indexedDB.databases()).map(({ name }) => name));
  await kept('caches', async () => (await caches.keys()).filter((name) => !own.some((place) => name.startsWith(`dateline ${place}`))));
  return said;
}
