// What the page may not do, and does not: run what is not its own, ask elsewhere, keep anything.
// That no policy is broken in any journey is asserted for every test by the harness.
import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, journey, PHONE, shareBrowser } from './harness.mjs';

shareBrowser();

test('every page has a strict policy, before anything that it could forbid', async () => {
  const pages = (await readdir(dist(), { recursive: true })).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length >= 3, `pages: ${pages}`);
  for (const name of pages) {
    const page = await readFile(join(dist(), name), 'utf8');
    const [before, policy] = page.split(/<meta [^>]*content-security-policy["']? content="([^"]*)"/i);
    assert.ok(policy, `${name} has a policy`);
    assert.doesNotMatch(before, /<(script|style|link|img|iframe)\b/i, name);
    for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]) {
      assert.ok(policy.split(/; */).includes(rule), `${name}: ${rule}`);
    }
    assert.doesNotMatch(policy.replaceAll("'wasm-unsafe-eval'", ''), /unsafe|\*|https?:/, name);
    if (/script-src/.test(policy)) assert.match(policy, /require-trusted-types-for 'script'/, name);
  }
});

test('what the front page loads has its hash, and the script has the program’s', async () => {
  const page = await readFile(join(dist(), 'index.html'), 'utf8');
  const [script] = /<script [^>]*src=[^>]*>/.exec(page);
  assert.match(script, /integrity=["']?sha(256|384|512)-[\w+/=]{40,}/);
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)];
  assert.equal(styles.length, 2);
  assert.ok(styles[1].index > page.indexOf('</header>') && page.indexOf('</header>') > 0, 'the title waits for its own styles alone');
  for (const [, style] of styles) {
    assert.ok(page.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`), 'the policy names the styles');
  }
  assert.doesNotMatch(page, /<link [^>]*stylesheet/, 'the first paint waits for no other file');
  const [, name] = /src=["']?\.\/([\w.-]+)/.exec(script);
  assert.match(await readFile(join(dist(), name), 'utf8'), /integrity:["'`]sha(256|384|512)-/);
});

const WALK = async (reader) => {
  const { page } = reader;
  for (const view of ['list', 'compare', 'timeline']) {
    await page.evaluate((view) => window.dateline.go({ view }), view);
    await reader.stateIs('view', view);
  }
  const { entities } = await reader.facets({});
  await page.evaluate((id) => window.dateline.go({ with: [id] }), entities[0][0]);
  await page.evaluate(() => window.dateline.go({ q: 'talks' }));
  await page.evaluate(() => window.dateline.go({ q: 'qzxwvkj', with: [] }));
  await page.evaluate(() => window.dateline.go({ q: '', view: 'list' }));
  await reader.openListed('article');
};

journey('a walk through the page breaks no policy and keeps nothing', {}, async (reader, site) => {
  await WALK(reader);
  await reader.show('timeline');
  await reader.allYears().click();
  const before = await reader.drawing();
  await reader.zoomIn().click();
  await reader.redrawn(before);
  const kept = await reader.page.evaluate(async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases?.() ?? []).map(({ name }) => name),
  }));
  assert.deepEqual(kept, { cookies: '', local: [], session: [], databases: [] });
  const cookies = await reader.page.context().cookies(site.address);
  assert.deepEqual(cookies, []);
});

journey('on the phone too no policy is broken', { size: PHONE, phone: true }, WALK);

/** Tries something in the page and tells whether it ran. The policy's own complaint is what is wanted. */
const HOSTILE = { expected: /policy:|Content Security Policy|Trusted|TrustedHTML|violates the following/i };
for (const [what, attempt] of [
  ['a script with text', () => {
    const script = document.createElement('script');
    script.append('window.ran = true');
    document.body.append(script);
  }],
  ['an event handler in an attribute', () => {
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ran = true');
    image.setAttribute('src', 'data:,');
    document.body.append(image);
  }],
  ['a link with a script', () => {
    const link = document.createElement('a');
    link.href = 'javascript:window.ran=true';
    document.body.append(link);
    link.click();
  }],
  ['a frame with a script', () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('src', 'javascript:parent.ran=true');
    document.body.append(frame);
  }],
]) {
  journey(`${what} does not run`, HOSTILE, async (reader) => {
    await reader.page.evaluate(attempt).catch(() => {});
    await reader.page.waitForTimeout(300);
    assert.equal(await reader.page.evaluate(() => window.ran), undefined);
    await reader.countsAgree();
  });
}

for (const [what, markup] of [
  ['a script', '<g><script>window.ran=1</script></g>'],
  ['an event handler', '<g onload="window.ran=1"></g>'],
  ['an event handler in capitals', '<rect ONCLICK="window.ran=1"/>'],
  ['a link', '<a href="javascript:window.ran=1"><text>x</text></a>'],
  ['an address in a shape', '<g href="https://elsewhere.example/"></g>'],
  ['a style', '<rect style="fill:url(https://elsewhere.example/)"/>'],
  ['an element of another language', '<foreignObject><img src="x"></foreignObject>'],
  ['a tag that does not end', '<g><img src=x onerror=window.ran=1 '],
  ['a comment', '<!--<g>--><g></g>'],
]) {
  journey(`markup with ${what} cannot be put in`, HOSTILE, async (reader) => {
    const said = await reader.page.evaluate((markup) => {
      if (!window.trustedTypes) return 'no trusted types';
      const place = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      try {
        place.innerHTML = markup;
      } catch (error) {
        return error.name;
      }
      return place.innerHTML;
    }, markup);
    assert.ok(['TypeError', 'no trusted types'].includes(said), said);
  });
}

journey('hostile words in a drawing stay words', {}, async (reader) => {
  const said = await reader.page.evaluate(() => {
    const place = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    place.innerHTML = '<g class="a &lt;b onclick=x&gt; &quot;c&quot;"><text x="1" y="-2">on load= href= style=</text></g>';
    return [place.firstChild.getAttribute('class'), place.textContent];
  });
  assert.deepEqual(said, ['a <b onclick=x> "c"', 'on load= href= style=']);
});
