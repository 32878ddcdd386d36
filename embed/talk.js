// What an embedding page may ask of an explorer, and the answers: the same for messages and for an
// instance in the page. Nothing that comes in is trusted: calls are named in a table with the kinds
// of their arguments, sizes are bounded, and whatever does not fit is answered with an error.

/** More than a reader types or chooses; an address of a browser ends somewhere near. */
const LONGEST = 2000;
const MOST = 200;

const text = (value) => typeof value === 'string' && value.length <= LONGEST;
const one = (value) => value == null || text(value);
const some = (value) => one(value) || (Array.isArray(value) && value.length <= MOST && value.every(text));
const number = (value) => value === undefined || (typeof value === 'number' && value >= 0 && value <= 1e6);
const truth = (value) => value === undefined || typeof value === 'boolean';
const object = (kinds) => (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
  && Object.entries(value).every(([key, inside]) => Object.hasOwn(kinds, key) && kinds[key](inside));
const maybe = (kind) => (value) => value == null || kind(value);

const STATE = object({
  q: one, with: some, without: some, outlet: some, from: one, to: one, event: one, article: one, view: one, years: one,
});

/** Each call with the kinds of its arguments. */
const CALLS = {
  state: [],
  go: [STATE],
  search: [text, maybe(object({ limit: number, prefix: truth, typos: truth }))],
  facets: [maybe(STATE), maybe(object({ top: number }))],
  look: [text, text],
  visit: [text],
};

/**
 * Answers one call; gives the answer to send, or nothing where no answer could be told from another.
 * `api` is `window.dateline`, or the same of an instance; `visit` shows what a hash asks for.
 */
export const answer = async (api, visit, asked) => {
  const { id, call, args = [] } = asked;
  if (!Number.isSafeInteger(id)) return undefined;
  try {
    if (!api) throw new TypeError('the explorer does not answer');
    if (typeof call !== 'string' || !Object.hasOwn(CALLS, call)) throw new TypeError('there is no such call');
    const kinds = CALLS[call];
    if (!Array.isArray(args) || args.length > kinds.length) throw new TypeError(`${call} takes at most ${kinds.length} arguments`);
    const wrong = kinds.findIndex((kind, at) => !kind(args[at]));
    if (wrong >= 0) throw new TypeError(`argument ${wrong + 1} of ${call} is of a wrong kind or too large`);
    const value = call === 'visit' ? visit(args[0]) : await api[call](...args.map((value) => value ?? undefined));
    return { type: 'answer', id, value };
  } catch (error) {
    return { type: 'answer', id, error: error.message };
  }
};

/**
 * Says what changed, once for each change: `change` with the state and its hash, `select` when
 * another event or article is open. The function it gives is told that something may have changed.
 * `api` gives the explorer, or nothing once that is closed.
 */
export const changes = (api, hash, say) => {
  const look = () => {
    const { event, article } = api().state();
    return [hash(), JSON.stringify([event, article])];
  };
  let [lastHash, lastOpen] = look();
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    // Whoever follows the address is told in the same task; first the page itself.
    setTimeout(() => {
      asked = false;
      if (!api()) return;
      const [now, open] = look();
      if (now === lastHash) return;
      lastHash = now;
      const state = api().state();
      say({ type: 'change', value: { state, hash: now } });
      if (open !== lastOpen) say({ type: 'select', value: { event: state.event, article: state.article } });
      lastOpen = open;
    });
  };
};

/** Calls `act` once `root` is mounted and has a width: a hidden tab has none. */
export const whenShown = (root, act) => {
  const observer = new ResizeObserver(() => {
    if (root.dataset.state === 'loading' || !root.clientWidth) return;
    observer.disconnect();
    act();
  });
  observer.observe(root);
};

/** Links lead out of the box that the explorer is in. */
export const leadOut = (root) => root.addEventListener('click', ({ target }) => {
  const link = target.closest?.('a[href]');
  if (link) link.target = '_blank';
});
