// Writes into a shell what only embedding pages load, from embed/. Called by bundle.mjs.
//
//   embed.js, embed-inline.js, dateline.d.ts   under these names for ever: other people's pages name them
//   frame-HASH.js, embed-HASH.css              the page in a frame, named by the start-up script
//   embed.html, embed-page-HASH.js and .css    the page that makes the code to copy
//
// All but the first are named by their content, so that a new version never meets an old one. Only
// embed-inline.js hangs on the articles: it names the start-up script, which names the program.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `sources` is the folder embed/, `tool` runs a program and gives what it prints, `css` is the page's style
 * sheet. Gives the name of the script for frames, which the start-up script names.
 */
export const embedding = (sources, shell, tool, css) => {
  const read = (name) => readFileSync(join(sources, name), 'utf8');
  const write = (name, text) => writeFileSync(join(shell, 'fixed', name), text);
  const hashed = (stem, ending, text) => {
    const name = `${stem}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.${ending}`;
    write(name, text);
    return name;
  };
  const esbuild = (name, ...options) =>
    tool('esbuild', [join(sources, name), '--bundle', '--minify', '--target=es2022', '--log-level=error', ...options]).toString();
  const integrity = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  const fill = (text, place, value) => {
    if (text.split(place).length !== 2) throw new Error(`${place} was expected once`);
    return text.replace(place, () => value);
  };

  const sheet = esbuild('embed.css');
  const frame = hashed('frame', 'js', fill(esbuild('frame.js', '--format=esm'), 'SHEET_NAME', hashed('embed', 'css', sheet)));
  write('embed.js', esbuild('embed.js', '--format=iife'));
  write('dateline.d.ts', read('dateline.d.ts'));
  const inline = esbuild('inline.js', '--format=esm', '--external:MAIN_NAME', '--define:SHEET_TEXT="SHEET_TEXT"');
  const shadow = `${SHADOW}${inShadow(css)}${inShadow(sheet)}`;
  writeFileSync(join(shell, 'embed-inline.js'), fill(inline, '"SHEET_TEXT"', JSON.stringify(shadow)));
  const tag = (attribute, text, stem, ending) => `${attribute}="./${hashed(stem, ending, text)}" integrity="${integrity(text)}"`;
  let page = read('embed.html');
  page = fill(page, 'href="page.css"', tag('href', esbuild('page.css'), 'embed-page', 'css'));
  page = fill(page, 'src="page.js"', tag('src', esbuild('page.js', '--format=esm'), 'embed-page', 'js'));
  write('embed.html', page);
  return frame;
};

/** What stands around the page's own rules in a shadow root. Properties that the page only tests for begin unset. */
const SHADOW = '.box{all:initial;display:block;container:dateline/inline-size}.ground{--kind:initial;--tone:initial}';

/**
 * The page's style sheet for a shadow root: `.box` takes nothing over from the page around and is what
 * widths are measured against, `.ground` stands for the document. The rules of the page are kept as
 * they are; only what they call the document and the screen's width is named otherwise.
 */
export const inShadow = (css) => {
  const out = css
    .replace(/:root\b/g, '.ground')
    .replace(/(^|[},{\s])(?:html|body)(?=[\s{:,])/g, '$1.ground')
    .replace(/@media\s*\(\s*(?:max-width:\s*|width\s*<=\s*)(\d+px)\s*\)/g, '@container dateline (max-width: $1)');
  const left = /@media[^{]*width|(?:^|[},{\s])(?:html|body)[\s{:,]/.exec(out);
  if (left) throw new Error(`a rule for the document or its width is left: ${left[0]}`);
  return out;
};
