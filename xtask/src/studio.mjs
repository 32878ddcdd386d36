// Writes into a shell what the studio is made of, from studio/. Called by bundle.mjs.
//
//   studio/page.html, page.css, page.js   the page, which `crates/assemble/src/studio.rs` puts into one file
//   studio/worker.js, program.wasm        what its worker runs
//   studio/inside.js                      what tells it what is open in the page that it shows

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `sources` is the folder studio/, `compiled` its program as the compiler wrote it, `work` a folder for what is
 * thrown away, `node` where the program for Node.js goes; `tool` runs a program and gives what it prints, `inside` writes what stands inside an element.
 */
export const studio = (sources, compiled, shell, node, work, tool, inside) => {
  mkdirSync(join(shell, 'studio'));
  tool('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', work, '--out-name', 'studio', compiled]);
  const small = join(work, 'studio.wasm');
  // Only the names go: making it smaller takes minutes, and it is loaded by those who ask for it.
  tool('wasm-opt', [join(work, 'studio_bg.wasm'), '--strip-debug', '--strip-producers', '-o', small]);
  copyFileSync(small, join(shell, 'studio/program.wasm'));
  const esbuild = (name, ...options) => tool('esbuild', [join(sources, name), '--bundle', '--minify',
    '--target=es2022', '--log-level=error', ...options]).trim();
  inside('studio/page.html', readFileSync(join(sources, 'page.html'), 'utf8'), /<\/style/i);
  inside('studio/page.css', esbuild('page.css'));
  inside('studio/page.js', esbuild('page.mjs', '--format=iife'));
  inside('studio/inside.js', esbuild('inside.mjs', '--format=iife'));
  inside('studio/worker.js', esbuild('worker.mjs', '--format=iife', `--alias:glue=${join(work, 'studio.js')}`,
    '--define:import.meta.url=""'));
  // The same program under Node.js, which is no part of any page.
  const version = JSON.parse(readFileSync(join(sources, '../npm/package.json'), 'utf8')).version;
  writeFileSync(node, esbuild('../npm/cli.mjs', '--format=esm', '--platform=node',
    `--alias:glue=${join(work, 'studio.js')}`, `--define:VERSION="${version}"`) + '\n');
};
