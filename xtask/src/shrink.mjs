// Makes the built page smaller without changing what it does. Called by `cargo xtask dist` as
// `node shrink.mjs DIST WASM` with wasm-bindgen, wasm-opt and esbuild on PATH. DIST is Trunk's output;
// WASM is what the compiler wrote, with the names of its functions.
//
// wasm-bindgen writes glue for everything that any crate exports, under long names, and the bundler
// keeps all of it. Here, in this order:
//   1. functions that only ever report a panic, or show a value in it, become a trap: nothing shows
//      their words on a page, and the words, and the code that formats them, are a tenth of the program.
//      A panic still stops the program at the same place;
//   2. the glue is bundled with the page's start (`src/page`), so that what nobody calls is gone; the
//      start of the page that is one file is bundled too and left as `alone.js` for `publish.mjs`;
//   3. exports of the wasm that the glue no longer names are dropped, and what they alone needed;
//   4. glue for imports that the wasm no longer has is dropped, and the rest gets short names;
//   5. the style sheets become two, inside index.html: what the title needs, and the rest;
//   6. what only embedding pages load is added, see embed.mjs;
//   7. files are named by their new content, and index.html gets names and integrity hashes.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embedding } from './embed.mjs';

const [dist, compiled] = process.argv.slice(2).map((name) => resolve(name));
const read = (name) => readFileSync(join(dist, name));
const files = readdirSync(dist);
const one = (ending) => {
  const found = files.filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`one *${ending} was expected in ${dist}, not ${found.length}`);
  return found[0];
};
const windows = process.platform === 'win32';
const tool = (name, args) => execFileSync(windows ? `${name}.cmd` : name, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: windows });

// A page that was finished before has no file of Trunk's names left.
if (!files.some((name) => name.endsWith('_bg.wasm'))) process.exit(0);
const page = read('index.html').toString();
const trunks = [one('_bg.wasm'), one('.js')];
const [wasmName, glueName] = ['page_bg.wasm', 'page.js'];

// What only embedding pages load; the page's start names one file of it.
const embed = embedding(fileURLToPath(new URL('../../embed/', import.meta.url)), dist, tool);
const frameName = embed.frame();

// What starts the page, in Trunk's inline script's place. The glue counts as free of side effects where
// it only gets ready to clean up: classes that nobody makes then go, and with them what they call. Every
// engine that runs the program has `encodeInto`.
const scripts = fileURLToPath(new URL('../../src/page/', import.meta.url));
const bundle = (glue, start, format = 'esm') => {
  writeFileSync(join(dist, glueName), `${glue
    .replace(/^if \(Symbol\.dispose\) .*$/gm, '')
    .replace(/^if \(!\('encodeInto' in [\s\S]*?^\}$/m, '')
    .replaceAll('new FinalizationRegistry(', '/* @__PURE__ */ new FinalizationRegistry(')}
export { __wbg_finalize_init, __wbg_get_imports };\n`);
  return tool('esbuild', [join(scripts, start), '--bundle', '--minify', `--format=${format}`, '--target=es2022',
    `--alias:glue=${join(dist, glueName)}`, '--external:FRAME_NAME', '--log-level=error']).toString();
};

// A wasm file as its sections, and back. Only import and export sections are read.
const leb = (bytes, at) => {
  let value = 0, shift = 0, byte;
  do { byte = bytes[at++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte & 128);
  return [value, at];
};
const toLeb = (value) => {
  const out = [];
  do { const low = value & 127; value = Math.floor(value / 128); out.push(value ? low | 128 : low); } while (value);
  return Buffer.from(out);
};
const text = (name) => { const bytes = Buffer.from(name); return Buffer.concat([toLeb(bytes.length), bytes]); };
const sections = (wasm) => {
  const out = [];
  for (let at = 8; at < wasm.length;) {
    const id = wasm[at];
    const [length, from] = leb(wasm, at + 1);
    out.push({ id, body: wasm.subarray(from, from + length) });
    at = from + length;
  }
  return out;
};
const assemble = (header, parts) =>
  Buffer.concat([header, ...parts.flatMap(({ id, body }) => [Buffer.from([id]), toLeb(body.length), body])]);
const IMPORT = 2, EXPORT = 7, CODE = 10, DATA = 11;

// Every row of a section as its names and the bytes after them.
const rows = (body, names, rest) => {
  let [count, at] = leb(body, 0);
  const out = [];
  while (count--) {
    const row = { names: [] };
    for (let n = 0; n < names; n++) {
      const [length, from] = leb(body, at);
      row.names.push(body.subarray(from, from + length).toString());
      at = from + length;
    }
    const end = rest(body, at);
    row.rest = body.subarray(at, end);
    at = end;
    out.push(row);
  }
  return out;
};
const limits = (body, at) => { const flag = body[at]; at = leb(body, at + 1)[1]; return flag & 1 ? leb(body, at)[1] : at; };
const importEnd = (body, at) => {
  switch (body[at]) {
    case 0: return leb(body, at + 1)[1];
    case 1: return limits(body, at + 2);
    case 2: return limits(body, at + 1);
    case 3: return at + 3;
    default: throw new Error(`an import of kind ${body[at]} is not known`);
  }
};
const exportEnd = (body, at) => leb(body, at + 1)[1];
const unrows = (list) => Buffer.concat([toLeb(list.length), ...list.flatMap(({ names, rest }) => [...names.map(text), rest])]);

// Functions by index with their names, as the names section tells them.
const functionNames = (parts) => {
  const section = parts.find(({ id, body }) => id === 0 && body.subarray(1, 1 + body[0]).toString() === 'name');
  if (!section) throw new Error('the wasm has no names; is `strip` more than "debuginfo" in Cargo.toml?');
  const { body } = section;
  const out = new Map();
  for (let at = 1 + body[0]; at < body.length;) {
    const kind = body[at];
    let [length, from] = leb(body, at + 1);
    at = from + length;
    if (kind !== 1) continue;
    let count;
    for ([count, from] = leb(body, from); count--;) {
      const [index, afterIndex] = leb(body, from);
      const [size, begin] = leb(body, afterIndex);
      out.set(index, body.subarray(begin, begin + size).toString());
      from = begin + size;
    }
  }
  return out;
};

// Functions of the standard library that never return and do nothing but report.
const PANICS = [
  /^core::panicking::/, /^core::(option|result)::(unwrap|expect)_failed$/, /^core::cell::panic_already/,
  /^core::cell::lazy::panic_poisoned$/, /^core::str::slice_error_fail/, /^core::slice::index::slice_\w*fail$/,
  /::(assert_failed|len_mismatch_fail)$/, /^std::thread::local::panic_access_error$/,
  /^alloc::(raw_vec::(handle_error|capacity_overflow)|alloc::handle_alloc_error)$/,
  / as core::fmt::Debug>::fmt$/, /^__rustc::rust_begin_unwind$/, /^std::panicking::panic_with_hook$/,
];
const trap = (wasm) => {
  const parts = sections(wasm);
  const imported = rows(parts.find(({ id }) => id === IMPORT).body, 2, importEnd)
    .filter(({ rest }) => rest[0] === 0).length;
  const names = functionNames(parts);
  const code = parts.find(({ id }) => id === CODE);
  let [count, at] = leb(code.body, 0);
  const out = [toLeb(count)];
  let trapped = 0;
  for (let index = imported; count--; index++) {
    const [length, from] = leb(code.body, at);
    const name = (names.get(index) ?? '').replace(/\[[0-9a-f]+\]/g, '').replace(/::h[0-9a-f]{16}$/, '').replace(/::<.*>$/, '');
    const reports = PANICS.some((panic) => panic.test(name));
    trapped += reports;
    // No locals, `unreachable`, `end`.
    out.push(reports ? Buffer.from([3, 0, 0x00, 0x0b]) : code.body.subarray(at, from + length));
    at = from + length;
  }
  if (trapped < 10) throw new Error(`only ${trapped} functions that report panics were found; have their names changed?`);
  code.body = Buffer.concat(out);
  blank(parts.find(({ id }) => id === DATA));
  return assemble(wasm.subarray(0, 8), parts);
};

// Where a panic would have said that it happened: a source file's name, its length, line and column.
// Nobody reads them any more, so they become zeros, which weigh nothing; with them go the names of
// folders of the machine that built the page. The corpus is passed over: it is the readers' text.
const blank = (data) => {
  const body = data.body = Buffer.from(data.body);
  const segments = [];
  let [count, at] = leb(body, 0);
  while (count--) {
    if (body[at] !== 0 || body[at + 1] !== 0x41) throw new Error('a data segment of an unknown kind');
    const [offset, end] = leb(body, at + 2);
    const [length, from] = leb(body, end + 1);
    segments.push({ offset, bytes: body.subarray(from, from + length) });
    at = from + length;
  }
  const text = (address, length) => {
    const segment = segments.find(({ offset, bytes }) => offset <= address && address + length <= offset + bytes.length);
    return segment?.bytes.subarray(address - segment.offset, address - segment.offset + length);
  };
  const isSource = /^(\/rustc\/|.*[\/\\]registry[\/\\]src[\/\\]|src[\/\\]|crates[\/\\])[\w.\/\\+-]+\.rs$/;
  const names = new Set();
  // How `crates/model/src/codec.rs` begins a corpus.
  const MAGIC = 'DLN3';
  if (!segments.some(({ bytes }) => bytes.includes(MAGIC))) throw new Error(`the wasm has no corpus that begins with ${MAGIC}`);
  for (const { bytes } of segments) {
    const corpus = bytes.indexOf(MAGIC);
    const corpusEnd = corpus < 0 ? -1 : corpus + 12 + bytes.readUInt32LE(corpus + 8);
    for (let place = 0; place + 16 <= bytes.length; place += 4) {
      if (corpus - 16 < place && place < corpusEnd) continue;
      const [address, length, line, column] = [0, 4, 8, 12].map((step) => bytes.readUInt32LE(place + step));
      if (length < 8 || length > 300 || !line || line > 99999 || !column || column > 999) continue;
      const name = text(address, length);
      if (!name || !isSource.test(name.toString('latin1'))) continue;
      names.add(name);
      bytes.fill(0, place, place + 16);
    }
  }
  for (const name of names) name.fill(0);
};

// 1, 2 and 3.
tool('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', dist, '--out-name', 'page', compiled]);
for (const name of trunks) rmSync(join(dist, name));
const glue = read(glueName).toString();
const first = bundle(glue, 'start.mjs');
let wasm = trap(read(wasmName));
const header = wasm.subarray(0, 8);
const isNamed = (code, name) => new RegExp(`\\b${name.replace(/\$/g, '\\$')}\\b`).test(code);
let parts = sections(wasm);
for (const part of parts.filter(({ id }) => id === EXPORT)) {
  part.body = unrows(rows(part.body, 1, exportEnd).filter(({ names }) => isNamed(first, names[0])));
}
const wasmFile = join(dist, wasmName);
writeFileSync(wasmFile, assemble(header, parts));
// The same features as index.html tells Trunk; what they allow rustc already uses.
const told = /data-wasm-opt-params="([^"]*)"/.exec(readFileSync(new URL('../../index.html', import.meta.url), 'utf8'));
if (!told) throw new Error('index.html names no data-wasm-opt-params');
const round = ['--flatten', '--rereloop', '-Oz', '-Oz'];
// A second round, and what is put inside its callers a little larger than usual: 0.7 KB less by gzip.
const passes = ['-Oz', ...round, ...round, '--always-inline-max-function-size=4', '--flexible-inline-max-function-size=4'];
tool('wasm-opt', [wasmFile, ...told[1].split(' ').filter((word) => word.startsWith('--enable')), '--low-memory-unused', '--strip-debug', '--strip-producers', ...passes, '-o', wasmFile]);

// 4. In the glue each import is a property on lines of its own, up to the line that closes it.
wasm = readFileSync(wasmFile);
parts = sections(wasm);
const imports = parts.find(({ id }) => id === IMPORT);
const wanted = rows(imports.body, 2, importEnd);
const kept = new Map(wanted.map(({ names }, index) => [names[1], `_${index.toString(36)}`]));
let dropped = false;
const slim = glue.split('\n').filter((line) => {
  const begins = /^ {8}(__wb[\w$]+): /.exec(line);
  if (begins) dropped = !kept.has(begins[1]);
  const drop = dropped;
  if (/^ {8}\},?$/.test(line) || (begins && line.endsWith(','))) dropped = false;
  return !drop;
}).join('\n');
let code = bundle(slim, 'start.mjs');
let alone = bundle(slim, 'alone.mjs', 'iife');
for (const row of wanted) {
  const [name] = row.names.splice(1, 1, kept.get(row.names[1]));
  for (const text of [code, alone]) {
    if (text.split(name).length !== 2) throw new Error(`the glue names ${name} not once`);
  }
  code = code.replace(name, row.names[1]);
  alone = alone.replace(name, row.names[1]);
}
imports.body = unrows(wanted);
wasm = assemble(header, parts);

// 5, 6 and 7.
const hash = (kind, bytes) => createHash(kind).update(bytes);
const nameFor = (stem, bytes, ending) => `${stem}-${hash('sha256', bytes).digest('hex').slice(0, 16)}.${ending}`;
const integrity = (bytes) => `sha256-${hash('sha256', bytes).digest('base64')}`;
const sheets = [...page.matchAll(/<link href=\.\/([\w.-]+\.css) [^>]*>/g)];
if (!sheets.length) throw new Error('index.html links no style sheet');
const texts = sheets.map(([, name]) => read(name).toString());
const css = texts.join('');
// Up to the head of the page, and the rest: `publish.mjs` says why.
const early = sheets.findIndex(([, name]) => name.startsWith('top-')) + 1;
if (!early) throw new Error('index.html links no style/top.css');
const newWasm = nameFor('dateline', wasm, 'wasm');
const script = Buffer.from(code.replace('WASM_NAME', newWasm).replace('WASM_HASH', integrity(wasm)).replace('FRAME_NAME', `./${frameName}`));
const newScript = nameFor('dateline', script, 'js');
const inline = /<script type=module>[\s\S]*?<\/script>/;
const preloads = /<link [^>]*(?:modulepreload|\.wasm)[^>]*>/g;
if (!inline.test(page)) throw new Error('index.html has no start-up script of Trunk');
let finished = page.replace(inline, '').replace(preloads, '');
for (const [link] of sheets) finished = finished.replace(link, '');
// The script checks the program: engines do not check what they only fetch ahead. The styles
// stand in the page, so that the first paint waits for no other answer; the policy names their hash.
if (css.includes('</')) throw new Error('the style element would end before its end');
const styles = [texts.slice(0, early), texts.slice(early)].map((part) => `<style>${part.join('')}</style>`).join('');
const links = `${styles}<link rel=preload as=fetch type=application/wasm href=./${newWasm}>`
  + `<script type=module src=./${newScript} integrity=${integrity(script)}></script>`;
const head = /<link [^>]*rel=icon>/;
if (!head.test(finished)) throw new Error('index.html has no icon to put the links after');
finished = finished.replace(head, (icon) => icon + links);

for (const name of [wasmName, glueName, ...sheets.map(([, name]) => name)]) rmSync(join(dist, name));
writeFileSync(join(dist, newWasm), wasm);
writeFileSync(join(dist, newScript), script);
embed.rest(newScript, css);
writeFileSync(join(dist, 'alone.js'), alone);
writeFileSync(join(dist, 'index.html'), finished);
