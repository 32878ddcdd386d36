// Lighthouse's mobile profile over the finished page, three runs a page, and a table of the medians.
// node lighthouse.mjs DIST OUT, with the browser's program in CHROMIUM. Fails below the goals. Times are
// those of this machine: other work on it costs performance points.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../../tests/e2e/server.mjs';

const RUNS = 3;
const GOALS = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
/** That file belongs to the root of a host; a site in a folder of it has none. */
const SKIPPED = ['robots-txt'];
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

const [dist, out] = process.argv.slice(2);
const site = await serve(dist);
const first = async (folder) => `${folder}/${(await readdir(`${dist}/${folder}`)).filter((name) => name.endsWith('.html')).sort()[0]}`;
const rows = [];
try {
  for (const path of ['', await first('articles'), await first('events')]) rows.push(await judge(path));
} finally {
  await site.close();
}
const table = [
  `| page | ${Object.keys(GOALS).join(' | ')} | what did not pass |`,
  `|---|${Object.keys(GOALS).map(() => '---:|').join('')}---|`,
  ...rows.map(({ path, scores, failed }) =>
    `| \`${path || './'}\` | ${Object.keys(GOALS).map((name) => scores[name]).join(' | ')} | ${failed.join('; ') || 'nothing'} |`),
].join('\n');
await mkdir(dirname(out), { recursive: true });
await writeFile(out, `${table}\n`);
console.log(table);
const below = rows.flatMap(({ path, scores }) => Object.entries(GOALS)
  .filter(([name, goal]) => scores[name] < goal)
  .map(([name, goal]) => `${path || './'}: ${name} is ${scores[name]}, the goal is ${goal}`));
if (below.length > 0) {
  console.error(`\n${below.join('\n')}`);
  process.exit(1);
}

/** Three visits, each in a browser of its own: nothing is kept from one to the next. */
async function judge(path) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    const browser = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS });
    try {
      const { lhr } = await lighthouse(site.address + path, { port: browser.port, logLevel: 'error', onlyCategories: Object.keys(GOALS), skipAudits: SKIPPED });
      if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      results.push(lhr);
    } finally {
      await browser.kill();
    }
  }
  const scores = Object.fromEntries(Object.keys(GOALS).map((name) =>
    [name, Math.round(100 * median(results.map((lhr) => lhr.categories[name].score)))]));
  // An audit counts as failed when it fails in most of the runs.
  const failed = Object.keys(GOALS).flatMap((name) => results[0].categories[name].auditRefs
    .filter(({ id, weight }) => weight > 0 && results[0].audits[id] && median(results.map((lhr) => lhr.audits[id].score ?? 1)) < 0.9)
    .map(({ id }) => `${results[0].audits[id].title} (${results.map((lhr) => lhr.audits[id].displayValue ?? lhr.audits[id].score).join(', ')})`));
  return { path, scores, failed };
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
