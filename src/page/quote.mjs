// Whoever copies a source's words gets the words as they are shown, and, where markup is taken, a quotation
// with its source and the address that leads back to it: no colours, and nothing to click but that address.
// Here and not in the program, as in `roving.mjs`. An element says by `data-source` and `data-link` whose
// words it holds.

/** The element around both ends of what is selected, as far as this tree of nodes may be seen. */
function around(selection, root) {
  let range = selection.getRangeAt(0);
  try {
    // Inside a shadow root the plain range ends at its door.
    if (root.host) [range] = selection.getComposedRanges({ shadowRoots: [root] });
  } catch {
    // An older engine: what it may see is all that there is.
  }
  const [start, end] = [range.startContainer, range.endContainer];
  let place = start.closest ? start : start.parentElement;
  while (place && !(place.dataset?.source && place.contains(end))) place = place.parentElement;
  return place;
}

const made = (tag, ...inside) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

addEventListener('copy', (event) => {
  const root = event.composedPath()[0].getRootNode();
  const selection = root.getSelection?.() ?? getSelection();
  if (event.defaultPrevented || selection.type !== 'Range') return;
  const place = around(selection, root);
  const words = selection.toString();
  if (!place || !words.trim()) return;
  const { source, link } = place.dataset;
  const quotation = made('blockquote', ...words.split(/\s*\n\s*/).filter(Boolean).map((line) => made('p', line)));
  const from = made('p', '— ', made('cite', source));
  // A page on this machine's disk is at nobody else's address.
  if (/^http/.test(link)) {
    quotation.cite = link;
    const leading = made('a', link);
    leading.href = link;
    from.append(', ', leading);
  }
  event.clipboardData.setData('text/plain', words);
  event.clipboardData.setData('text/html', quotation.outerHTML + from.outerHTML);
  event.preventDefault();
});
