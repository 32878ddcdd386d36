// What the studio's worker runs: it holds the program, reads files one by one, and answers the page's calls.
// A call is `{ id, call, args }`, its answer `{ id, value }` or `{ id, error }`; in between it says how far it is,
// and asks the page for a file's bytes by its place, `{ want }`: where the page comes from the disk, WebKit lets
// no worker read files.
import { initSync, Sources, Studio, Zip } from 'glue';

/** An archive of more bytes is refused: all of it is in memory while it is read. */
const LARGEST = 512 * 1024 * 1024;
/** No more of a file of an archive is unpacked: what the reader may read at most. */
const LONGEST = 256 * 1024 * 1024;

let studio;
/** What a panic says: the error that follows it says nothing. */
let panic;
/** By name: what was read of it, so that it is not read again. */
const known = new Map();
/** By dropped archive: the files in it. */
const unpacked = new Map();

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
  },

  /**
   * Reads what is new among `sources`, `[{ name, size, modified }]`, where an archive stands for the files in it; joins
   * all with the corrections. Without corrections those of a `dateline.toml` among them count.
   */
  async read(sources, overlay) {
    const { files, refused } = await gather(sources);
    const here = new Map(files.map((one) => [one.name, one]));
    const listed = JSON.parse(studio.list(JSON.stringify(files.map(({ name, size }) => [name, size]))));
    for (const [name, why] of refused) studio.refuse(name, why);
    for (const name of known.keys()) if (!here.has(name)) known.delete(name);
    let done = 0;
    for (const [name, beside] of listed) {
      postMessage({ name, done: done++, of: listed.length });
      const meta = beside === null ? undefined : here.get(beside);
      const key = here.get(name).key + (meta?.key ?? '');
      if (known.get(name) === key) continue;
      try {
        const bytes = await here.get(name).bytes();
        studio.read(name, bytes, await meta?.bytes());
        known.set(name, key);
      } catch (error) {
        // A program that has stopped answers nothing any more.
        if (error instanceof WebAssembly.RuntimeError) throw error;
        known.delete(name);
        studio.refuse(name, error.message);
      }
    }
    const own = here.get('dateline.toml');
    const text = overlay ?? (own ? new TextDecoder().decode(await own.bytes()) : '');
    return { ...JSON.parse(studio.join(text)), overlay: text };
  },

  join: (overlay) => ({ ...JSON.parse(studio.join(overlay)), overlay }),
  correct: (overlay, table, id, fields) => studio.correct(overlay, table, id, JSON.stringify(fields)),
  rename: (overlay, name, how, other) => studio.rename(overlay, name, how, other),
  article: (id) => JSON.parse(studio.article(id)),
  event: (id) => JSON.parse(studio.event(id)),
  names: () => JSON.parse(studio.names()),
  preview: () => studio.preview(),
  page: () => studio.page(),
  site: () => studio.site(),
  corpus: () => studio.corpus(),

  /** The articles as they were dropped, the corrections, and what publishes them. */
  repository: (sources, overlay) => pack(sources, overlay, (packed) => packed.publish()),
  /** The studio with all that was dropped into it. */
  studio: async (sources, overlay) => studio.studio(await pack(sources, overlay)),
};

onmessage = async ({ data: { id, call, args, bytes, error } }) => {
  if (error !== undefined) return waiting[1](new Error(error));
  if (bytes) return waiting[0](bytes);
  try {
    const value = await calls[call](...args);
    postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    const stopped = error instanceof WebAssembly.RuntimeError;
    postMessage({ id, error: (stopped && panic) || error.message, stopped });
  }
};

/** An archive of a folder `articles`, by name, so that the same files give the same bytes. */
async function pack(sources, overlay, more = () => {}) {
  const { files } = await gather(sources);
  const packed = new Sources();
  more(packed);
  if (overlay) packed.add('articles/dateline.toml', new TextEncoder().encode(overlay));
  for (const { name, bytes } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (name !== 'dateline.toml') packed.add(`articles/${name}`, await bytes());
  }
  return packed.finish();
}

/** All files, those of archives in the place of the archive, and what is refused with its reason. */
async function gather(sources) {
  const files = [], refused = [];
  const before = new Map(unpacked);
  unpacked.clear();
  for (const [place, { name, size, modified }] of sources.entries()) {
    const key = `${size} ${modified} `;
    const bytes = () => bytesOf(place);
    if (!/\.zip$/i.test(name)) {
      files.push({ name, key, size, bytes });
      continue;
    }
    try {
      const inside = before.get(name + key) ?? new Packed();
      inside.from(bytes);
      await inside.list(size);
      unpacked.set(name + key, inside);
      for (const [at, path, length] of inside.entries) {
        files.push({ name: path, key: `${key}${name} ${at} `, size: length, bytes: () => inside.bytes(at) });
      }
      refused.push(...inside.refused.map(([path, why]) => [`${name}/${path}`, why]));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      refused.push([name, error.message]);
    }
  }
  return { files, refused };
}

/** An archive of so many bytes. It stays unpacked only as long as files of it are asked for one after the other. */
class Packed {
  #zip;
  #idle;
  #read;

  /** Where its bytes come from now. */
  from(read) {
    this.#read = read;
  }

  async #open() {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), 1000);
    return this.#zip ??= new Zip(await this.#read());
  }

  close() {
    this.#zip?.free();
    this.#zip = undefined;
  }

  /** Lists what is in it, below the folder that all of it is in. */
  async list(size) {
    if (this.entries) return;
    if (size > LARGEST) {
      const MB = 1024 * 1024;
      throw new Error(`has ${Math.floor(size / MB)} MB; an archive of at most ${LARGEST / MB} MB was expected`);
    }
    const [entries, refused] = JSON.parse((await this.#open()).list());
    const top = root(entries.map(([, path]) => path));
    this.entries = entries.map(([at, path, bytes]) => [at, path.slice(top.length), bytes]);
    this.refused = refused;
  }

  async bytes(at) {
    return (await this.#open()).bytes(at, LONGEST);
  }
}

/** The folder that all of an archive is in, with its `/`; what systems put beside it does not count. */
function root(paths) {
  const shown = paths.filter((path) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'));
  const first = shown[0]?.split('/')[0];
  return first !== undefined && shown.every((path) => path.startsWith(`${first}/`)) ? `${first}/` : '';
}
