// Starts the page: fetches the program, lets it draw, and then sees to it that a second visit needs
// no network. `xtask/src/bundle.mjs` puts the glue beside it, `crates/assemble` the program's name and hash into it.
import { fail, trust } from './guard.mjs';
import { whole } from './lines.mjs';
import { begin, imports, links } from './program.mjs';
import './quote.mjs';
import './roving.mjs';

// Only our own front page names this worker's folder; a page that mounts the explorer inside itself
// does not, and neither does a build for development.
const worker = new URL('sw.js', import.meta.url).href;
const ours = document.querySelector('link[rel=manifest]')?.href === new URL('site.webmanifest', worker).href;
if (ours) {
  trust(worker);
  whole(document);
  // `crates/assemble/src/front.rs` says why they stand there.
  document.head.append(...document.querySelectorAll('#dateline style'));
}

/** How long a part may take, in milliseconds. */
const patience = 60000;

// In a frame, or with looks in its address, the page is somebody's embed.
if (ours && (parent !== self || location.search)) import('FRAME_NAME');

// Asked for as the page's link asks ahead: WebKit takes what came ahead only without CORS. In a sandbox the
// page has no origin, so that its own program is another's and needs CORS for its hash to be looked at.
const fetched = () => fetch(new URL('WASM_NAME', import.meta.url), {
  integrity: 'WASM_HASH', ...(ours && self.origin !== 'null' && { mode: 'no-cors', credentials: 'include' }),
});

/** What `read` makes of the answer from `address`; what came damaged, or not at all, is asked for once again. */
function beside(address, integrity, read) {
  const get = async (cache) => {
    const answer = await fetch(new URL(address, import.meta.url), { integrity, cache, signal: AbortSignal.timeout(patience) });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return read(answer);
  };
  // Its name is its content: what the browser has of it is right however old, and what went is not asked for again.
  return get('force-cache').catch(() => get('reload'));
}

/**
 * Fetches a part of the corpus that lies beside the program.
 * Without a hash: has all of them kept for later visits, and says whether they are.
 */
async function part(hash, done) {
  if (!hash) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    (await navigator.serviceWorker.ready).active.postMessage('keep', [port2]);
    return;
  }
  const name = Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const integrity = `sha256-${btoa(String.fromCharCode(...hash))}`;
  const bytes = beside(`parts/dateline-${name}.bin`, integrity, async (answer) => {
    // Hosts compress only what they know the kind of.
    const unpacked = answer.body.pipeThrough(new DecompressionStream('deflate'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  });
  done(await bytes.catch(() => {}));
}

/** Fetches the second module and begins it. Says whether it is here. */
part.later = async (done) => {
  // Not every server knows the type of a program, without which it is not compiled while it comes.
  const begun = beside('LATER_NAME', 'LATER_HASH', async (answer) =>
    /^application\/wasm/.test(answer.headers.get('content-type'))
      ? WebAssembly.instantiateStreaming(answer, links())
      : WebAssembly.instantiate(await answer.arrayBuffer(), links()));
  done(await begun.then(() => true, () => false));
};

/** The program says whether all of it is here, with the names of a corpus in parts. */
const wasTried = new Promise((resolve) => { part.tried = resolve; });

/** Whether they can be kept: by our own front page's worker. */
part.keeps = ours && top === self && 'serviceWorker' in navigator;

async function start() {
  // A server that does not know the type of a program makes streaming fail; the bytes do as well.
  begin(await WebAssembly.instantiateStreaming(fetched(), imports)
    .catch(async () => WebAssembly.instantiate(await (await fetched()).arrayBuffer(), imports)), part);
}

/** For `embed-inline.js`, which mounts the explorer inside other pages. */
export { mount } from './program.mjs';
export { whole };

/** Settles when the program runs: where somebody else's page waits for it, the whole of it. */
export const ready = start().then(() => ours || wasTried).then((came) => {
  if (!came) throw new Error('a part of the program did not come');
});

ready.then(() => {
  // When nothing else is to be done: a first visit does not wait for the next one.
  if (ours && top === self) (self.requestIdleCallback ?? setTimeout)(() =>
    navigator.serviceWorker?.register(worker, { updateViaCache: 'none' }).catch(() => {}));
}, fail);
