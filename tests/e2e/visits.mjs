// What a visit to built pages costs their readers: bytes and time on a slow phone, answers and memory on a desk.
// node visits.mjs FOLDER... : a line of JSON for each.
import { launch, PHONE } from './harness.mjs';
import { held } from './memory.mjs';
import { serve } from './server.mjs';

/** Lighthouse's "Slow 4G", and a quarter of this machine's processor. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWDOWN = 4;
const VISITS = 3;
const QUESTIONS = 60;
const STEPS = 20;
/** Milliseconds between two keys. */
const TYPED = 60;

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];

/** A first visit on a slow phone. Milliseconds. */
async function visit(browser, place) {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  // What the page needs to stand; what comes behind it may have begun.
  let bytes = 0;
  const needed = new Set();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (!/\/parts\/|-later-/.test(response.url)) needed.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (needed.has(requestId)) bytes += encodedDataLength;
  });
  const begin = Date.now();
  await page.goto(place.address, { waitUntil: 'commit' });
  await page.waitForSelector('[data-state="ready"]', { state: 'attached', timeout: 120_000 });
  const ready = Date.now() - begin;
  const first = bytes;
  await page.evaluate(() => window.dateline.ready);
  const whole = Date.now() - begin;
  const title = await page.locator('#list a.row .title').first().innerText();
  const [word] = title.match(/\p{L}+/gu).sort((a, b) => b.length - a.length);
  const asked = Date.now();
  await page.locator('#search').fill(word);
  await page.locator('#list a.row mark').first().waitFor({ timeout: 120_000 });
  const found = Date.now() - asked;
  await page.locator('#search').fill('');
  await page.locator('[data-view="list"]').click();
  const row = page.locator('#list a.row[data-article]').first();
  await row.waitFor({ timeout: 120_000 });
  const clicked = Date.now();
  await row.click();
  await page.locator('[data-reader] .body p').first().waitFor({ timeout: 120_000 });
  const opened = Date.now() - clicked;
  await context.close();
  return { bytes: first, ready, whole, opened, found };
}

/** What the page answers once all of it is here, on this machine as it is. */
async function answers(browser, place) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(place.address);
  await page.waitForFunction(() => window.dateline?.ready);
  const told = await page.evaluate(async (questions) => {
    const page = window.dateline;
    await page.ready;
    const all = performance.now();
    await page.search('the', { limit: 1 });
    const texts = performance.now() - all;
    const { articles, entities, months } = page.facets({});
    const timed = async (ask) => {
      const took = [];
      for (let number = 0; number < questions; number += 1) {
        const begin = performance.now();
        await ask(number);
        took.push(performance.now() - begin);
      }
      return took;
    };
    const [from, to] = [months[months.length >> 2], months[(3 * months.length) >> 2]].map((month) => `${month[0]}-01`);
    const chosen = entities.slice(0, questions).map(([id]) => id);
    const toggles = await timed((number) => page.facets({ with: [chosen[number % chosen.length]], from, to }));
    const words = entities.map(([, name]) => name.split(' ').at(-1));
    const searches = await timed((number) => page.search(words[number % words.length], { limit: 10 }));
    const word = words.toSorted((one, other) => other.length - one.length)[0];
    return { articles, texts, toggles, searches, word };
  }, QUESTIONS);
  const hands = await touched(page, told.word);
  const memory = await held(await browser.newBrowserCDPSession(), ['RssAnon']) || null;
  await page.close();
  return {
    articles: told.articles, texts: told.texts, memory, ...hands,
    toggle: median(told.toggles), search: told.searches.toSorted((a, b) => a - b)[Math.floor(QUESTIONS * 0.95)],
  };
}

/** What hands ask of the main thread: a step of the timeline's zoom, all of it, and the longest task while a search is typed. Milliseconds. */
async function touched(page, word) {
  const session = await page.context().newCDPSession(page);
  // Of the thread itself: others on the machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const steps = [];
  const { x, y, width, height } = await page.locator('[data-timeline]').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.keyboard.down('Control');
  for (let number = 0; number < STEPS; number += 1) {
    await drawn();
    const begin = await spent();
    await page.mouse.wheel(0, number % 2 ? 200 : -200);
    await drawn();
    steps.push(await spent() - begin);
  }
  await page.keyboard.up('Control');
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); })
      .observe({ type: 'longtask' });
  });
  await page.locator('#search').pressSequentially(word, { delay: TYPED });
  await page.locator('#list mark').first().waitFor();
  await drawn();
  return { step: median(steps), typed: await page.evaluate(() => window.longest) };
}

for (const folder of process.argv.slice(2)) {
  const place = await serve(folder);
  // A browser of its own, so that no page's memory is another's.
  const browser = await launch();
  const visits = [];
  for (let number = 0; number < VISITS; number += 1) visits.push(await visit(browser, place));
  const slow = Object.fromEntries(Object.keys(visits[0]).map((key) => [key, median(visits.map((one) => one[key]))]));
  console.log(JSON.stringify({ ...slow, ...await answers(browser, place) }));
  await browser.close();
  await place.close();
}
