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
    if (location.protocol === 'file:') {
      const whole = document.createElement('a');
      whole.href = `dateline.html${location.hash}`;
      whole.textContent = 'dateline.html';
      note.append('Opened from the disk, this page may not start its program. Open ', whole, ' beside it: the same page in one file, made for that.');
    } else note.append('The page’s program did not come: reload, or try again later.');
    root.append(note);
    root.dataset.state = 'error';
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
  else say();
}, true);
