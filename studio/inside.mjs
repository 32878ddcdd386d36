// In the page that the studio shows: tells the studio what is open, and where.

const tell = () => {
  if (typeof window.dateline?.state !== 'function') return;
  const { article, event } = window.dateline.state();
  parent.postMessage({ studio: 1, article, event, hash: location.hash }, '*');
};
// What is dropped here is for the studio around.
for (const name of ['dragover', 'drop']) addEventListener(name, (event) => {
  event.preventDefault();
  if (name === 'dragover') parent.postMessage({ studio: 1, over: true }, '*');
});
for (const name of ['pushState', 'replaceState']) {
  const write = history[name];
  history[name] = (...what) => {
    write.apply(history, what);
    setTimeout(tell);
  };
}
for (const name of ['popstate', 'hashchange']) addEventListener(name, () => setTimeout(tell));
new MutationObserver(tell).observe(document.getElementById('dateline'), { attributeFilter: ['data-state'] });
