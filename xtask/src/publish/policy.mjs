// The content security policy of a page, by what stands in it: nothing is allowed that it has no use
// for, and what is inline is allowed by its hash alone.

import { createHash } from 'node:crypto';

/** The hash by which a policy or an integrity attribute names these bytes. */
export const sha256 = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** A page with its policy. One that brings its own keeps it, if that one is strict. */
export function withPolicy(page, name) {
  const own = /<meta [^>]*content-security-policy[^>]*>/i.exec(page);
  if (own && /unsafe-(inline|eval|hashes)|\*/.test(own[0].replaceAll('wasm-unsafe-eval', ''))) {
    throw new Error(`${name} brings a policy of its own that is not strict`);
  }
  if (own) return page;
  const charset = /<meta charset=["']?utf-8["']?>/i;
  if (!charset.test(page)) throw new Error(`${name} does not say first that it is UTF-8`);
  return page.replace(charset, (first) =>
    `${first}<meta http-equiv=content-security-policy content="${policy(parts(page, name))}">`);
}

function policy({ scripts, styles, images, program, manifest, frames, requests }) {
  const rows = [
    ['default-src', ["'none'"]],
    ['script-src', [...scripts, ...(program ? ["'wasm-unsafe-eval'"] : [])]],
    ['style-src', styles],
    ['img-src', images],
    ['connect-src', requests ? ["'self'"] : []],
    ['manifest-src', manifest ? ["'self'"] : []],
    ['worker-src', manifest && scripts.length ? ["'self'"] : []],
    ['frame-src', frames ? ["'self'"] : []],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['require-trusted-types-for', scripts.length ? ["'script'"] : []],
    ['trusted-types', scripts.length ? ['default'] : []],
  ];
  return rows.filter(([, sources]) => sources.length).map(([row, sources]) => [row, ...new Set(sources)].join(' ')).join(';');
}

/** What a page loads, runs and holds. */
function parts(page, name) {
  const found = { scripts: [], styles: [], images: [], program: false, manifest: false, frames: false, requests: false };
  for (const { tag, attributes, content } of elements(page)) {
    const has = (attribute) => attributes.get(attribute) ?? '';
    for (const attribute of attributes.keys()) {
      if (attribute === 'style' || attribute.startsWith('on')) {
        throw new Error(`${name} has the attribute ${attribute} on <${tag}>, which its policy forbids`);
      }
    }
    if (tag === 'script' && /^(|module|text\/javascript)$/.test(has('type'))) {
      found.scripts.push(has('src') ? "'self'" : `'${sha256(content)}'`);
      found.requests ||= !attributes.has('data-alone');
    }
    if (tag === 'style') found.styles.push(`'${sha256(content)}'`);
    if (tag === 'img') found.images.push(has('src').startsWith('data:') ? 'data:' : "'self'");
    if (tag === 'iframe') found.frames = true;
    if (tag === 'link') {
      const kinds = has('rel').split(' ');
      if (kinds.includes('stylesheet')) found.styles.push("'self'");
      if (kinds.includes('icon')) found.images.push(has('href').startsWith('data:') ? 'data:' : "'self'");
      if (kinds.includes('manifest')) {
        found.manifest = true;
        // The front page, which in somebody's frame gets a sheet more.
        found.styles.push("'self'");
      }
    }
    if (has('href').endsWith('.wasm') || has('id') === 'program') found.program = true;
  }
  return found;
}

/** Every opening tag with its attributes; scripts and style sheets with their text. */
function* elements(page) {
  const opening = /<!--[\s\S]*?-->|<([a-z][a-z0-9-]*)((?:\s+[^\s=>"']+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>/gi;
  for (let match; (match = opening.exec(page));) {
    if (!match[1]) continue;
    const tag = match[1].toLowerCase();
    const attributes = new Map([...match[2].matchAll(/([^\s=>"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g)]
      .map(([, key, ...values]) => [key.toLowerCase(), values.find((value) => value !== undefined) ?? '']));
    let content = '';
    if (tag === 'script' || tag === 'style') {
      const end = page.indexOf(`</${tag}`, opening.lastIndex);
      content = page.slice(opening.lastIndex, end);
      opening.lastIndex = end;
    }
    yield { tag, attributes, content };
  }
}
