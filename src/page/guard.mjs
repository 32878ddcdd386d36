// What both starts share: words where the program cannot run, or has stopped, and what may become markup.

/** The elements that instances are in. */
const roots = () => [document.querySelector('#dateline[data-state]'), ...inline].filter((root) => root?.isConnected);
const inline = new Set();

/** A message to the reader in each of the instances; what they show stays. */
function say(words, ...more) {
  return roots().map((root) => {
    const wait = root.querySelector('.loading');
    const note = document.createElement('div');
    note.className = wait ? 'loading' : 'stuck';
    note.role = 'alert';
    note.append(words, ...more.map((make) => make()));
    wait?.remove();
    root.append(note);
    root.dataset.state = 'error';
    return note;
  });
}

let isStopped = false;

/** Says on our page that it did not start and why. */
export function fail(error) {
  // A panic while it starts has been told already.
  if (isStopped) return;
  say(`The page’s program could not start: ${error.message}. Reload, or try a newer browser.`);
}

/**
 * The program has stopped for good: says so once, and calls `cut` when nothing of it runs any more, so that
 * no click can make it take away what is open. `details` are for whoever is to find the fault.
 */
export function stop(details, cut) {
  if (isStopped) return;
  isStopped = true;
  queueMicrotask(cut);
  say('The page’s program has stopped; what is open stays, and a reload starts it again. ', () => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = 'Copy details';
    button.addEventListener('click', () => copy(button, details));
    return button;
  });
}

async function copy(button, details) {
  try {
    await navigator.clipboard.writeText(details);
    button.textContent = 'Details copied';
  } catch {
    // No clipboard, or not for us: they are shown, and chosen.
    const text = document.createElement('pre');
    text.textContent = details;
    text.tabIndex = 0;
    button.replaceWith(text);
    text.focus();
    getSelection().selectAllChildren(text);
  }
}

/**
 * On our own page: hears of what stops the program without a panic, as when it has no memory left, or when the
 * browser throws where nothing was expected to.
 */
export function watch(cut) {
  if (!document.querySelector('#dateline[data-state]')) return;
  for (const name of ['error', 'unhandledrejection']) addEventListener(name, ({ error, reason }) => {
    const cause = error ?? reason;
    // As a panic's details begin.
    if (/wasm-function\[/.test(cause?.stack)) stop(`Dateline ${self.dateline?.version} ${cause}\n${cause.stack}`, cut);
  });
}

/** An element that an instance stands in, inside somebody else's page. */
export function remember(root) {
  inline.add(root);
}

/**
 * The page's one policy for trusted types. The timeline draws itself as SVG text: shapes, texts and
 * the attributes that place and name them pass; what could run, load or lead elsewhere does not.
 */
export function trust(worker) {
  const tag = /^<\/?(g|path|rect|text)( (class|d|transform|[xy]|width|height)="[^"]*")*\/?>$/;
  self.trustedTypes?.createPolicy('default', {
    createHTML: (markup) => ((markup.match(/<[^>]*>?/g) ?? []).every((part) => tag.test(part)) ? markup : null),
    createScriptURL: (address) => (address === worker ? address : null),
  });
}
