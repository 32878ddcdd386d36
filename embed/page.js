// embed.html: the choices, the explorer that they make, and the code for it.

import { trust } from '../src/page/guard.mjs';

// An instance inline draws here as it does on the page.
trust();

const form = document.getElementById('choices');
const field = (name) => form.elements.namedItem(name);
const FILTERS = ['q', 'with', 'without', 'outlet', 'from', 'to', 'event', 'article', 'view', 'years'];
const home = new URL('.', location.href).href;

// Who comes from the page brings what it showed.
let state = Object.fromEntries(new URLSearchParams(location.hash.replace(/^#\/?\??/, '')));
let accent = '';
let explorer;

/** The attributes that the choices make, in the order in which they are written. */
const attributes = () => {
  const value = (name) => field(name).value.trim();
  const out = { src: home };
  for (const key of FILTERS) {
    const given = [state[key]].flat().filter(Boolean).join(',');
    if (given && !(key === 'view' && given === 'story')) out[key] = given;
  }
  if (value('theme') !== 'auto') out.theme = value('theme');
  if (accent) out.accent = accent;
  if (value('chrome') !== 'full') out.chrome = value('chrome');
  if (value('window-from') && value('window-to')) out.window = `${value('window-from')}/${value('window-to')}`;
  if (value('height') && value('height') !== '800') out.height = value('height');
  if (value('max-height')) out['max-height'] = value('max-height');
  if (field('inline').checked) out.inline = '';
  if (field('mirror').checked && field('id').validity.valid && value('id')) {
    out.mirror = '';
    out.id = value('id');
  }
  return out;
};

const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The address of a plain frame that shows the same. */
const plain = (all) => {
  const url = new URL(home);
  for (const key of ['theme', 'accent', 'chrome', 'window']) if (all[key]) url.searchParams.set(key, all[key]);
  const shown = new URLSearchParams(Object.entries(all).filter(([key]) => FILTERS.includes(key)));
  if (`${shown}`) url.hash = `/?${shown}`;
  return url.href;
};

const write = () => {
  const all = attributes();
  const written = Object.entries(all).map(([name, value]) => (value === '' ? name : `${name}="${quoted(value)}"`));
  const frame = `<iframe src="${quoted(plain(all))}" title="Timeline of news articles" width="100%" height="${all.height ?? 800}"></iframe>`;
  document.getElementById('code').textContent = [
    `<script src="${quoted(home)}embed.js" async></script>`,
    `<dateline-explorer ${written.join(' ')}>`,
    `  <noscript>${frame}</noscript>`,
    '</dateline-explorer>',
  ].join('\n');
  document.querySelector('[data-back]').href = `./${new URL(plain(all)).hash}`;
};

/** Puts the controls where the state is. Several names at once are more than a select can say. */
const show = () => {
  for (const name of ['q', 'with', 'without', 'outlet', 'from', 'to', 'view']) {
    const value = [state[name] ?? ''].flat().join(',');
    const control = field(name);
    if (control.options && ![...control.options].some((option) => option.value === value)) {
      control.add(new Option(value.replaceAll(',', ' and '), value));
    }
    if (control.value !== value) control.value = value || (name === 'view' ? 'story' : '');
  }
};

/** Looks are attributes, read once: another look is another element. */
const build = () => {
  explorer?.remove();
  explorer = document.createElement('dateline-explorer');
  for (const [name, value] of Object.entries(attributes())) explorer.setAttribute(name, value);
  explorer.addEventListener('dateline:change', ({ detail }) => {
    state = detail;
    show();
    write();
  });
  document.getElementById('preview').replaceChildren(explorer);
  offer();
  write();
};

/** Names and outlets to choose from, those with most articles first. */
const offer = async () => {
  const asked = explorer;
  const found = await answered(asked.facets(everything(), { top: 300 }));
  if (!found || asked !== explorer) return;
  const { entities, outlets } = found;
  const fill = (control, options) => {
    control.length = 1;
    for (const option of options) control.add(option);
  };
  const names = () => entities.map(([id, name, count]) => new Option(`${name} (${count})`, id));
  fill(field('with'), names());
  fill(field('without'), names());
  fill(field('outlet'), outlets.map(([name, count]) => new Option(`${name} (${count})`, name)));
  show();
};
/** An answer; nothing from an explorer that another look has replaced by now. */
const answered = (call) => call.catch((error) => console.info(`dateline: ${error.message}`));
const everything = () => Object.fromEntries(FILTERS.map((key) => [key, null]));

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  if (FILTERS.includes(target.name)) {
    answered(explorer.go({ [target.name]: target.value || null }));
  } else if (target.name === 'accent') accent = target.value;
});
form.addEventListener('change', ({ target }) => {
  if (!FILTERS.includes(target.name)) build();
});
field('plain').addEventListener('click', () => {
  accent = '';
  build();
});
document.getElementById('copy').addEventListener('click', async () => {
  const said = document.getElementById('copied');
  try {
    await navigator.clipboard.writeText(document.getElementById('code').textContent);
    said.textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(document.getElementById('code'));
    said.textContent = 'Selected: copy it with your keyboard.';
  }
});
show();
build();
