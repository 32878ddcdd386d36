// A sentence that is too long for its lines ends between two words: the browser's own ellipsis cuts through a
// letter's neighbour. The line breaks where the last word with room for "…" ends, and the ellipsis follows it.
// The text stays whole, for whoever copies it or has it read. Here and not in the program, as in `roving.mjs`;
// where this does not run, the browser cuts.

const CUT = '.labels .title, .folded .line';

/** Where the line breaks: a text node and an offset in it. */
function end(title) {
  const box = title.getBoundingClientRect();
  const { direction, fontSize } = getComputedStyle(title);
  const room = parseFloat(fontSize);
  const nodes = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before;
  while (nodes.nextNode()) {
    const text = nodes.currentNode;
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { bottom, left, right } = range.getBoundingClientRect();
      if (bottom > box.bottom + 1) return before;
      if ((direction === 'rtl' ? left - box.left : box.right - right) >= room) before = [text, index + word.length];
    }
  }
}

/** From now on sentences under `root` end so. */
export function whole(root) {
  const seen = new WeakSet();
  new MutationObserver(() => {
    const made = [...root.querySelectorAll(CUT)].filter((one) => !seen.has(one) && seen.add(one));
    // First all is measured and then all is changed, so that the page is laid out once.
    const ends = made.map((one) => one.scrollHeight > one.clientHeight + 1 && end(one));
    for (const found of ends) {
      if (!found) continue;
      const rest = found[0].splitText(found[1]);
      const line = document.createElement('span');
      line.className = 'end';
      rest.before(line);
    }
  }).observe(root, { childList: true, subtree: true });
}
