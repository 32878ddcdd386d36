// Makes of what the compiler wrote one program, one script and one page. Called by `cargo xtask dist` as
// `node bundle.mjs DIST WASM NAMED` with wasm-bindgen, wasm-opt and esbuild on PATH. DIST is Trunk's output,
// WASM what the compiler wrote, NAMED where the program goes with the names of its functions, for
// `cargo xtask size`. Each tool does what it does by itself:
//   1. wasm-bindgen writes the glue, wasm-opt makes the program small and its imports and exports short;
//   2. esbuild bundles the page's start (`src/page`) with the glue for these, and the start of the page that
//      is one file, left as `alone.js` for `publish.mjs`;
//   3. what only embedding pages load is added, see embed.mjs;
//   4. the style sheets go into index.html, and files are named by their content.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embedding } from './embed.mjs';

const [dist, compiled, named] = process.argv.slice(2).map((name) => resolve(name));
const trunks = readdirSync(dist).filter((name) => /_bg\.wasm$|\.js$|\.css$/.test(name));
// A page that was bundled before has no file of Trunk's names left.
if (!trunks.some((name) => name.endsWith('_bg.wasm'))) process.exit(0);

const windows = process.platform === 'win32';
const tool = (name, args) =>
  execFileSync(windows ? `${name}.cmd` : name, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: windows }).toString();
const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'dateline-'));
process.on('exit', () => rmSync(work, { recursive: true }));
const at = (name) => join(work, name);

// 1. A second round after `flatten`, and small functions put inside their callers, are 1 KB less by gzip. Both
// programs are written from the same third one, so that their functions are the same byte for byte.
tool('wasm-bindgen', ['--target', 'bundler', '--no-typescript', '--out-dir', work, '--out-name', 'page', compiled]);
const names = JSON.parse(tool('wasm-opt', [at('page_bg.wasm'), '-Oz', '--flatten', '--rereloop', '-Oz',
  '--always-inline-max-function-size=4', '--flexible-inline-max-function-size=4', '--low-memory-unused',
  '--minify-imports-and-exports-and-modules', '-g', '-o', at('small.wasm')]));
const small = [at('small.wasm'), '--strip-producers', '--optimize-level=2', '--shrink-level=2'];
tool('wasm-opt', [...small, '-g', '-o', named]);
tool('wasm-opt', [...small, '--strip-debug', '-o', at('page.wasm')]);
const program = readFileSync(at('page.wasm'));

// 2. A class of the glue that nobody uses is not to be kept by getting ready to clean up after it.
const glue = readFileSync(at('page_bg.js'), 'utf8');
writeFileSync(at('page_bg.js'), glue.replaceAll('new FinalizationRegistry(', '/* @__PURE__ */ new FinalizationRegistry('));
const known = new Map(names.imports.map(([, own, short]) => [short, own]));
const imports = WebAssembly.Module.imports(new WebAssembly.Module(program));
writeFileSync(at('glue.mjs'), `import * as glue from './page_bg.js';
export { __wbg_set_wasm as connect, mount, start } from './page_bg.js';
export const imports = { ${imports[0].module}: { ${imports.map(({ name }) => `'${name}': glue.${known.get(name)}`).join(', ')} } };
`);
writeFileSync(at('exports.json'), JSON.stringify(Object.fromEntries(names.exports)));
const exported = names.exports.map(([own]) => own).join('|');
const bundle = (start, format) => tool('esbuild', [join(root, 'src/page', start), '--bundle', '--minify', `--format=${format}`,
  '--target=es2022', `--alias:glue=${at('glue.mjs')}`, '--define:Symbol.dispose=false', '--external:FRAME_NAME',
  `--mangle-props=^(${exported})$`, `--mangle-cache=${at('exports.json')}`, '--log-level=error']);

// 3 and 4.
const read = (name) => readFileSync(join(dist, name), 'utf8');
const hash = (bytes) => createHash('sha256').update(bytes);
const integrity = (bytes) => `sha256-${hash(bytes).digest('base64')}`;
/** Writes a file that is named by its content, and gives its name. */
const write = (ending, bytes) => {
  const name = `dateline-${hash(bytes).digest('hex').slice(0, 16)}.${ending}`;
  writeFileSync(join(dist, name), bytes);
  return name;
};
let page = read('index.html');
/** Takes the parts of the page that look like this away and gives them. */
const take = (pattern) => {
  const found = [...page.matchAll(pattern)];
  if (!found.length) throw new Error(`index.html has no ${pattern}`);
  page = page.replaceAll(pattern, '');
  return found;
};
const sheets = take(/<link href=\.\/([\w.-]+\.css) [^>]*>/g).map(([, name]) => [name, read(name)]);
const css = sheets.map(([, text]) => text).join('');
if (css.includes('</')) throw new Error('the style element would end before its end');
take(/<link [^>]*(?:modulepreload|\.wasm)[^>]*>/g);
take(/<script type=module>[\s\S]*?<\/script>/g);
for (const name of trunks) rmSync(join(dist, name));

const embed = embedding(join(root, 'embed/'), dist, tool);
const programName = write('wasm', program);
const script = bundle('start.mjs', 'esm')
  .replace('WASM_NAME', programName).replace('WASM_HASH', integrity(program)).replace('FRAME_NAME', `./${embed.frame()}`);
const scriptName = write('js', script);
embed.rest(scriptName, css);
writeFileSync(join(dist, 'alone.js'), bundle('alone.mjs', 'iife'));

// The script checks the program: engines do not check what they only fetch ahead. The styles stand in the
// page, so that the first paint waits for no other answer; the policy names their hash.
// Two sheets: what the title needs, and the rest; `publish.mjs` says why.
const rest = sheets.findIndex(([name]) => name.startsWith('top-')) + 1;
if (!rest) throw new Error('index.html links no style/top.css');
const styles = [sheets.slice(0, rest), sheets.slice(rest)]
  .map((part) => `<style>${part.map(([, text]) => text).join('')}</style>`).join('');
const icon = /<link [^>]*rel=icon>/;
if (!icon.test(page)) throw new Error('index.html has no icon to put the links after');
writeFileSync(join(dist, 'index.html'), page.replace(icon, (icon) => `${icon}${styles}`
  + `<link rel=preload as=fetch type=application/wasm href=./${programName}>`
  + `<script type=module src=./${scriptName} integrity="${integrity(script)}"></script>`));
