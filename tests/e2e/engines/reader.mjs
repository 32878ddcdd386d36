// What a reader does in any engine, in their words. As ../reader.mjs, without Playwright: things are found
// by the promised hooks, by names and by words, in the page; clicks and keys are the engine's own.
import assert from 'node:assert/strict';
import { eventually } from '../wait.mjs';

/** On two busy cores an engine may take its time; what never comes fails after this. */
export const PATIENCE = 30_000;

export const PANE = 'section[aria-label="Reader"]';
export const TIMELINE = 'section[aria-label="Timeline"]';
const BUTTON = 'button, a, summary';

export const soon = (check) => eventually(check, PATIENCE);

export class Reader {
  /** `place`: the selector of the element whose shadow root all is looked for in, or nothing. */
  constructor(session, place) {
    this.session = session;
    this.place = place;
  }

  run(act, ...args) {
    return this.session.run(act, ...args);
  }

  /** Goes to an address anew, also where only the hash differs. */
  async open(address) {
    await this.session.open('about:blank');
    await this.session.open(address);
    await this.ready();
  }

  /** Waits until the page answers. */
  async ready() {
    await soon(async () => assert.ok(await this.run(() => Boolean(window.dateline?.state)), 'window.dateline'));
    await this.run(() => window.dateline.ready);
    await soon(async () => assert.equal(await this.run(() => document.querySelector('#dateline').dataset.state), 'ready'));
  }

  /** The element that is shown, by selector and, when given, by its name; waited for. */
  async find(selector, name) {
    return soon(async () => {
      const found = await this.run(findShown, selector, name && { source: name.source, flags: name.flags }, this.place);
      assert.ok(found, `${selector} ${name ?? ''} is shown`);
      return found;
    });
  }

  async shows(selector, name) {
    return Boolean(await this.run(findShown, selector, name && { source: name.source, flags: name.flags }, this.place));
  }

  /** A click of the mouse on what stands still. What is drawn anew under it is tried again. */
  async click(selector, name) {
    const passing = ['stale element reference', 'element click intercepted', 'element not interactable'];
    await soon(async () => {
      const element = await this.find(selector, name);
      const act = async () => {
        assert.ok(await this.run(standsStill, element), `${selector} stands still`);
        await this.session.click(element);
      };
      await act().catch((error) => {
        if (!passing.includes(error.code)) throw error;
        assert.fail(error.message);
      });
    });
  }

  button(name, within = '') {
    return this.click(BUTTON.split(', ').map((one) => `${within} ${one}`.trim()).join(', '), name);
  }

  async type(selector, text) {
    await this.session.type(await this.find(selector), text);
  }

  press(...keys) {
    return this.session.press(...keys);
  }

  state() {
    return this.run(() => window.dateline.state());
  }

  facets(state = {}) {
    return this.run((state) => window.dateline.facets(state, { top: 1000 }), state);
  }

  stateIs(key, expected) {
    return soon(async () => assert.deepEqual((await this.state())[key], expected, key));
  }

  go(state) {
    return this.run((state) => window.dateline.go(state), state);
  }

  hash() {
    return this.run(() => decodeURIComponent(location.hash));
  }

  async back() {
    await this.session.send('back');
  }

  async forward() {
    await this.session.send('forward');
  }

  /** As the reader's own reload. WebDriver's passes by the service worker in Firefox. */
  async reload() {
    await this.run(() => {
      window.__old = true;
      setTimeout(() => location.reload());
    });
    await soon(async () => assert.equal(await this.run(() => window.__old), undefined));
    await this.ready();
  }

  /** The text that is shown by all that fit. */
  texts(selector) {
    return this.run((selector, place) => {
      const root = place ? document.querySelector(place).shadowRoot : document;
      return [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility({ checkVisibilityCSS: true })).map((one) => one.innerText ?? one.textContent);
    }, selector, this.place);
  }

  async count(what) {
    const [text] = await this.texts(`[data-count="${what}"]`);
    assert.match(text.trim(), /^[\d\s.,\u00a0\u202f]+$/, `the count of ${what} is a number`);
    return Number(text.replace(/\D/g, ''));
  }

  /** Waits until both counts on the screen are what the interface counts for the same choice. */
  countsAgree() {
    return soon(async () => {
      const { articles, events } = await this.run(() => window.dateline.facets());
      assert.deepEqual({ articles: await this.count('articles'), events: await this.count('events') }, { articles, events });
      return { articles, events };
    });
  }

  /** Ids of the list, in its order. */
  async listed(kind) {
    return this.run((kind) => [...new Set([...document.querySelectorAll(`.list [data-${kind}]`)]
      .filter((one) => one.checkVisibility({ checkVisibilityCSS: true })).map((one) => one.getAttribute(`data-${kind}`)))], kind);
  }

  /** Ids of the list as a reader scrolls through it: only rows near the screen are in the page. */
  async listedToTheEnd(kind) {
    const all = new Set();
    for (let y = 0, end = false; !end; y += 300) {
      end = await this.run((y) => {
        scrollTo(0, y);
        return scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      }, y);
      await new Promise((done) => setTimeout(done, 100));
      for (const id of await this.listed(kind)) all.add(id);
    }
    await this.run(() => scrollTo(0, 0));
    return [...all];
  }

  /** Opens the listed article or event (the first without an id) and waits until it is read. */
  async openListed(kind, id) {
    await this.show(kind === 'article' ? 'list' : 'timeline');
    await soon(async () => assert.ok((await this.listed(kind)).length > 0));
    const opened = id ?? (await this.listed(kind))[0];
    await this.click(`.list [data-${kind}="${opened}"]`);
    await this.stateIs(kind, opened);
    await soon(async () => assert.ok((await this.texts(`${PANE} h2, ${PANE} h3`))[0]?.length > 3, 'a heading is read'));
    return opened;
  }

  /** Switches to a view by its tab. */
  async show(view) {
    if ((await this.state()).view === view) return;
    await this.button({ story: /^story/i, timeline: /^all events/i, list: /^articles/i, compare: /^(compare|versions)/i }[view], 'nav');
    await this.stateIs('view', view);
  }

  /** A name that some but not all articles have. */
  async dividing() {
    const { articles, entities } = await this.facets();
    const found = entities.find(([, , count]) => count > 0 && count < articles);
    assert.ok(found, 'some name divides the corpus');
    return { id: found[0], name: found[1], count: found[2], articles };
  }

  /** What the timeline shows and where, once it is the same twice. */
  async atRest() {
    let last;
    return soon(async () => {
      const now = await this.run((timeline) => [...document.querySelectorAll(`${timeline} [data-event], ${timeline} [data-article], ${timeline} text, ${timeline} rect`)]
        .map((part) => {
          const { x, y, width } = part.getBoundingClientRect();
          return `${part.textContent.trim()} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)}`;
        }).join('\n'), TIMELINE);
      const same = now === last;
      last = now;
      assert.ok(same, 'the timeline comes to rest');
      return now;
    });
  }

  async redrawn(before) {
    return soon(async () => {
      const now = await this.atRest();
      assert.notEqual(now, before, 'the timeline moved');
      return now;
    });
  }

  /** Nothing is wider than the screen. */
  async fits(what) {
    const excess = await this.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(excess <= 0, `${what}: ${excess} pixels wider than the screen`);
  }
}

/** Runs in the page: whether an element, brought into view, is where it was a moment ago. */
async function standsStill(element) {
  const place = () => JSON.stringify(element.getBoundingClientRect());
  element.scrollIntoView({ block: 'nearest' });
  const before = place();
  await new Promise((done) => setTimeout(done, 40));
  return place() === before;
}

/** Runs in the page. */
function findShown(selector, name, place) {
  const root = place ? document.querySelector(place)?.shadowRoot : document;
  const pattern = name && new RegExp(name.source, name.flags);
  return [...(root?.querySelectorAll(selector) ?? [])].find((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility({ checkVisibilityCSS: true }) && width > 0 && height > 0
      && (!pattern || pattern.test((one.getAttribute('aria-label') ?? one.textContent).trim()));
  }) ?? null;
}
