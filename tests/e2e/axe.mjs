// What axe-core and our own measure of targets find wrong in a document. axe is given to the page by
// the driver, which no policy of the page binds, and is gone with the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails where axe finds anything in this page or frame, in either theme. Documents inside it are their own. */
export async function blameless(document, what) {
  await document.evaluate(SOURCE);
  const page = document.page?.() ?? document;
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    await passes(document, `${what}, ${colorScheme}`);
  }
  assert.deepEqual(await smallTargets(document), [], `targets of ${what}`);
}

async function passes(document, what) {
  const found = await document.evaluate(async (tags) => {
    const { violations, passes } = await window.axe.run(document, {
      runOnly: tags, iframes: false, resultTypes: ['violations'],
    });
    return {
      rules: passes.length,
      faults: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary, html }) =>
        `${id}: ${target.flat().join(' ')}\n    ${html.slice(0, 160)}\n    ${failureSummary.replace(/\s+/g, ' ').slice(0, 300)}`)),
    };
  }, TAGS);
  assert.ok(found.rules > 5, `axe looked at ${what}`);
  assert.deepEqual(found.faults, [], `axe on ${what}`);
}

/**
 * Targets against WCAG 2.5.8: 24 by 24 pixels, or so much room that a circle of 24 pixels around the
 * middle touches no other target and no other small one's circle. Words in a sentence are excepted.
 */
export function smallTargets(document) {
  return document.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, label, [role="slider"], [role="option"], [data-paper]';
    const all = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
      [...(one.matches(controls) ? [one] : []), ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const inSentence = (one) => {
      const block = one.closest('p, blockquote, li, small, dd, td');
      return getComputedStyle(one).display.startsWith('inline') && block
        && block.textContent.trim().length > one.textContent.trim().length;
    };
    const seen = (one) => one.checkVisibility({ opacityProperty: false, visibilityProperty: true })
      && !one.disabled && !one.closest('[inert]');
    const targets = all(document).filter(seen).map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { one, x, y, width, height, small: width < 23.9 || height < 23.9 };
    }).filter(({ width, height, x, y }) => width > 1 && height > 1 && x + width > 0 && y + height > 0);
    // How far a point is from a target.
    const gap = ({ x, y, width, height }, px, py) => Math.hypot(
      Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height));
    const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    return targets.filter((target) => target.small && !inSentence(target.one) && targets.some((other) => {
      if (other === target || other.one.contains(target.one) || target.one.contains(other.one)) return false;
      const [px, py] = middle(target);
      const near = other.small ? Math.hypot(px - middle(other)[0], py - middle(other)[1]) < 24 : gap(other, px, py) < 12;
      return near;
    })).map(({ one, width, height }) => `${one.outerHTML.slice(0, 110)} is ${width.toFixed(1)} by ${height.toFixed(1)}`);
  });
}
