// The program as both starts begin it: with the corpus that stands in it, and somebody to hear of a panic.
// `glue` is what wasm-bindgen writes, bundled by `xtask/src/bundle.mjs`.
import { connect, imports, mount as add, shared, start } from 'glue';
import { remember, stop, watch } from './guard.mjs';

export { imports };

let first;

/**
 * Begins an instance of the first module, and mounts the page where it has an element for it. `part` is called
 * with the SHA-256 of a part of the corpus and with what is to be called with its bytes, or with nothing;
 * `part.later` with what is to be told whether the second module is here.
 */
export function begin({ instance, module }, part) {
  first = instance.exports;
  connect(first);
  first.__wbindgen_start();
  watch(cut);
  const [corpus] = WebAssembly.Module.customSections(module, 'dateline-corpus');
  start(new Uint8Array(corpus), part, (details) => stop(details, cut));
}

/** What the second module imports. Where it is begun, its functions take their places in the first one's table. */
export const links = () => shared(first);

/** Mounts the explorer inside another page. */
export function mount(root, host) {
  remember(root);
  return add(root, host);
}

/** From now on every call into the program does nothing: it is the same for the browser's own. */
function cut() {
  connect(new Proxy({}, { get: () => () => {} }));
}
