// Starts the page that is one file: the program is packed inside it.
import { bytesOf } from './bytes.mjs';
import { fail, trust } from './guard.mjs';
import { whole } from './lines.mjs';
import { begin, imports, links } from './program.mjs';
import './quote.mjs';
import './roving.mjs';

/** The bytes that an element of the page holds. */
function unpacked(id) {
  const packed = new Blob([bytesOf(document.getElementById(id).textContent)]);
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
  whole(document);
  begin(await WebAssembly.instantiate(await unpacked('program'), imports), part);
}

start().catch(fail);
