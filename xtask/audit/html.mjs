// The Nu HTML checker over every page of the finished site. node html.mjs DIST. Fails at any complaint
// but those about CSS that the checker does not know yet; these are counted.
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import vnu from 'vnu-jar';

/** CSS that engines understand and the checker does not know yet. */
const NEWER_CSS = [
  /^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/,
  /^CSS: “container-type”: Property “container-type” doesn't exist\.$/,
  /^CSS: “container”: Property “container” doesn't exist\.$/,
  /^CSS: Unrecognized at-rule “@container”$/,
];
/**
 * For a file the checker takes 'self' for nowhere, and data in a script element for a script. Whether a policy
 * holds is asked of real browsers, in every test of tests/e2e.
 */
const POLICY = /^(Resource|Inline script) violates Content Security Policy \(meta tag\)/;

const [dist] = process.argv.slice(2);
const pages = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
if (pages.length === 0) throw new Error(`no page in ${dist}`);
const complaints = [];
// Command lines have an end: some hundred pages at once.
for (let at = 0; at < pages.length; at += 300) complaints.push(...await check(pages.slice(at, at + 300)));
const told = complaints.filter(({ message }) => !POLICY.test(message));
const wrong = told.filter(({ message }) => !NEWER_CSS.some((known) => known.test(message)));
for (const { url, lastLine, lastColumn, type, message, extract } of wrong) {
  console.error(`${url}:${lastLine}:${lastColumn}: ${type}: ${message}\n  ${extract ?? ''}`);
}
console.log(`Nu HTML checker: ${pages.length} pages, ${wrong.length} complaints, ${told.length - wrong.length} more about newer CSS`);
if (wrong.length > 0) process.exit(1);

/** What the checker says of these pages. */
async function check(names) {
  const { code, stderr } = await new Promise((done) => execFile('java',
    ['-Xss4m', '-jar', String(vnu), '--format', 'json', ...names.map((name) => join(dist, name))],
    { maxBuffer: 1 << 28 }, (error, _, stderr) => done({ code: error?.code ?? 0, stderr })));
  if (code === 'ENOENT') throw new Error('the HTML checker needs Java 11 or newer: install a runtime (Debian: default-jre-headless)');
  try {
    return JSON.parse(stderr).messages;
  } catch {
    throw new Error(`the HTML checker failed:\n${stderr}`);
  }
}
