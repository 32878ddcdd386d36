// In the page that the studio shows: tells the studio what is open, and where.

const tell = () => {
  if (typeof window.dateline?.state !== 'function') return;
  const { article, event } = window.dateline.state();
  parent.postMessage({ studio: 1, article, event, hash: location.hash }, '*');
};
for (const name of ['pushState', 'replaceState']) {
  const write = history[name];
  history[name] = (...what) => {
    write.apply(history, what);
    setTimeout(tell);
  };
}
for (const name of ['popstate', 'hashchange']) addEventListener(name, () => setTimeout(tell));
new MutationObserver(tell).observe(document.getElementById('dateline'), { attributeFilter: ['data-state'] });
