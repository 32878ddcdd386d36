// Lists with one Tab stop: the control that had the focus last. Arrows, Home and End move inside; what
// stands beside an item and belongs to it is reached by → and ←. Here and not in the program, since
// this is the smaller of the two; heard on the window, so an item and an instance cost nothing.

const LISTS = '#dateline [role="toolbar"], #dateline .window, #dateline .compare, #dateline .labels';
const BESIDE = '.not, .one';
const REACHES = { Home: 'home', End: 'end', ArrowDown: 'further', ArrowUp: 'back' };
/** What a control stands for, to know it again when its list was made anew. */
const key = (one) => one.getAttribute('aria-label') || Object.values(one.dataset).join();

let last;
for (const name of ['focusin', 'keydown']) addEventListener(name, (event) => {
  const [at] = event.composedPath();
  const list = at.closest?.(LISTS);
  // Where a row is not made yet, the list keeps the focus for it.
  if (name === 'focusin' && (!list || list === at)) last = undefined;
  if (!list) return;
  // A long list has only rows near the screen: it makes those that keys go to.
  if (name === 'keydown' && event.key in REACHES) list.dispatchEvent(new Event(REACHES[event.key]));
  const all = [...list.querySelectorAll('button, a[href]')];
  const place = all.indexOf(at);
  if (name === 'focusin') {
    if (place < 0) return;
    const before = last;
    last = at;
    const same = before && !before.isConnected && key(before) !== key(at) && key(before) && all.find((one) => key(one) === key(before));
    if (same) same.focus();
    else for (const one of all) one.tabIndex = one === at ? 0 : -1;
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
    const items = all.filter((one) => one === at || !one.matches(BESIDE));
    const item = items.indexOf(at);
    const to = {
      ArrowRight: all[place + 1], ArrowLeft: all[place - 1],
      ArrowDown: items[item + 1], ArrowUp: items[item - 1],
      Home: all[0], End: items.at(-1),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
}, true);
