// Other people's pages, for the tests of embedding: served from origins of their own, with whatever
// headers they like, around a served explorer.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { browser, site } from './harness.mjs';
import { eventually } from './wait.mjs';

/**
 * One journey over somebody else's page. `pages(site, other)` gives what the host has: by path a text or
 * `{ html, headers }`; `other` is a second origin with the same pages. `options` are Playwright's of a
 * context, `warnings`: what the console may warn of, and `expected`: errors that the browser must report.
 * The journey fails on a console error, a page error, and a request to any origin but these.
 */
export function hosted(name, pages, options, act) {
  test(name, { timeout: 90_000 }, async () => {
    const { warnings = [], expected = /^$/, ...rest } = options;
    const served = {};
    const [host, other] = [await serveHost(served), await serveHost(served)];
    Object.assign(served, pages(site, other));
    const context = await browser.newContext({
      viewport: { width: 1300, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', ...rest,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints = [];
    page.on('console', (message) => {
      const known = message.type() === 'warning' ? warnings.some((one) => message.text().includes(one)) : expected.test(message.text());
      if (known) return;
      if (message.type() === 'error' || (message.type() === 'warning' && message.text().includes('dateline'))) {
        complaints.push(`console: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    page.on('request', (request) => {
      const own = [site.origin, host.origin, other.origin].some((origin) => request.url().startsWith(`${origin}/`));
      if (!own && !/^(data|blob|about):/.test(request.url())) complaints.push(`request elsewhere: ${request.url()}`);
    });
    try {
      await page.goto(`${host.origin}/`);
      await act(page, { site, host, other, pages: served });
    } catch (error) {
      if (complaints.length > 0) error.message += `\nthe page complained:\n${complaints.join('\n')}`;
      throw error;
    } finally {
      await context.close();
      await host.close();
      await other.close();
    }
    assert.deepEqual(complaints, [], 'the page complained');
  });
}

/** Serves these pages, by path, on an origin of their own. */
export async function serveHost(pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, 'http://host').pathname];
    if (page === undefined) return response.writeHead(404).end();
    const { html, headers = {} } = typeof page === 'string' ? { html: page } : page;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** A host's page with the script and `body`. */
export const around = (site, body, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A story</title><link rel="icon" href="data:,">${head}<script src="${site.address}embed.js" async></script></head>
<body>${body}</body></html>`;

/** An explorer's element by its id, once it answers. */
export async function explorer(page, id) {
  const handle = page.locator(`#${id}`);
  await page.waitForFunction((id) => document.getElementById(id)?.ready, id);
  await handle.evaluate((element) => element.ready);
  return {
    handle,
    /** Any of its calls. */
    call: (name, ...args) => handle.evaluate((element, [name, args]) => element[name](...args), [name, args]),
    state: () => handle.evaluate((element) => element.state()),
    /** Where its content is: the document of its frame, or itself. */
    inside: async () => {
      const frame = await handle.evaluateHandle((element) => element.shadowRoot.querySelector('iframe'));
      return frame.asElement() ? frame.asElement().contentFrame() : handle;
    },
    height: () => handle.evaluate((element) => element.shadowRoot.firstElementChild.getBoundingClientRect().height),
    stateIs: (key, expected) => eventually(async () =>
      assert.deepEqual((await handle.evaluate((element) => element.state()))[key], expected, key)),
  };
}

/** The height of an explorer's box once it has stayed the same for half a second. */
export async function settled(one) {
  let last = -1, since = 0;
  return eventually(async () => {
    const now = await one.height();
    if (now !== last) [last, since] = [now, Date.now()];
    assert.ok(Date.now() - since > 500, `the height settles, now at ${now}`);
    return now;
  }, 8_000);
}
