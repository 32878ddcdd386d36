// Dateline inside somebody else's page: <dateline-explorer src="…" with="…" view="timeline"> or
// <div data-dateline="…" data-with="…">. embed.html beside this file tells all of it, dateline.d.ts
// has the types.
//
// The element becomes an iframe that is as high as its content, or with the attribute `inline` an
// instance in its own shadow root. A classic script: it loads also where no CORS header is sent.

const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
const home = new URL('.', script?.src ?? location.href);
const KEYS = ['q', 'with', 'without', 'outlet', 'from', 'to', 'event', 'article', 'view', 'years'];
const LOOKS = ['theme', 'accent', 'chrome', 'window'];
const CALLS = ['state', 'go', 'search', 'facets', 'look', 'visit'];

const sheet = new CSSStyleSheet();
sheet.replaceSync(':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}');

// This page's own address as pairs; ours begin with `dateline-ID=`, the others are left alone.
const pairs = () => location.hash.slice(1).split('&');
const mirrored = (key) => {
  const pair = pairs().find((pair) => pair.startsWith(key));
  try {
    return pair && decodeURIComponent(pair.slice(key.length));
  } catch {
    // Somebody cut the address in the middle of a letter.
  }
};

const adopt = (element) => {
  if (element.arrive) return element.arrive();
  const read = (name) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
  const url = new URL(read('src') || read('dateline') || '.', home);
  if (!/^(http|file)/.test(url.protocol)) return console.warn('dateline: not an explorer', url.href);
  if (!/\/$|\.[^/]*$/.test(url.pathname)) url.pathname += '/';

  const state = new URLSearchParams(url.hash.replace(/^#?\/?\??/, ''));
  for (const key of KEYS) if (read(key) != null) state.set(key, read(key));
  const look = {};
  for (const key of LOOKS) if (read(key)) url.searchParams.set(key, look[key] = read(key));
  const key = read('mirror') != null && element.id && `dateline-${element.id}=`;
  let hash = `#/?${(key ? mirrored(key) : null) ?? state}`;

  // Code comes only from where this file came from; another site's explorer stays in its frame.
  let inline = read('inline') != null && url.origin === home.origin;
  let box, started, settle, going, said, arrived, stop, last = 0, turn = 0;
  const waiting = new Map();
  const shadow = element.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  const high = (height) => { box.style.height = `${height}px`; };
  const place = () => {
    box = document.createElement(inline ? 'div' : 'iframe');
    high(parseInt(read('height')) || 800);
    shadow.replaceChildren(box);
  };
  const fire = (type, detail) => element.dispatchEvent(new CustomEvent(`dateline:${type}`, { bubbles: true, composed: true, detail }));

  // What the explorer says, by message or directly.
  const hear = ({ type, value, id, error }) => {
    if (type === 'height' && value > 0) high(Math.min(Math.max(value, 120), parseInt(read('max-height')) || 10000));
    if (type === 'answer') {
      waiting.get(id)?.[error ? 1 : 0](error ? new TypeError(error) : value);
      waiting.delete(id);
    }
    if (type === 'change' && /^#/.test(value?.hash)) {
      hash = value.hash;
      if (key) {
        const rest = pairs().filter((pair) => pair && !pair.startsWith(key));
        // A sandboxed page has no address to write to.
        try { history.replaceState(history.state, '', `#${[...rest, key + encodeURIComponent(hash.slice(3))].join('&')}`); } catch {}
      }
      fire(type, value.state);
    }
    if (type === 'select') fire(type, value);
  };
  const frame = (resolve) => {
    // A sandbox around this page is around its frames too: then both have no origin.
    const say = (message) => box.contentWindow?.postMessage({ dateline: 1, ...message }, [url.origin, self.origin].includes('null') ? '*' : url.origin);
    const listen = ({ source, origin, data }) => {
      if (!data || source !== box.contentWindow || ![url.origin, self.origin].includes(origin) || data.dateline !== 1) return;
      if (data.type === 'hello') say(data);
      if (data.type === 'ready') resolve(say);
      hear(data);
    };
    addEventListener('message', listen);
    url.searchParams.set('fit', '1');
    url.hash = hash;
    box.title = element.title || 'Timeline of news articles';
    box.allow = 'clipboard-write';
    if (/^(dark|light)$/.test(look.theme)) box.style.colorScheme = look.theme;
    box.src = url;
    stop = () => removeEventListener('message', listen);
  };
  // Whoever asks before it is there waits for the place where it comes to stay: an element may be moved
  // while it starts, and what was begun at its old place must touch nothing at the new one.
  const begin = () => {
    started ??= new Promise((resolve) => { settle = resolve; });
    if (going) return started;
    going = true;
    const now = turn, here = box;
    const resolve = (say) => {
      said = true;
      settle(say);
      arrived();
    };
    if (!inline) frame(resolve);
    else import(new URL('embed-inline.js', home)).then(({ mount }) => now === turn ? mount(here, url, hash, look, hear) : null).then((made) => {
      if (now !== turn) return made?.close();
      here.style.height = '';
      stop = made.close;
      resolve(made.say);
    }).catch((error) => {
      if (now !== turn) return;
      console.warn('dateline: in a frame instead,', error);
      inline = false;
      place();
      frame(resolve);
    });
    return started;
  };

  for (const call of CALLS) {
    element[call] = (...args) => begin().then((say) => new Promise((...both) => {
      waiting.set(++last, both);
      say({ type: 'call', id: last, call, args });
    }));
  }
  element.ready = new Promise((resolve) => { arrived = resolve; });
  element.leave = () => {
    stop?.();
    if (said) started = undefined;
    going = said = stop = undefined;
    turn += 1;
  };
  element.arrive = () => {
    element.leave();
    place();
    if (started) begin();
    else new IntersectionObserver((seen, observer) => {
      if (seen.some((one) => one.isIntersecting)) {
        observer.disconnect();
        begin();
      }
    }, { rootMargin: '400px' }).observe(box);
  };
  if (key) addEventListener('hashchange', () => {
    const asked = mirrored(key);
    if (asked != null && asked !== hash.slice(3)) element.visit(`#/?${asked}`);
  });
  element.arrive();
};

if (!customElements.get('dateline-explorer')) {
  customElements.define('dateline-explorer', class extends HTMLElement {
    connectedCallback() { adopt(this); }
    disconnectedCallback() { this.leave?.(); }
  });
  const all = () => document.querySelectorAll('[data-dateline]').forEach((element) => element.arrive || adopt(element));
  all();
  addEventListener('DOMContentLoaded', all);
}
