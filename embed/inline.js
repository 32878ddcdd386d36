// An instance inside somebody else's page, in the shadow root that embed.js has made. The program is the
// page's own file, loaded once for all instances; so is the style sheet, made for a shadow root by
// xtask/src/embed.mjs. No style attribute and no style element: a strict policy of the host allows this.

import { mount as start, ready, whole } from 'MAIN_NAME';
import { days, dress } from './look.js';
import { answer, changes, leadOut, whenShown } from './talk.js';

const sheet = new CSSStyleSheet();
let dressed = false;

/** Mounts into `box` the explorer of `page` with this hash and these looks; `hear` is told what it says. */
export const mount = async (box, page, hash, look, hear) => {
  await ready;
  // A host that lets no text become markup lets the timeline draw nothing: it gets a frame.
  document.createElement('b').innerHTML = '<g></g>';
  const shadow = box.getRootNode();
  if (!dressed) {
    // A `rem` of the page around is that page's own: here it is the size that the reader has chosen.
    box.style.fontSize = 'medium';
    const medium = parseFloat(getComputedStyle(box).fontSize);
    box.style.fontSize = '';
    sheet.replaceSync(SHEET_TEXT.replace(/([\d.]+)rem\b/g, (_, number) => `${number * medium}px`));
    dressed = true;
  }
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  const [gauge, ground, root] = Array.from({ length: 3 }, () => document.createElement('div'));
  box.className = 'box';
  ground.className = 'ground';
  ground.lang = 'en';
  ground.dir = 'ltr';
  root.id = 'dateline';
  root.dataset.state = 'loading';
  root.dataset.fit = '';
  ground.append(root);
  // As wide as the box and never high: what an observer does must not change what it observes.
  box.replaceChildren(gauge, ground);
  dress(root, ground, look);
  leadOut(root);
  // Keys that are typed here are not meant for the page around. What it does with Ctrl stays its own,
  // and Escape where nothing of ours is left to close.
  const free = ({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey || key === 'Tab') return true;
    const { event, article } = api?.state() ?? {};
    return key === 'Escape' && !event && !article && !root.querySelector('.filters.open');
  };
  for (const name of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(name, (event) => { if (!free(event)) event.stopPropagation(); });
  }

  const lists = [];
  let api, tell;
  const write = (state, title, to) => {
    hash = to;
    tell?.();
  };
  // What the program needs of a window, without the host's address and history.
  const host = {
    location: { get hash() { return hash; }, get href() { return new URL(hash, page).href; } },
    history: { pushState: write, replaceState: write },
    matchMedia: (query) => {
      const list = new EventTarget();
      list.limit = parseInt(query.match(/\d+/)[0]);
      list.matches = box.clientWidth <= list.limit;
      lists.push(list);
      return list;
    },
    addEventListener: (...listener) => root.addEventListener(...listener),
    removeEventListener: (...listener) => root.removeEventListener(...listener),
  };
  const observer = new ResizeObserver(() => {
    for (const list of lists) {
      const matches = box.clientWidth <= list.limit;
      if (!box.clientWidth || matches === list.matches) continue;
      list.matches = matches;
      list.dispatchEvent(new Event('change'));
    }
  });
  observer.observe(gauge);
  whole(root);
  api = start(root, host);
  if (!api) return { say() {}, close() {} };
  tell = changes(() => api, () => hash, hear);
  const visit = (to) => {
    write(null, '', to);
    root.dispatchEvent(new Event('popstate'));
  };
  const [from, to] = days(look.window) ?? [];
  if (from) whenShown(root, () => api.look(from, to));
  return {
    say: (asked) => answer(api, visit, asked).then((reply) => reply && hear(reply)),
    close() {
      observer.disconnect();
      tell = undefined;
      api.close();
      api = undefined;
    },
  };
};
