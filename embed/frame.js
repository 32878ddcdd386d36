// The explorer's page inside a frame, or with looks in its address: `?theme=dark&chrome=compact#/?with=…`.
// The page's start-up script loads this only then. It sets the looks, tells the embedding page how high
// the content is and what changed, and answers its calls.
//
// The page speaks first with a word that says nothing. Only an embedding page that answers hears more,
// at its own origin and at no other.

import { days, dress } from './look.js';
import { answer, changes, leadOut, whenShown } from './talk.js';

const root = document.querySelector('#dateline[data-state]');
// Until the page answers, the window's `dateline` is the element of that id, or no more than what to wait for.
const api = () => (typeof window.dateline?.state === 'function' ? window.dateline : undefined);
// The page of its own has this element. Somebody else's page, with an instance inline, has not.
if (root) {
  const look = Object.fromEntries(new URLSearchParams(location.search));
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('SHEET_NAME', import.meta.url);
  document.head.append(link);
  dress(root, document.documentElement, look);
  if (parent !== self) {
    leadOut(root);
    // Only a frame that grows may lay the page out as if its height were no matter.
    if (look.fit) root.dataset.fit = '';
    speak(link);
  }
  const [from, to] = days(look.window) ?? [];
  if (from) whenShown(root, () => window.dateline?.ready?.then(() => api()?.look(from, to)));
}

function speak(link) {
  let host, tell, told;
  const say = (message) => parent.postMessage({ dateline: 1, ...message }, host === undefined || host === 'null' ? '*' : host);
  const height = () => {
    // Until the sheet is there, the content is as high as the frame and more: both would grow and grow.
    if (host === undefined || !link.sheet || root.dataset.state === 'loading') return;
    const now = Math.ceil(root.getBoundingClientRect().height);
    if (now === told || !now) return;
    told = now;
    say({ type: 'height', value: now });
  };
  // As every choice in a frame: no entry in the history of the page around.
  const visit = (hash) => location.replace(hash);
  const ready = () => {
    if (host === undefined || !api() || tell) return;
    tell = changes(api, () => location.hash || '#/', say);
    say({ type: 'ready' });
    height();
  };
  for (const name of ['pushState', 'replaceState']) {
    const write = history[name];
    history[name] = (...what) => {
      write.apply(history, what);
      tell?.();
    };
  }
  addEventListener('popstate', () => tell?.());
  addEventListener('hashchange', () => tell?.());
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || typeof data !== 'object' || data === null || data.dateline !== 1) return;
    if (data.type === 'hello') host ??= origin;
    if (origin !== host) return;
    if (data.type === 'hello') ready();
    else if (data.type === 'call') {
      answer(api(), visit, data).then((reply) => reply && say(reply));
    }
  });
  new ResizeObserver(height).observe(root);
  link.addEventListener('load', height);
  // `data-state` leaves `loading` when the page answers.
  new MutationObserver(ready).observe(root, { attributeFilter: ['data-state'] });
  say({ type: 'hello' });
}
