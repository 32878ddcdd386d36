// Starts the page that is one file: the program is packed inside it.
import { fail, trust } from './guard.mjs';
import { begin, imports, links } from './program.mjs';
import './quote.mjs';
import './roving.mjs';

/** The bytes that an element of the page holds. */
function unpacked(id) {
  const letters = atob(document.getElementById(id).textContent);
  const packed = new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}

/** Everything is in the file: no part is ever asked for, and the second module stands beside the first. */
const part = () => {};
part.later = async (done) => {
  await WebAssembly.instantiate(await unpacked('later'), links());
  done(true);
};

async function start() {
  trust();
  begin(await WebAssembly.instantiate(await unpacked('program'), imports), part);
}

start().catch(fail);
