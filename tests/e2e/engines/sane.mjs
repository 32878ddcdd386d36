// Runs in the page: what is out of order in a document that shows texts of a hostile corpus.

export function disorder() {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element?.outerHTML?.slice(0, 160) ?? ''}`);
  if (Object.keys(window).includes('__ran') || window.__ran !== undefined) say(`a script ran: ${window.__ran}`);
  if (({}).headline !== undefined || ({}).q !== undefined) say('the prototype of all objects was changed');

  // Elements that only a text could have brought: the pages have none of these in their bodies.
  const foreign = 'iframe, object, embed, base, math, form:not(.search), style:not(head style):not(body > style), link:not(head link), meta:not(head meta), video, audio, foreignObject, svg script, svg image, svg a, .list svg, .reader svg';
  for (const one of document.querySelectorAll(foreign)) say('an element of nobody', one);
  for (const one of document.querySelectorAll('#dateline img, article img, #dateline script, article script, main script')) {
    if (!one.closest('.timeline')) say('an element of nobody', one);
  }
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      // The bars beside counts have a width, sentences and rows a place and a size; nothing else is styled by itself.
      const bar = name === 'style' && (/^(width: [\d.]+%;|((left|top|bottom|width|height): -?\d+px; ?)+)$/.test(value) || one.closest('svg'));
      if (/^on/i.test(name) || name === 'style' && !bar || name === 'srcdoc') say(`the attribute ${name}`, one);
    }
    const address = one.localName === 'a' && one.getAttribute('href');
    if (address && one.origin !== location.origin && !(location.protocol === 'file:' && one.protocol === 'file:')) say('a link elsewhere', one);
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && one.checkVisibility()).at(-1);
    say(`${scrollWidth - clientWidth} pixels too wide`, wide);
  }

  // A text that turns what follows must end its turning itself, or be alone.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!/[\u202a-\u202e\u2066-\u2069]/.test(data) || ['script', 'text'].includes(parentElement.localName)) continue;
    let open = [];
    for (const letter of data) {
      if (/[\u202a\u202b\u202d\u202e]/.test(letter)) open.push('embedding');
      if (/[\u2066-\u2068]/.test(letter)) open.push('isolate');
      if (letter === '\u202c' && open.at(-1) === 'embedding') open.pop();
      if (letter === '\u2069' && open.includes('isolate')) open = open.slice(0, open.lastIndexOf('isolate'));
    }
    if (open.length === 0) continue;
    // Alone in a block or an isolated part of a line, it turns only its own words.
    let box = parentElement;
    while (getComputedStyle(box).display === 'inline' && !/isolate|plaintext/.test(getComputedStyle(box).unicodeBidi)) box = box.parentElement;
    const alone = box.textContent.trim() === data.trim();
    if (!alone && !box.closest('.body p, .sentence, blockquote, h1, h2, .title')) say('turns what follows', box);
  }
  return found;
}
