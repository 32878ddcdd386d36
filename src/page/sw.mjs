// The service worker: after a first visit the page opens without a network.
//
// No page ever gets pieces of two builds. A build is kept whole or not at all: every file is checked
// against its hash before the first is kept. Files with a hash in their name are answered from what
// is kept, of whichever build, since their name is their content; the front page comes from the
// network, or else from the newest build that is kept whole. A build is forgotten only when no page
// of this site is open, so a page that is open while a new build is published finds its pieces.
// Parts of the corpus, which have a hash in their name too, are kept when they were asked for, or all of them
// where the reader wants that.
import { hashFor } from './places.mjs';

/** `version`; `files` and `parts`: addresses below our folder with their hashes. Written by the build. */
const { version, files, parts } = BUILD;
const home = registration.scope;
// Other sites may stand in other folders of the same origin: theirs is not ours to forget.
const ours = `dateline ${home} `;
const name = ours + version;
/** Where parts are kept, of whichever build. */
const store = `${ours}parts`;
/** How long the network may take to answer with the front page, in milliseconds. */
const patience = 5000;

addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim().then(forget)));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { href, origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || !href.startsWith(home)) return;
  const path = (origin + pathname).slice(home.length);
  if (request.mode === 'navigate') {
    if (path === '' || path === 'index.html') event.respondWith(front(request));
    else if (hashFor(path)) event.respondWith(fetch(request).catch(() => Response.redirect(home + hashFor(path))));
    event.waitUntil(forget());
  } else if (/-[0-9a-f]{16}\.\w+$/.test(path)) {
    const part = path.startsWith('parts/');
    // Who asks again got what was damaged.
    const found = request.cache === 'reload' ? Promise.resolve() : kept(href);
    event.respondWith(found.then((found) => found ?? (part ? seen(request) : fetch(request))));
  }
});

async function keep() {
  const cache = await caches.open(name);
  try {
    const found = await Promise.all(files.map(async ([path, integrity]) => {
      const address = new URL(path, home);
      return [address, await sound(address, integrity, path ? 'default' : 'no-cache')];
    }));
    await Promise.all(found.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function front(request) {
  const asked = fetch(request);
  const late = new Promise((_, reject) => setTimeout(reject, patience));
  try {
    const response = await Promise.race([asked, late]);
    if (response.status < 500) return response;
  } catch {
    // Without a network, or as good as without: what is kept answers.
  }
  return (await (await caches.open(name)).match(home)) ?? asked;
}

/** What the page wants kept for good is fetched now. */
addEventListener('message', (event) => event.waitUntil(keepAll().then(() => true, () => false)
  .then((done) => event.ports[0].postMessage(done))));

async function keepAll() {
  const cache = await caches.open(store);
  const left = [...parts];
  const some = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const address = new URL(one[0], home);
      if (await cache.match(address)) continue;
      await cache.put(address, await sound(address, one[1]));
    }
  };
  await Promise.all([some(), some(), some(), some()]);
}

/** A file of ours, as its hash says. */
async function sound(address, integrity, cache = 'default') {
  const response = await fetch(address, { integrity, cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** A part from the network, whose hash the page names; it is kept from now on. */
async function seen(request) {
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    caches.open(store).then((cache) => cache.put(request.url, copy)).catch(() => {});
  }
  return response;
}

async function kept(address) {
  for (const one of await builds()) {
    const found = await (await caches.open(one)).match(address);
    if (found) return found;
  }
}

async function forget() {
  const known = await builds();
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (registration.installing || registration.waiting || open.some(({ url }) => url.startsWith(home))) return;
  await Promise.all(known.filter((one) => one !== name && one !== store).map((one) => caches.delete(one)));
  if (!known.includes(store)) return;
  const cache = await caches.open(store);
  const here = new Set(parts.map(([path]) => new URL(path, home).href));
  await Promise.all((await cache.keys()).filter(({ url }) => !here.has(url)).map((one) => cache.delete(one)));
}

async function builds() {
  return (await caches.keys()).filter((one) => one.startsWith(ours));
}
