// What the studio's worker runs: it holds the program, reads files one by one, and answers the page's calls.
// A call is `{ id, call, args }`, its answer `{ id, value }` or `{ id, error }`; the page makes one at a time. In
// between the worker says how far it is, and asks the page for a file's bytes by its place, `{ want }`: where the
// page comes from the disk, WebKit lets no worker read files.
import { initSync, Sources, Studio, Zip } from 'glue';

const MB = 1024 * 1024;
/** An archive of more bytes is refused: all of it is in memory while it is read. */
const LARGEST = 512 * MB;
/** More articles are not put into a page: no browser would open it. */
const MOST = 200 * MB;

let studio;
/** What a panic says: the error that follows it says nothing. */
let panic;
/** By name: what was read of it, so that it is not read again. */
const known = new Map();
/** By dropped archive: what is in it. */
const listed = new Map();

/** Who waits for the bytes that the page was asked for. */
let waiting;
const bytesOf = (at) => new Promise((...settle) => {
  waiting = settle;
  postMessage({ want: at });
});

const calls = {
  begin(program, pack) {
    initSync({ module: program });
    studio = new Studio(pack, (stage) => postMessage({ stage }), (details) => { panic = details; });
    return studio.publishes();
  },

  /**
   * Reads what is new among `sources`, `[{ name, size, modified, packed, why }]`, where what is packed stands for the
   * files in it and what has a reason cannot be read; joins all with the corrections. Those of a `dateline.toml`
   * count where there are none yet, and where it is among the sources that were `added`.
   */
  async read(sources, overlay, added) {
    const { files, notes } = await gather(sources);
    const here = new Map(files.map((one) => [one.name, one]));
    const wanted = JSON.parse(studio.list(JSON.stringify(files.map(({ name, size }) => [name, size]))));
    for (const [name, why] of notes) studio.refuse(name, why);
    for (const name of known.keys()) if (!here.has(name)) known.delete(name);
    let done = 0;
    for (const [name, beside] of wanted) {
      postMessage({ name, done: done++, of: wanted.length });
      const meta = beside === null ? undefined : here.get(beside);
      const key = `${here.get(name).key}\n${meta?.key ?? ''}`;
      if (known.get(name) === key) continue;
      try {
        const bytes = await here.get(name).bytes();
        studio.read(name, bytes, await meta?.bytes().catch(() => undefined));
        known.set(name, key);
      } catch (error) {
        // A program that has stopped answers nothing any more.
        if (error instanceof WebAssembly.RuntimeError) throw error;
        known.delete(name);
        studio.refuse(name, error.message);
      }
    }
    close();
    const own = here.get('dateline.toml');
    const takes = own && (overlay === null || added.includes(own.source));
    const text = takes ? decode(await own.bytes()) : overlay ?? '';
    const said = JSON.parse(studio.join(text));
    return [{ ...said, overlay: text }, studio.preview()];
  },

  correct: (overlay, table, id, fields, day) => studio.correct(overlay, table, id, JSON.stringify(fields), day),
  rename: (overlay, name, how, other, note, day) => studio.rename(overlay, name, how, other, note, day),
  article: (id) => JSON.parse(studio.article(id)),
  event: (id) => JSON.parse(studio.event(id)),
  names: () => JSON.parse(studio.names()),
  articles: () => JSON.parse(studio.articles()),
  events: () => JSON.parse(studio.events()),
  own: (overlay, fields, note, day) => studio.own(overlay, JSON.stringify(fields), note, day),
  lines: (overlay, id, out, into, notes, day) => studio.lines(overlay, id, JSON.stringify(out), JSON.stringify(into), JSON.stringify(notes), day),
  page: () => studio.page(),
  site: () => studio.site(),

  /** The articles as they were dropped, the corrections, and what publishes them where that is known. */
  sources: (sources, overlay) => pack(sources, overlay, (packed) => packed.publish()),

  /** The studio with all that was dropped into it. */
  async studio(sources, overlay) {
    const packed = await pack(sources, overlay);
    if (packed.length > MOST) {
      throw new Error(`The articles have ${Math.ceil(packed.length / MB)} MB when packed; a page with the studio holds at most ${MOST / MB} MB. Save articles and corrections as an archive.`);
    }
    return studio.studio(packed);
  },
};

onmessage = async ({ data: { id, call, args, bytes, error } }) => {
  if (error !== undefined) return waiting[1](new Error(error));
  if (bytes) return waiting[0](bytes);
  try {
    const value = await calls[call](...args);
    postMessage({ id, value });
  } catch (error) {
    const stopped = error instanceof WebAssembly.RuntimeError;
    const words = panic ?? (stopped ? 'there was not enough memory, or there is a fault' : error.message);
    postMessage({ id, error: words, stopped });
  }
};

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('dateline.toml: is not UTF-8; an overlay in UTF-8 was expected');
  }
}

/** An archive of a folder `articles`, by name, so that the same files give the same bytes. */
async function pack(sources, overlay, more = () => {}) {
  const { files } = await gather(sources);
  const packed = new Sources();
  more(packed);
  packed.add('articles/dateline.toml', new TextEncoder().encode(overlay));
  for (const { name, bytes } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (name !== 'dateline.toml') packed.add(`articles/${name}`, await bytes());
  }
  close();
  return packed.finish();
}

/** All files, those of archives in the place of the archive; of two of one name the later. And what is said of others. */
async function gather(sources) {
  const files = new Map(), notes = [];
  const add = (file) => {
    const before = files.get(file.name);
    if (before) notes.push([file.name, `is in ${before.source} and in ${file.source}; the one that was dropped later counts`]);
    files.delete(file.name);
    files.set(file.name, file);
  };
  const before = new Map(listed);
  listed.clear();
  for (const [place, { name, size, modified, packed, why }] of sources.entries()) {
    const key = `${name} ${size} ${modified} `;
    const bytes = () => bytesOf(place);
    if (why) {
      notes.push([name, why]);
    } else if (!packed) {
      add({ name, key, size, bytes, source: name });
    } else {
      try {
        const inside = before.get(key) ?? list(await archive(key, size, bytes));
        listed.set(key, inside);
        for (const [at, path, length] of inside.entries) {
          const unpack = async () => (await archive(key, size, bytes)).bytes(at, length);
          add({ name: path, key: `${key}${at} `, size: length, bytes: unpack, source: name });
        }
        notes.push(...inside.refused.map(([path, why]) => [`${name}/${path}`, why]));
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        notes.push([name, error.message]);
      }
    }
  }
  return { files: [...files.values()], notes };
}

/** The archive that is open: one at a time, since all of it is in memory. */
let open;

async function archive(key, size, read) {
  if (open?.key === key) return open.zip;
  close();
  if (size > LARGEST) {
    throw new Error(`has ${Math.floor(size / MB)} MB; an archive of at most ${LARGEST / MB} MB was expected`);
  }
  open = { key, zip: new Zip(await read()) };
  return open.zip;
}

function close() {
  open?.zip.free();
  open = undefined;
}

/** What is in an archive, below the folder of the articles. What systems put beside them does not count. */
function list(zip) {
  const [all, refused] = JSON.parse(zip.list());
  const shown = (path) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
  const top = root(all.map(([, path]) => path), shown);
  return {
    entries: all.filter(([, path]) => shown(path) && path.startsWith(top)).map(([at, path, size]) => [at, path.slice(top.length), size]),
    refused,
  };
}

/** The folder that all articles of an archive are in, with its `/`. A repository of ours has them in `articles`. */
function root(paths, shown) {
  const some = paths.filter(shown);
  const first = some[0]?.split('/')[0];
  const top = first !== undefined && some.every((path) => path.startsWith(`${first}/`)) ? `${first}/` : '';
  const ours = [`${top}articles/dateline.toml`, `${top}.github/workflows/pages.yml`];
  return paths.some((path) => ours.includes(path)) ? `${top}articles/` : top;
}
