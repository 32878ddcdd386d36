// What a reader meets first.
import assert from 'node:assert/strict';
import { journey, PHONE, shareBrowser } from './harness.mjs';

shareBrowser();

journey('the front page is ready, with all articles and events counted', {}, async (reader) => {
  const { articles, events } = await reader.countsAgree();
  assert.ok(articles > 0 && events > 0, `${articles} articles, ${events} events`);
  assert.ok((await reader.page.title()).length > 3, 'the page has a title');
});

journey('the page moves nothing but its own files, and every one is there', {}, async (reader, site) => {
  const responses = await reader.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, responseStatus }) => [name, responseStatus]));
  assert.ok(responses.length >= 2, 'script and program were loaded');
  for (const [name, status] of responses) {
    assert.ok(name.startsWith(site.address), name);
    assert.equal(status, 200, name);
  }
});

journey('headings and landmarks are in order', {}, async (reader) => {
  const { page } = reader;
  assert.equal(await page.locator('h1').count(), 1, 'one heading of the first level');
  assert.equal(await page.getByRole('main').count(), 1, 'one main landmark');
  assert.ok((await page.locator('html').getAttribute('lang'))?.length >= 2, 'a language');
  const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])));
  levels.forEach((level, at) => {
    const before = at === 0 ? 0 : levels[at - 1];
    assert.ok(level <= before + 1, `level ${level} follows level ${before}`);
  });
});

journey('every control has a name to say', {}, async (reader) => {
  const nameless = await reader.page.locator('button, a[href], input, summary, select').evaluateAll(
    (all) => all.filter((one) => one.checkVisibility()).filter((one) => {
      const named = one.getAttribute('aria-labelledby');
      const words = [
        one.getAttribute('aria-label'), one.textContent, one.title,
        named && document.getElementById(named)?.textContent,
        ...[...(one.labels ?? [])].map((label) => label.textContent),
      ];
      return !words.some((text) => text?.trim());
    }).map((one) => one.outerHTML.slice(0, 120)));
  assert.deepEqual(nameless, []);
});

for (const scheme of ['light', 'dark']) {
  journey(`text is readable on its ground in the ${scheme} theme`, { scheme }, async (reader) => {
    const contrast = await reader.page.evaluate(() => {
      const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgb = (colour) => {
        probe.fillStyle = colour;
        probe.fillRect(0, 0, 1, 1);
        return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const light = (colour) => {
        const [r, g, b] = rgb(colour).map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const { color, backgroundColor } = getComputedStyle(document.body);
      const [high, low] = [light(color), light(backgroundColor)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    });
    assert.ok(contrast >= 7, `${contrast.toFixed(2)} to 1`);
  });
}

journey('the timeline is above the list, and both are on the first screen', {}, async (reader) => {
  const timeline = await reader.timeline().boundingBox();
  const first = await reader.listed('event').first().boundingBox();
  assert.ok(timeline && first, 'both are drawn');
  assert.ok(timeline.y < first.y && first.y < 900, `timeline ${timeline.y}, list ${first.y}`);
});

journey('on the phone the list begins on the first screen too', { size: PHONE, phone: true }, async (reader) => {
  const first = await reader.listed('event').first().boundingBox();
  assert.ok(first && first.y < 844, 'the first event is on the screen');
});
