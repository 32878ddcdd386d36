// Makes the built page fit for publishing anywhere. Called by `cargo xtask dist` as
// `node publish.mjs DIST` with esbuild on PATH, after `bundle.mjs` and after every other file of the
// site is in DIST. Adds, in this order:
//   1. icons and the web manifest, and the second style sheet goes behind the title;
//   2. `dateline.html`, the whole explorer in one file;
//   3. `404.html`, which leads back into the site;
//   4. a content security policy in every page;
//   5. the service worker, which knows every file of this build by its hash.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { sha256, withPolicy } from './publish/policy.mjs';

const dist = resolve(process.argv[2]);
const scripts = fileURLToPath(new URL('../../src/page/', import.meta.url));
const at = (name) => join(dist, name);
const read = (name) => readFileSync(at(name), 'utf8');
const windows = process.platform === 'win32';
const bundle = (script) => execFileSync(windows ? 'esbuild.cmd' : 'esbuild',
  [join(scripts, script), '--bundle', '--minify', '--format=iife', '--target=es2022', '--log-level=error'],
  { stdio: ['ignore', 'pipe', 'inherit'], shell: windows }).toString().trim();
const one = (pattern, text = index) => {
  const found = pattern.exec(text);
  if (!found) throw new Error(`index.html has no ${pattern}`);
  return found;
};

// A site that was made fit before is as it should be.
if (existsSync(at('sw.js'))) process.exit(0);
let index = read('index.html');
const title = one(/<title>([^<]*)<\/title>/)[1];
const root = /<link (?=[^>]*rel=["']?canonical)[^>]*href=["']?https?:\/\/[^\/"' >]+([^"' >]*)/.exec(index)?.[1];

// 1. These keep their names: whoever installs the page, and pages beside it, ask for them by name.
const icon = readFileSync(join(scripts, 'icon.svg'));
for (const name of ['icon.svg', 'icon-192.png', 'icon-512.png']) copyFileSync(join(scripts, name), at(name));
const paper = '#fbfaf6';
writeFileSync(at('site.webmanifest'), `${JSON.stringify({
  name: unescaped(title), short_name: 'Dateline', start_url: './', scope: './', display: 'minimal-ui',
  background_color: paper, theme_color: paper,
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...[192, 512].map((size) => ({ src: `icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })),
  ],
})}\n`);
index = index.replace(one(/<link [^>]*rel=icon>/)[0],
  '<link href=./icon.svg rel=icon><link href=./site.webmanifest rel=manifest>');
// Before the start-up script, whose absence it tells.
one(/<script/);
index = index.replace('<script', (start) => `<script>${bundle('absent.mjs')}</script>${start}`);
// A slow phone paints the title before it has read how the rest looks, and a tenth of a second before it has
// laid out the list. HTML allows styles in the body as the first child of an element, for it and what follows;
// `start.mjs` puts them into the head before the program replaces what they stand in.
const styles = [...index.matchAll(/<style>([\s\S]*?)<\/style>/g)];
if (styles.length !== 2) throw new Error(`index.html has ${styles.length} style sheets, not two`);
const [late] = styles[1];
const behind = '<div class=timeline>';
if (index.includes(behind)) index = index.replace(late, '').replace(behind, (start) => start + late);
writeFileSync(at('index.html'), index);

// 2. It may lie alone, so it offers no code for embedding. Deflate and base64 make the program smaller than it was; every engine that runs it unpacks both.
const css = styles.map(([, text]) => text).join('');
const program = deflateSync(readFileSync(at(one(/href=\.\/([\w-]+\.wasm)/)[1])), { level: 9 }).toString('base64');
const alone = read('alone.js');
if (/<\/script|<!--/i.test(alone)) throw new Error('the script of dateline.html would end before its end');
const language = one(/<html lang=["']?([\w-]+)/)[1];
const head = (more) => `<!doctype html><html lang=${language}${more}><meta charset=utf-8>`
  + '<meta content="width=device-width,initial-scale=1" name=viewport><meta content="light dark" name=color-scheme>'
  + `<title>${title}</title><link href="data:image/svg+xml;base64,${icon.toString('base64')}" rel=icon>`;
writeFileSync(at('dateline.html'), `${head('')}<style>${css}.embed{display:none}</style></head><body>`
  + '<div data-state=loading id=dateline><p class=loading>Unpacking the articles…</p>'
  + '<noscript><p class=loading>This page is a program and needs JavaScript and WebAssembly. '
  + 'Nothing is loaded from elsewhere.</p></noscript></div>'
  + `<script id=program type=text/plain>${program}</script><script data-alone>${alone}</script></body></html>\n`);
rmSync(at('alone.js'));

// 3. It is found at any depth, so it carries its styles and its script inside.
writeFileSync(at('404.html'), `${head(root ? ` data-root="${root}"` : '').replace('<title>', '<title>Not found: ')}`
  + `<style>${css.slice(css.indexOf(':root'), endOfTokens(css))}`
  + 'body{margin:20vh auto;max-width:34em;padding:0 24px;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}'
  + 'h1{font:700 26px/1.2 var(--serif)}a{color:var(--person)}</style></head><body><main>'
  + `<h1>There is nothing at this address</h1><p>It belongs to “<bdi>${title}</bdi>”. What it named may have been renamed or taken away.</p>`
  + (root ? `<p><a href="${root}">To the front page</a></p>` : '<p><a hidden>To the front page</a></p>'
    + '<noscript><p>Shorten the address in the browser’s bar to come to the front page.</p></noscript>')
  + `</main><script>${bundle('lost.mjs')}</script></body></html>\n`);

// 4.
for (const name of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.html')).sort()) {
  writeFileSync(at(name), withPolicy(read(name), name));
}

// 5.
const hashed = readdirSync(dist).filter((name) => /-[0-9a-f]{16}\.\w+$/.test(name)).sort();
const files = [['', 'index.html'], ...hashed.map((name) => [name, name])]
  .map(([address, name]) => [address, sha256(readFileSync(at(name)))]);
const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
const worker = bundle('sw.mjs');
if (worker.split('BUILD').length !== 2) throw new Error('the service worker names its BUILD not once');
writeFileSync(at('sw.js'), `${worker.replace('BUILD', () => JSON.stringify({ version, files }))}\n`);

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

function unescaped(text) {
  const names = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => names[name]);
}
