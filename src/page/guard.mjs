// What both starts share: words where the program cannot run, and what may become markup.

/** Says on our page that it did not start and why. A list that stands there already stays. */
export function fail(error) {
  const root = document.querySelector('#dateline[data-state]');
  if (!root) return;
  const note = document.createElement('p');
  const wait = root.querySelector('.loading');
  note.className = wait ? 'loading' : 'stuck';
  note.role = 'alert';
  note.textContent = `The page’s program could not start: ${error.message}. Reload, or try a newer browser.`;
  wait?.remove();
  root.append(note);
  root.dataset.state = 'error';
}

/**
 * The page's one policy for trusted types. The timeline draws itself as SVG text: shapes, texts and
 * the attributes that place and name them pass; what could run, load or lead elsewhere does not.
 */
export function trust(worker) {
  const tag = /^<\/?(g|path|rect|circle|text)( (class|d|id|role|r|[rc]?[xy]|width|height|(aria|data)-[a-z]+)="[^"]*")*\/?>$/;
  self.trustedTypes?.createPolicy('default', {
    createHTML: (markup) => ((markup.match(/<[^>]*>?/g) ?? []).every((part) => tag.test(part)) ? markup : null),
    createScriptURL: (address) => (address === worker ? address : null),
  });
}
