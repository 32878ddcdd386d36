// Starts the page that is one file: the program is packed inside it.
import { fail, trust } from './guard.mjs';
import { begin, imports } from './program.mjs';
import './quote.mjs';
import './roving.mjs';

async function start() {
  trust();
  const letters = atob(document.getElementById('program').textContent);
  const packed = new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
  const bytes = new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
  begin(await WebAssembly.instantiate(await bytes, imports));
}

start().catch(fail);
