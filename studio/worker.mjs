// What the studio's worker runs: it holds the program, reads files one by one, and answers the page's calls.
// A call is `{ id, call, args }`, its answer `{ id, value }` or `{ id, error }`; in between it says how far it is.
import { initSync, Studio, Zip } from 'glue';

/** An archive of more bytes is refused: all of it is in memory while it is read. */
const LARGEST = 512 * 1024 * 1024;
/** No more of a file of an archive is unpacked: what the reader may read at most. */
const LONGEST = 256 * 1024 * 1024;

let studio;
/** By name: what was read of it, so that it is not read again. */
const known = new Map();
/** By dropped archive: the files in it. */
const unpacked = new Map();

const calls = {
  begin(program, pack) {
    initSync({ module: program });
    studio = new Studio(pack, (stage) => postMessage({ stage }));
  },

  /**
   * Reads what is new among `sources`, `[{ name, file }]`, where an archive stands for the files in it; joins
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
  correct: (overlay, id, fields) => studio.correct(overlay, id, JSON.stringify(fields)),
  article: (id) => JSON.parse(studio.article(id)),
  preview: () => studio.preview(),
  page: () => studio.page(),
  site: () => studio.site(),
  corpus: () => studio.corpus(),
};

onmessage = async ({ data: { id, call, args } }) => {
  try {
    const value = await calls[call](...args);
    postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    postMessage({ id, error: error.message, stopped: error instanceof WebAssembly.RuntimeError });
  }
};

/** All files, those of archives in the place of the archive, and what is refused with its reason. */
async function gather(sources) {
  const files = [], refused = [];
  for (const { name, file } of sources) {
    const key = `${file.size} ${file.lastModified} `;
    if (!/\.zip$/i.test(name)) {
      files.push({ name, key, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
      continue;
    }
    try {
      const inside = unpacked.get(file) ?? await list(file);
      unpacked.set(file, inside);
      for (const [at, path, size] of inside.entries) {
        files.push({ name: path, key: `${key}${name} ${at} `, size, bytes: () => inside.bytes(at) });
      }
      refused.push(...inside.refused.map(([path, why]) => [`${name}/${path}`, why]));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      refused.push([name, error.message]);
    }
  }
  return { files, refused };
}

/** What is in an archive. It stays unpacked only as long as files of it are asked for one after the other. */
async function list(file) {
  if (file.size > LARGEST) {
    const size = Math.floor(file.size / (1024 * 1024));
    throw new Error(`has ${size} MB; an archive of at most ${LARGEST / (1024 * 1024)} MB was expected`);
  }
  let zip, idle;
  const open = async () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      zip?.free();
      zip = undefined;
    }, 1000);
    return zip ??= new Zip(new Uint8Array(await file.arrayBuffer()));
  };
  const [entries, refused] = JSON.parse((await open()).list());
  const top = root(entries.map(([, path]) => path));
  return {
    entries: entries.map(([at, path, size]) => [at, path.slice(top.length), size]),
    refused,
    bytes: async (at) => (await open()).bytes(at, LONGEST),
  };
}

/** The folder that all of an archive is in, with its `/`; what systems put beside it does not count. */
function root(paths) {
  const shown = paths.filter((path) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'));
  const first = shown[0]?.split('/')[0];
  return first !== undefined && shown.every((path) => path.startsWith(`${first}/`)) ? `${first}/` : '';
}
