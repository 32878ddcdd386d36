// The page for addresses that are not there: finds the site that it belongs to and leads back into
// it, with what the address said. A host answers with this page at any depth, so nothing in it may be
// relative, and the site's folder has to be found out.
import { hashFor } from './places.mjs';

const { origin, search, hash } = location;
const pathname = location.pathname.replace(/\/+/g, '/');
const folders = pathname.split('/').slice(1, -1).slice(0, 12);
const above = folders.map((_, at) => `/${folders.slice(0, folders.length - at).join('/')}/`);
// Pages of ours stand in these folders: what is above them is the likeliest.
const likely = /^(.*?\/)(?:articles|days|events)\//.exec(pathname)?.[1];
const known = document.documentElement.dataset.root;
const roots = [...new Set([known, likely, ...above, '/'])].filter(Boolean);

/** Whether the site's folder is this one: its manifest is there and is ours. */
async function isHome(root) {
  try {
    return (await (await fetch(`${origin}${root}site.webmanifest`)).json()).short_name === 'Dateline';
  } catch {
    return false;
  }
}

async function lead() {
  for (const root of roots) {
    if (!(await isHome(root))) continue;
    // On the page of a day or of several a hash is a day's date or an event's name.
    const path = pathname.slice(root.length);
    const place = /^days\//.test(path) && /^#[^/]/.test(hash) && hash.slice(1);
    const found = (place && (hashFor(`days/${place}`) || `#/?event=${place}`)) || hash || hashFor(path);
    // A query is the page's state, if it says any; otherwise it is about something else and stays.
    const state = !found && /[?&](q|with|without|outlet|from|to|event|article|view)=/.test(search) ? `#/${search}` : search + found;
    const link = document.querySelector('a');
    link.href = `${origin}${root}${state}`;
    link.hidden = false;
    return location.replace(link.href);
  }
}

lead();
