// A journey is written once and made in every engine. It fails on what the probe sees, whatever else it
// checks: an error, a refused promise nobody heard, a word on the console, a broken policy, a request to
// another origin, anything kept in the browser.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dist } from '../harness.mjs';
import { serve } from '../server.mjs';
import { ENGINES, launch } from './engines.mjs';
import { complaints, watched } from './probe.mjs';
import { Reader } from './reader.mjs';

export const DESKTOP = { width: 1300, height: 950 };
/** Engines with a bar of tools get no narrower than that bar: up to 450 pixels. */
export const PHONE = { width: 390, height: 950 };

/** One copy of the site for a whole file of journeys. */
export function site(folder = dist) {
  const copy = {};
  before(async () => Object.assign(copy, await watched(await folder())));
  after(() => copy.remove?.());
  return copy;
}

/**
 * Declares `act(journey)` for every engine. `journey(title, options, act)` makes one journey:
 * `act(reader, { served, name })`. Every journey has a site of its own at an origin of its own, so that
 * nothing is left of the one before. `options`: `size`, `dark`, `scripts`, `prefix`, `own` (more
 * origins that may be asked), `expected` (complaints that are no failure, as a pattern).
 */
export function inEveryEngine(copy, act) {
  for (const name of Object.keys(ENGINES)) {
    describe(name, () => {
      let engine;
      after(() => engine?.close());
      act((title, options, journey) => test(title, { timeout: 400_000 }, async () => {
        const special = options.dark || options.scripts === false;
        const now = special ? await launch(name, options) : (engine ??= await launch(name));
        let whole = false;
        try {
          await stay(now, copy, options, journey);
          whole = true;
        } finally {
          // After a failure the next journey starts from nothing.
          if (special || !whole) await now.close();
          if (!special && !whole) engine = undefined;
        }
      }), name);
    });
  }
}

async function stay({ name, session }, copy, options, journey) {
  const { size = DESKTOP, prefix = '/some/prefix/', own = [], expected } = options;
  const served = await serve(copy.folder, prefix, { age: 0 });
  const places = [served.address, ...own];
  const found = [];
  const reader = new Reader(session);
  const look = async () => {
    // Where no script runs there is none to watch or to keep anything.
    if (options.scripts === false) return;
    for (const complaint of await everywhere(session, places)) {
      if (!expected?.test(complaint)) found.push(complaint);
    }
  };
  // Before the page is left for another, what it has seen is asked for.
  const open = session.open;
  session.open = async (address) => {
    await look();
    return open.call(session, address);
  };
  try {
    await session.enter(null);
    await session.resize(size.width, size.height);
    await open.call(session, 'about:blank');
    await journey(reader, { served, name, copy, places });
    await look();
    const strangers = served.requests.filter((path) => !path.startsWith(prefix) && `${path}/` !== prefix && path !== '/favicon.ico');
    assert.deepEqual(strangers, [], 'what the server was asked for');
  } catch (error) {
    if (found.length > 0) error.message += `\nthe page complained:\n${found.join('\n')}`;
    throw error;
  } finally {
    session.open = open;
    await served.close();
  }
  assert.deepEqual(found, [], 'the page complained');
  await session.open('about:blank');
}

/** The complaints of the page and of every frame inside it. */
async function everywhere(session, places) {
  await session.enter(null);
  const all = [];
  const here = async () => {
    all.push(...await session.run(complaints, places));
    const frames = await session.run(() => {
      const inside = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
        [...(one.localName === 'iframe' ? [one] : []), ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
      return inside(document);
    });
    for (const frame of frames) {
      await session.enter(frame);
      await here();
      await session.send('frame/parent');
    }
  };
  await here();
  return all;
}
