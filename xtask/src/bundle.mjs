// Makes of what the compiler wrote a shell: one program, one script and one page, with places for what hangs
// on the articles. Called by `cargo xtask dist` as `node bundle.mjs TRUNK MODULES STUDIO SHELL NAMED NODE` with wasm-bindgen,
// wasm-opt and esbuild on PATH. TRUNK is Trunk's output, MODULES has what the compiler wrote in two modules, see split.rs,
// STUDIO is what it wrote of the studio's program, SHELL an empty folder
// for the files that `crates/assemble/src/shell.rs` lists, NAMED where the program goes with the names of its
// functions, for `cargo xtask size`, NODE where the program for Node.js goes. Each tool does what it does by itself:
//   1. wasm-bindgen writes the glue, wasm-opt makes the program small and its imports and exports short;
//   2. esbuild bundles the page's start (`src/page`) with the glue for these, the start of the page that
//      is one file, and the small scripts;
//   3. what only embedding pages load is added, see embed.mjs;
//   4. the studio is added, see studio.mjs;
//   5. the style sheets are parted, and the page keeps one place for all that its head gets.

import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embedding } from './embed.mjs';
import { studio } from './studio.mjs';

const [trunk, modules, studios, shell, named, node] = process.argv.slice(2).map((name) => resolve(name));
const windows = process.platform === 'win32';
const tool = (name, args) =>
  execFileSync(windows ? `${name}.cmd` : name, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: windows }).toString();
const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'dateline-'));
process.on('exit', () => rmSync(work, { recursive: true }));
const at = (name) => join(work, name);

// 1. A second round after `flatten`, and small functions put inside their callers, are 1 KB less by gzip. Both
// programs are written from the same third one, so that their functions are the same byte for byte.
tool('wasm-bindgen', ['--target', 'bundler', '--no-typescript', '--out-dir', work, '--keep-lld-exports',
  '--out-name', 'page', join(modules, 'program.wasm')]);
const smaller = ['-Oz', '--flatten', '--rereloop', '-Oz', '--always-inline-max-function-size=4',
  '--flexible-inline-max-function-size=4', '--low-memory-unused'];
const last = ['--strip-producers', '--optimize-level=2', '--shrink-level=2'];
const names = JSON.parse(tool('wasm-opt', [at('page_bg.wasm'), ...smaller,
  '--minify-imports-and-exports-and-modules', '-g', '-o', at('small.wasm')]));
tool('wasm-opt', [at('small.wasm'), ...last, '-g', '-o', named]);
tool('wasm-opt', [at('small.wasm'), ...last, '--strip-debug', '-o', at('page.wasm')]);
copyFileSync(at('page.wasm'), join(shell, 'program.wasm'));
tool('wasm-opt', [join(modules, 'later.wasm'), ...smaller, '-o', at('later.wasm')]);
tool('wasm-opt', [at('later.wasm'), ...last, '--strip-debug', '-o', join(shell, 'later.wasm')]);

// 2. A class of the glue that nobody uses is not to be kept by getting ready to clean up after it.
const glue = readFileSync(at('page_bg.js'), 'utf8');
writeFileSync(at('page_bg.js'), glue.replaceAll('new FinalizationRegistry(', '/* @__PURE__ */ new FinalizationRegistry('));
const known = new Map(names.imports.map(([, own, short]) => [short, own]));
const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(at('page.wasm'))));
writeFileSync(at('glue.mjs'), `import * as glue from './page_bg.js';
export { __wbg_set_wasm as connect, mount, start } from './page_bg.js';
export const imports = { ${imports[0].module}: { ${imports.map(({ name }) => `'${name}': glue.${known.get(name)}`).join(', ')} } };
`);
// What the second module takes from the first has short names there.
const short = new Map(names.exports);
const asked = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(shell, 'later.wasm'))));
if (!asked.every(({ module, name }) => module === asked[0].module && short.has(name))) {
  throw new Error('the second module asks for what the first does not have');
}
appendFileSync(at('glue.mjs'), `export const shared = (first) => ({ ${asked[0].module}: { ${
  asked.map(({ name }) => `'${name}': first[${JSON.stringify(short.get(name))}]`).join(', ')} } });
`);
writeFileSync(at('exports.json'), JSON.stringify(Object.fromEntries(names.exports)));
const exported = names.exports.map(([own]) => own).join('|');
const bundle = (start, format) => tool('esbuild', [join(root, 'src/page', start), '--bundle', '--minify', `--format=${format}`,
  '--target=es2022', `--alias:glue=${at('glue.mjs')}`, '--define:Symbol.dispose=false', '--external:FRAME_NAME',
  `--mangle-props=^(${exported})$`, `--mangle-cache=${at('exports.json')}`, '--log-level=error']);

/** A script that knows nothing of the program. */
const bare = (name) => tool('esbuild', [join(root, 'src/page', name), '--bundle', '--minify', '--format=iife',
  '--target=es2022', '--log-level=error']).trim();

// 3.
const write = (name, text) => writeFileSync(join(shell, name), text);
/** Stands inside an element of a page, and must not end it. */
const inside = (name, text, ends = /<\/s(cript|tyle)|<!--/i) => {
  if (ends.test(text)) throw new Error(`${name} would end its element before its end`);
  write(name, text);
};
let page = readFileSync(join(trunk, 'index.html'), 'utf8');
/** Takes the parts of the page that look like this away and gives them. */
const take = (pattern) => {
  const found = [...page.matchAll(pattern)];
  if (!found.length) throw new Error(`index.html has no ${pattern}`);
  page = page.replaceAll(pattern, '');
  return found;
};
const sheets = take(/<link href=\.\/([\w.-]+\.css) [^>]*>/g)
  .map(([, name]) => [name, readFileSync(join(trunk, name), 'utf8')]);
const css = sheets.map(([, text]) => text).join('');
mkdirSync(join(shell, 'fixed'));
const frame = embedding(join(root, 'embed/'), shell, tool, css);
write('start.js', bundle('start.mjs', 'esm').replace('FRAME_NAME', `./${frame}`));
inside('alone.js', bundle('alone.mjs', 'iife'));
for (const name of ['absent', 'lost']) inside(`${name}.js`, bare(`${name}.mjs`));
write('sw.js', bare('sw.mjs'));
// These keep their names: whoever installs the page, and pages beside it, ask for them by name.
for (const name of ['icon.svg', 'icon-192.png', 'icon-512.png']) {
  copyFileSync(join(root, 'src/page', name), join(shell, 'fixed', name));
}

// 4.
studio(join(root, 'studio/'), studios, shell, node, work, tool, inside);

// 5. Two sheets: what the title needs, and the rest; `crates/assemble/src/front.rs` says why.
const rest = sheets.findIndex(([name]) => name.startsWith('top-')) + 1;
if (!rest) throw new Error('index.html links no style/top.css');
const joined = (part) => part.map(([, text]) => text).join('');
inside('first.css', joined(sheets.slice(0, rest)));
inside('rest.css', joined(sheets.slice(rest)));
inside('lost.css', css.slice(css.indexOf(':root'), endOfTokens(css)));
take(/<link [^>]*(?:modulepreload|\.wasm)[^>]*>/g);
take(/<script type=module>[\s\S]*?<\/script>/g);
const icon = /<link [^>]*rel=icon>/;
if (!icon.test(page)) throw new Error('index.html has no icon to put the links after');
write('index.html', page.replace(icon, 'HEAD_PLACE'));

/** The first rules of the style sheet: colours, sizes and fonts, for the bare pages. */
function endOfTokens(css) {
  let depth = 0;
  for (let place = css.indexOf(':root'); place < css.length; place++) {
    depth += { '{': 1, '}': -1 }[css[place]] ?? 0;
    const rest = css.slice(place + 1);
    if (css[place] === '}' && depth === 0 && !/^(:root|@media[^{]*\{\s*:root)/.test(rest)) return place + 1;
  }
  return css.length;
}
