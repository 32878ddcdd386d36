// A sentence that is too long for its lines ends between two words: the browser's own ellipsis cuts through a
// word. The line breaks where the last word with room for "…" ends, and the ellipsis follows it. The text stays
// whole, for whoever copies it or has it read. Here and not in the program, as in `roving.mjs`; where this
// does not run, the browser cuts.

const CUT = '.labels .title, .folded .line';

/** Its nodes of text, each with what stands before it. */
function* texts(sentence) {
  const nodes = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  for (let before = 0; nodes.nextNode(); before += nodes.currentNode.data.length) yield [nodes.currentNode, before];
}

/** How much of a sentence stands before the break, 0 where all of it has room; nothing is known of a hidden one. */
function measured(sentence) {
  if (!sentence.clientHeight) return undefined;
  if (sentence.scrollHeight <= sentence.clientHeight + 1) return 0;
  const box = sentence.getBoundingClientRect();
  const { direction, fontSize } = getComputedStyle(sentence);
  const room = parseFloat(fontSize);
  const range = document.createRange();
  let end = 0;
  for (const [text, before] of texts(sentence)) {
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { bottom, left, right } = range.getBoundingClientRect();
      if (bottom > box.bottom + 1) return end;
      if ((direction === 'rtl' ? left - box.left : box.right - right) >= room) end = before + index + word.length;
    }
  }
  return 0;
}

function part(sentence, end) {
  for (const [text, before] of texts(sentence)) {
    if (end > before + text.data.length) continue;
    const line = document.createElement('span');
    line.className = 'end';
    text.splitText(end - before).before(line);
    return;
  }
}

/** From now on sentences under `root` end so. */
export function whole(root) {
  const seen = new WeakSet();
  // A step of the zoom makes the same sentences anew: what is known of them is not measured again.
  const known = new Map();
  new MutationObserver(() => {
    const made = [...root.querySelectorAll(CUT)].filter((one) => !seen.has(one) && seen.add(one));
    // First all is measured and then all is changed, so that the page is laid out once.
    const ends = made.map((one) => {
      const width = one.closest('[style*=width]')?.style.width;
      const key = width + one.textContent;
      const end = known.get(key) ?? measured(one);
      if (width && end !== undefined) known.set(key, end);
      return end;
    });
    made.forEach((one, at) => ends[at] && part(one, ends[at]));
    if (known.size > 999) known.clear();
  }).observe(root, { childList: true, subtree: true });
}
