// The worker that reads, as the page calls it. It starts when it is first needed, from the script and the
// program that the page has inside; where it was stopped or has broken down, a new one takes its place.

import { bytesOf } from '../src/page/bytes.mjs';

/** A call that was stopped by the reader. */
class Stopped extends Error {
  wasStopped = true;
}

export class Reader {
  #pack;
  #worker;
  #thread;
  #waiting = new Map();
  #calls = 0;
  /** The files that are asked for by their place. */
  #files = [];
  /** What was read and joined last. */
  #last;
  /** What is done now, and what waits for it. */
  #turn = Promise.resolve();
  #tell = () => {};
  /** Whether the program knows where its releases are, so that what it saves can publish itself. */
  publishes = false;

  /** `pack` is the shell, deflated, in base64; nobody has unpacked it yet. */
  constructor(pack) {
    this.#pack = () => bytesOf(pack);
  }

  /**
   * Reads `[{ name, file, packed }]` as far as it is new, and joins it with the corrections; `added` are the names of
   * those that came last. Gives what is said of it, and the page. `tell` hears how far it is.
   */
  read(files, overlay, added, tell) {
    return this.#next(async (worker) => {
      this.#tell = tell;
      const [said, page] = await this.#ask(worker, 'read', this.#sources(files), overlay, added);
      this.#last = { files, overlay: said.overlay };
      return { said, page };
    });
  }

  article = (id) => this.#call('article', id);
  event = (id) => this.#call('event', id);
  names = () => this.#call('names');
  articles = () => this.#call('articles');
  events = () => this.#call('events');
  own = (overlay, fields, note, day) => this.#call('own', overlay, fields, note, day);
  lines = (overlay, id, out, into, notes, day) => this.#call('lines', overlay, id, out, into, notes, day);
  correct = (overlay, table, id, fields, day) => this.#call('correct', overlay, table, id, fields, day);
  rename = (overlay, name, how, other, note, day) => this.#call('rename', overlay, name, how, other, note, day);
  page = () => this.#call('page');
  site = () => this.#call('site');
  studio = () => this.#next((worker) => this.#ask(worker, 'studio', this.#sources(this.#last.files), this.#last.overlay));
  sources = () => this.#next((worker) => this.#ask(worker, 'sources', this.#sources(this.#last.files), this.#last.overlay));

  /** Gets ready, so that who drops something does not wait for it. */
  warm() {
    this.#next(() => {}).catch(() => {});
  }

  /** Stops what is done now. */
  stop() {
    this.#end(new Stopped('stopped'));
  }

  /** What of the files the worker is told; their bytes it asks for. */
  #sources(files) {
    this.#files = files.map(({ file }) => file);
    return files.map(({ name, file, packed, why }) => ({ name, size: file?.size, modified: file?.lastModified, packed, why }));
  }

  #call(call, ...args) {
    return this.#next((worker) => this.#ask(worker, call, ...args));
  }

  /** Does what is asked of a worker that has read what was read last, one after the other. */
  #next(act) {
    const turn = this.#turn.then(async () => {
      const isNew = !this.#worker;
      const worker = await this.#start();
      // A new one, after one that was stopped, has read nothing yet.
      if (isNew && this.#last) {
        const { files, overlay } = this.#last;
        await this.#ask(worker, 'read', this.#sources(files), overlay, []);
      }
      return act(worker);
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #ask(worker, call, ...args) {
    return new Promise((...settle) => {
      this.#waiting.set(++this.#calls, settle);
      worker.postMessage({ id: this.#calls, call, args });
    });
  }

  #start() {
    return this.#worker ??= this.#begin().catch((error) => {
      this.#worker = undefined;
      throw error;
    });
  }

  async #begin() {
    const packed = this.#pack();
    // Not the letters: they would be there as well as the bytes.
    this.#pack = () => packed;
    const files = await unpack(packed);
    const address = URL.createObjectURL(new Blob([files.get('studio/worker.js')], { type: 'text/javascript' }));
    allowed = address;
    const worker = this.#thread = new Worker(address);
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end(new Error(`The reading has stopped: ${event.message}`));
    };
    // By itself: a part of the shell's bytes would be handed over with all of them.
    this.publishes = await this.#ask(worker, 'begin', files.get('studio/program.wasm').slice(), packed);
    URL.revokeObjectURL(address);
    return worker;
  }

  #hear(data) {
    if (data.want !== undefined) return this.#give(data.want);
    if (data.id === undefined) return this.#tell(data);
    const settle = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if (data.error === undefined) return settle?.[0](data.value);
    const error = new Error(data.stopped ? `The reading has stopped: ${data.error}` : data.error);
    settle?.[1](error);
    if (data.stopped) this.#end(error);
  }

  /** Hands a file's bytes to the worker. */
  async #give(at) {
    const worker = await this.#worker;
    try {
      const bytes = new Uint8Array(await this.#files[at].arrayBuffer());
      worker?.postMessage({ bytes }, [bytes.buffer]);
    } catch (error) {
      worker?.postMessage({ error: error.message });
    }
  }

  #end(error) {
    this.#thread?.terminate();
    this.#thread = this.#worker = undefined;
    for (const [, reject] of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

let allowed;
self.trustedTypes?.createPolicy('default', { createScriptURL: (address) => (address === allowed ? address : null) });

/** The shell's files by name. */
async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const all = new Uint8Array(await new Response(stream).arrayBuffer());
  const view = new DataView(all.buffer), files = new Map();
  let at = 0;
  const part = () => {
    const length = view.getUint32(at, true);
    at += 4 + length;
    return all.subarray(at - length, at);
  };
  while (at < all.length) files.set(new TextDecoder().decode(part()), part());
  return files;
}
