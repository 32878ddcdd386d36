// Where the start-up script is not let in, or does not come, nothing of it can say so. This stands in the
// front page itself and does; `guard.mjs` says all that comes later.
addEventListener('error', ({ target }) => {
  if (target.localName !== 'script') return;
  const say = () => {
    const root = document.querySelector('#dateline[data-state=loading]');
    if (!root) return;
    const note = document.createElement('div');
    note.className = 'stuck';
    note.role = 'alert';
    const link = (href, words) => Object.assign(document.createElement('a'), { href, textContent: words, target: '_top' });
    if (location.protocol === 'file:') {
      note.append('Opened from the disk, this page may not start its program. Open ', link(`dateline.html${location.hash}`, 'dateline.html'), ' beside it: the same page in one file, made for that.');
    } else if (self.origin === 'null') {
      // WebKit knows no script for a page's own where a sandbox has taken its origin.
      note.append('The frame around this page keeps its program out in this browser. Open ', Object.assign(link(location.href, 'the page by itself'), { target: '_blank' }), '.');
    } else note.append('The page’s program did not come: reload, or try again later.');
    root.append(note);
    root.dataset.state = 'error';
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
  else say();
}, true);
