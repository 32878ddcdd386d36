// The program as both starts begin it: with the corpus that stands in it, and somebody to hear of a panic.
// `glue` is what wasm-bindgen writes, bundled by `xtask/src/bundle.mjs`.
import { connect, imports, mount as add, start } from 'glue';
import { remember, stop, watch } from './guard.mjs';

export { imports };

/**
 * Begins an instance of the module, and mounts the page where it has an element for it. `part` is called with
 * the SHA-256 of a part of the corpus and with what is to be called with its bytes, or with nothing.
 */
export function begin({ instance, module }, part = () => {}) {
  connect(instance.exports);
  instance.exports.__wbindgen_start();
  watch(cut);
  const [corpus] = WebAssembly.Module.customSections(module, 'dateline-corpus');
  start(new Uint8Array(corpus), part, (details) => stop(details, cut));
}

/** Mounts the explorer inside another page. */
export function mount(root, host) {
  remember(root);
  return add(root, host);
}

/** From now on every call into the program does nothing: it is the same for the browser's own. */
function cut() {
  connect(new Proxy({}, { get: () => () => {} }));
}
