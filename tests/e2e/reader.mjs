// What a reader can do on the page, in their words. Only this file knows how things are found:
// by the hooks that are promised to other pages, by role, and by the words on the screen.
import assert from 'node:assert/strict';
import { eventually } from './wait.mjs';

/** Parts of the page that have no promised hook: by role and name, or by how they are drawn. */
const PARTS = {
  pane: 'section[aria-label="Reader"]',
  timeline: 'section[aria-label="Timeline"]',
  strip: 'svg:has([role="slider"])',
  label: '.sentence-label, .folded, svg text',
};

/** Controls by the words that a reader hears. */
const WORDS = {
  search: /^search/i,
  why: /why this date/i,
  leftOut: /left out/i,
  marked: /^marked in this text/i,
  outside: /not among what/i,
  respelt: /nearest spelling/i,
  filters: /filters/i,
  show: /^show \d/i,
  close: /^(← back|× close)/i,
  zoomIn: /^zoom in/i,
  zoomOut: /^zoom out/i,
  allYears: /^all years/i,
  story: /^story/i,
};

export class Reader {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  /** Goes to the page with this hash and waits until it answers. */
  async open(hash) {
    await this.page.goto(`${this.site.address}${hash}`);
    await this.ready();
  }

  async ready() {
    // Until the program puts its own there, the page's element of that name stands for it.
    await this.page.waitForFunction(() => window.dateline?.ready);
    await this.page.evaluate(() => window.dateline.ready);
    await this.page.locator('[data-state="ready"]').first().waitFor({ state: 'attached' });
  }

  /** What the address holds, as the page understands it. */
  state() {
    return this.page.evaluate(() => window.dateline.state());
  }

  /** The counts for `state` laid over the present one. */
  facets(state) {
    return this.page.evaluate((state) => window.dateline.facets(state, { top: 1000 }), state);
  }

  /** The hash as it stands in the address bar, decoded. */
  hash() {
    return decodeURIComponent(new URL(this.page.url()).hash);
  }

  /** Waits until the state's `key` is `expected`. */
  stateIs(key, expected) {
    return eventually(async () => assert.deepEqual((await this.state())[key], expected, key));
  }

  /** The live count that is on the screen: `articles` or `events`. */
  async count(what) {
    const text = await this.page.locator(`[data-count="${what}"]`).first().innerText();
    assert.match(text.trim(), /^[\d\s.,\u00a0\u202f]+$/, `the count of ${what} is a number`);
    return Number(text.replace(/\D/g, ''));
  }

  /** Waits until both counts on the screen are what the same choice counts through the interface. */
  countsAgree() {
    return eventually(async () => {
      const { articles, events } = await this.facets();
      const shown = { articles: await this.count('articles'), events: await this.count('events') };
      assert.deepEqual(shown, { articles, events });
      return shown;
    });
  }

  /** A facet's value. */
  entity(id) {
    return this.page.locator(`[data-entity="${id}"][aria-pressed]`).first();
  }

  /** A name that some but not all articles have: choosing it changes the counts. */
  async dividing() {
    const { articles, entities } = await this.facets({});
    const found = entities.find(([, , count]) => count > 0 && count < articles);
    assert.ok(found, 'some name divides the corpus');
    return { id: found[0], name: found[1], count: found[2], articles };
  }

  /** The second control of a facet's value. */
  excluder(name) {
    return this.page.getByRole('button', { name: `not ${name}`, exact: true });
  }

  /** An outlet among the filters. */
  outlet(name) {
    return this.page.locator(`[data-outlet="${name}"][aria-pressed]`);
  }

  search() {
    return this.page.getByRole('searchbox', { name: WORDS.search }).first();
  }

  /** Types into the search and waits until the state has it. */
  async searchFor(text) {
    await this.search().fill(text);
    await this.stateIs('q', text);
  }

  /** An article's or an event's place in the list, not its mark on the timeline. */
  listed(kind, id) {
    const which = id === undefined ? `[data-${kind}]` : `[data-${kind}="${id}"]`;
    return this.page.locator(`${which}:not(${PARTS.timeline} *):not(${PARTS.pane} *)`)
      .filter({ visible: true });
  }

  /** Ids in the list, in its order. */
  async listedIds(kind) {
    const ids = await this.listed(kind).evaluateAll((all, kind) =>
      all.map((one) => one.getAttribute(`data-${kind}`)), kind);
    return [...new Set(ids)];
  }

  /** Opens the first of the list that has this id (or simply the first) and waits until it can be read. */
  async openListed(kind, id) {
    await this.show(kind === 'article' ? 'list' : 'timeline');
    const one = this.listed(kind, id).first();
    const opened = id ?? (await one.getAttribute(`data-${kind}`));
    const words = await one.innerText();
    await one.click();
    await this.stateIs(kind, opened);
    await this.isRead(words);
    return opened;
  }

  /** Waits until the pane's heading is among `words`. */
  isRead(words) {
    return eventually(async () => {
      const heading = await this.pane().getByRole('heading').first().innerText();
      assert.ok(words.includes(heading), `"${heading}" is the heading of what was opened`);
    });
  }

  /** Where the open article or event is read. */
  pane() {
    return this.page.locator(PARTS.pane).filter({ visible: true }).first();
  }

  why() {
    return this.control(WORDS.why, this.pane());
  }

  leftOut() {
    return this.pane().locator('summary, button').filter({ hasText: WORDS.leftOut }).first();
  }

  /** The names and dates that are marked in the open text, as a list that opens. */
  markedFold() {
    return this.pane().locator('summary').filter({ hasText: WORDS.marked });
  }

  /** What is said of an open article or event that is not among the results. */
  outside() {
    return this.pane().getByRole('status').getByText(WORDS.outside);
  }

  /** Goes to the address of an article that a filter in it leaves out. */
  async openOutside() {
    const { id } = await this.dividing();
    await this.show('list');
    const all = await this.listedIds('article');
    await this.page.evaluate((id) => window.dateline.go({ with: [id] }), id);
    await this.stateIs('with', [id]);
    let article;
    await eventually(async () => {
      const left = await this.listedIds('article');
      article = all.find((one) => !left.includes(one));
      assert.ok(article && left.length < all.length, 'an article is left out');
    });
    await this.page.evaluate((hash) => { location.hash = hash; }, `#/?with=${id}&article=${article}&view=list`);
    await this.stateIs('article', article);
    return { id, article };
  }

  /** What is said of words that are searched for in another spelling. */
  respelt() {
    return this.page.getByRole('status').getByText(WORDS.respelt);
  }

  filtersButton() {
    return this.control(WORDS.filters);
  }

  showButton() {
    return this.control(WORDS.show);
  }

  closePane() {
    return this.control(WORDS.close, this.pane());
  }

  control(name, place = this.page) {
    return place.getByRole('button', { name }).or(place.getByRole('link', { name }))
      .filter({ visible: true }).first();
  }

  /** Switches to a view through its tab. */
  async show(view) {
    if ((await this.state()).view === view) return;
    const name = { story: /^story/i, timeline: /^all events/i, list: /^articles/i, compare: /^(compare|versions)/i }[view];
    await this.page.getByRole('navigation').getByRole('button', { name }).click();
    await this.stateIs('view', view);
  }

  /** All of the timeline: the strip, and the rows where there is room for them. */
  timeline() {
    return this.page.locator(PARTS.timeline);
  }

  /** The band: sentences over days. */
  surface() {
    return this.page.locator('[data-timeline]');
  }

  /** The events that the band has sentences of; a narrow screen has none. */
  sentences() {
    return this.surface().locator('[data-event]').filter({ visible: true });
  }

  /** The bars under the hand. */
  bars() {
    return this.surface().getByRole('slider');
  }

  /** The days that are chosen. */
  async days() {
    const { from, to } = await this.state();
    return from && [from, to];
  }

  strip() {
    return this.timeline().locator(PARTS.strip);
  }

  zoomIn() {
    return this.control(WORDS.zoomIn);
  }

  zoomOut() {
    return this.control(WORDS.zoomOut);
  }

  allYears() {
    return this.control(WORDS.allYears, this.timeline());
  }

  story() {
    return this.control(WORDS.story, this.timeline());
  }

  /** What the timeline shows and where, as text to compare. */
  drawing() {
    return this.timeline().evaluate((element) =>
      [...element.querySelectorAll('[data-event], [data-article], text, rect')]
        .map((part) => {
          const { x, y, width } = part.getBoundingClientRect();
          return `${part.textContent.trim()} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)}`;
        })
        .join('\n'));
  }

  /** Waits until the timeline is drawn unlike `before`, and has come to rest. */
  async redrawn(before) {
    await eventually(async () => assert.notEqual(await this.drawing(), before, 'the timeline moved'));
    return this.atRest();
  }

  /** The drawing once it is the same twice. */
  async atRest() {
    let last = await this.drawing();
    return eventually(async () => {
      await new Promise((done) => setTimeout(done, 120));
      const now = await this.drawing();
      const same = now === last;
      last = now;
      assert.ok(same, 'the timeline comes to rest');
      return now;
    });
  }

  /** The boxes of the timeline's visible labels, with their words. */
  labels() {
    return this.timeline().locator(PARTS.label).evaluateAll((all) => all
      .map((one) => ({ text: one.textContent.trim(), box: one.getBoundingClientRect().toJSON() }))
      .filter(({ text, box }) => text && box.width > 0 && box.height > 0));
  }

  /** Presses Tab until what has the focus fits; fails when it never does. */
  async tabTo(fits, what) {
    for (let presses = 0; presses < 250; presses++) {
      if (await this.page.evaluate(fits)) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reaches ${what}`);
  }
}
