// The studio's page: takes what is dropped or chosen, has it read by a worker, shows what comes of it, and saves
// that. Nothing is kept and nothing is sent: the policy allows no request.
import { collect } from './collect.mjs';
import { Reader } from './reader.mjs';

const $ = (id) => document.getElementById(id);
const count = (number, noun) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

const reader = new Reader($('pack').textContent);
$('pack').remove();

/** By name below the folder: what was dropped. */
let files = new Map();
/** The corrections, as text; the past and what was undone. Null until a `dateline.toml` may have come. */
let overlay = null, past = [], future = [];
/** What is open in the page that is shown, and where. */
let open = { article: null, event: null, hash: '' };
/** Whether there is something that was not saved yet. */
let unsaved = false;
let frame;
/** How many pages were made: who waits for one sees it in the body's `data-made`. */
let pages = 0;

// --- reading

async function add(dropped) {
  const before = files;
  files = new Map(files);
  const own = dropped.find(({ name }) => name === 'dateline.toml');
  for (const { name, file } of dropped) files.set(name, file);
  if (!dropped.length) return;
  // Corrections that come later take the place of those that are here; that can be undone.
  const text = own ? await own.file.text() : overlay;
  await work(async (tell) => {
    const said = await reader.read([...files].map(([name, file]) => ({ name, file })), text, tell);
    change(said.overlay);
    await show(said);
  }, () => { files = before; });
}

/** Lays these corrections over what was read. */
async function lay(text) {
  if (!files.size) return;
  return work(async (tell) => {
    const said = await reader.join(text, tell);
    overlay = text;
    await show(said);
  });
}

/** Has something done that takes a while, with its progress shown; `undo` where it was stopped. */
async function work(act, undo = () => {}) {
  $('failed').hidden = true;
  $('work').hidden = false;
  $('drop').hidden = true;
  busy(true);
  $('stage').textContent = 'Starting…';
  $('progress').removeAttribute('value');
  try {
    await act(tell);
    return true;
  } catch (error) {
    undo();
    if (!error.wasStopped) {
      $('failed').textContent = error.message;
      $('failed').hidden = false;
    }
    return false;
  } finally {
    busy(false);
    $('work').hidden = true;
    $('drop').hidden = files.size > 0;
    document.body.classList.toggle('read', files.size > 0);
  }
}

const STAGES = {
  names: 'Looking for people, places and organisations', dates: 'Finding when articles without a date were written',
  times: 'Reading what is said of days', quotes: 'Finding who said what', copies: 'Finding copies of one text',
  events: 'Joining what tells of one event', page: 'Making the page',
};

function tell({ name, done, of, stage }) {
  if (name !== undefined) {
    $('stage').textContent = `Reading ${(done + 1).toLocaleString('en')} of ${count(of, 'file')}: ${name}`;
    Object.assign($('progress'), { max: of, value: done });
  } else if (STAGES[stage]) {
    $('stage').textContent = `${STAGES[stage]}…`;
    $('progress').removeAttribute('value');
  }
}

function busy(is) {
  document.body.ariaBusy = is;
  for (const button of $('acts').querySelectorAll('button')) button.disabled = is;
  if (!is) enable();
}

function enable() {
  $('undo').disabled = !past.length;
  $('redo').disabled = !future.length;
  $('correct').disabled = !open.article && !open.event;
  $('correct').textContent = open.article || !open.event ? 'Correct this article' : 'Correct this event';
}

// --- showing

async function show(said) {
  tell({ stage: 'page' });
  $('acts').hidden = $('said').hidden = $('made').hidden = false;
  const title = said.title ? `${said.title}: ` : '';
  $('counts').textContent = `${title}${count(said.articles, 'article')}, ${count(said.events, 'event')}`;
  list('skipped', said.skipped, (n) => `${count(n, 'file')} not read`);
  list('doubts', [...said.problems, ...said.idle, ...said.doubts], (n) => `${count(n, 'doubt')}`);
  list('looks', said.looks, (n) => `${count(n, 'article')} to look at`, ({ id, title, why }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Correct';
    button.setAttribute('aria-label', `Correct “${title}”`);
    button.addEventListener('click', () => correct({ article: id }));
    return [button, `${title} — ${why}`];
  });
  $('overlay').value = overlay;
  // What may not be published is not saved either.
  $('save-file').dataset.problems = said.problems.join('\n');
  unsaved = true;
  const page = new Blob([await reader.preview()], { type: 'text/html' });
  const next = document.createElement('iframe');
  next.title = 'The page that is made';
  next.src = URL.createObjectURL(page) + open.hash;
  next.addEventListener('load', () => URL.revokeObjectURL(next.src.replace(/#.*/, '')), { once: true });
  $('made').replaceChildren(next);
  frame = next;
  document.body.dataset.made = ++pages;
}

/** So many rows are read by nobody. */
const MOST = 1000;

function list(id, rows, title, make = (text) => [text]) {
  const box = $(id);
  box.hidden = !rows.length;
  box.querySelector('summary').textContent = title(rows.length);
  const shown = rows.slice(0, MOST).map((row) => make(row));
  if (rows.length > MOST) shown.push([`and ${(rows.length - MOST).toLocaleString('en')} more`]);
  box.querySelector('ul').replaceChildren(...shown.map((parts) => {
    const item = document.createElement('li');
    item.append(...parts);
    return item;
  }));
}

addEventListener('message', ({ source, data }) => {
  if (!frame || source !== frame.contentWindow || data?.studio !== 1) return;
  const text = (value) => (typeof value === 'string' ? value : null);
  open = { article: text(data.article), event: text(data.event), hash: /^#/.test(data.hash) ? data.hash : '' };
  enable();
});

// --- correcting

/** Takes these corrections as a step that can be undone. */
function change(text) {
  if (text === overlay) return;
  if (overlay !== null) past.push(overlay);
  future = [];
  overlay = text;
}

async function step(from, to) {
  const text = from.pop();
  const now = overlay;
  if (await lay(text)) to.push(now);
  else from.push(text);
  enable();
}

/** Lays what is given, and takes it as a step where it can be understood. */
async function put(make) {
  const now = overlay;
  let text;
  if (!await work(async () => { text = await make(); }) || text === now || !await lay(text)) return;
  past.push(now);
  future = [];
  enable();
}

/** Shows a form, and gives its fields when it is saved. */
async function ask(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
  return dialog.returnValue === 'save';
}

const field = (dialog, name) => dialog.querySelector('form').elements.namedItem(name);
const read = (input) => (input.type === 'checkbox' ? input.checked : input.value.trim());

/** What of an article or event an editor changes in its form; `before` are the values that were read. */
async function fields(dialog, id, before) {
  const values = Object.entries(before).filter(([name]) => name !== 'why');
  for (const [name, value] of values) {
    const input = field(dialog, name);
    if (input.type === 'checkbox') input.checked = value;
    else input.value = value ?? '';
  }
  dialog.querySelector('[data-id]').textContent = id;
  dialog.querySelector('[data-why]').textContent = before.why ? `Dated so because: ${before.why}` : '';
  if (!await ask(dialog)) return undefined;
  const changed = values.map(([name, value]) => [name, read(field(dialog, name)), value ?? ''])
    .filter(([, now, then]) => now !== then);
  // What is emptied or unchecked is taken back.
  return Object.fromEntries(changed.map(([name, now]) => [name, now === '' || (name === 'leave_out' && !now) ? null : now]));
}

async function correct({ article, event }) {
  const table = article ? 'articles' : 'events';
  const id = article ?? event;
  const known = await reader[article ? 'article' : 'event'](id);
  if (!known) return;
  const before = { ...known, leave_out: false, ...(article ? { time: known.time?.slice(0, 5) } : { note: '' }) };
  const dialog = $(article ? 'article' : 'event');
  const changed = await fields(dialog, id, before);
  if (!changed || !Object.keys(changed).length) return;
  // A time belongs to a date.
  if (changed.time && !changed.date) changed.date = read(field(dialog, 'date'));
  await put(() => reader.correct(overlay, table, id, changed));
}

async function correctName() {
  const names = await reader.names();
  $('names').replaceChildren(...names.slice(0, 2000).map(({ name, kind, articles }) =>
    Object.assign(document.createElement('option'), { value: name, label: `${kind}, ${count(articles, 'article')}` })));
  const dialog = $('name');
  for (const name of ['name', 'other']) field(dialog, name).value = '';
  const hint = () => {
    const known = names.find(({ name }) => name === read(field(dialog, 'name')));
    dialog.querySelector('[data-why]').textContent = known ? `Written ${known.spellings.join(', ')}` : '';
  };
  field(dialog, 'name').oninput = hint;
  hint();
  if (!await ask(dialog)) return;
  const [name, other] = [read(field(dialog, 'name')), read(field(dialog, 'other'))];
  const how = new FormData(dialog.querySelector('form')).get('how');
  if (name && (other || how === 'none')) await put(() => reader.rename(overlay, name, how, other));
}

// --- saving

function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

const saving = (call, name, type, published = true) => () => work(async () => {
  const { problems } = $('save-file').dataset;
  if (published && problems) throw new Error(`What [publish] should hold back would be saved:\n${problems}`);
  tell({ stage: 'page' });
  save(await reader[call](overlay), name, type);
  unsaved = false;
});

// --- the page's own doors

const folderOf = (name) => name.split('/').slice(1).join('/') || name;
const chosen = (input) => [...input.files].map((file) => ({ name: folderOf(file.webkitRelativePath) || file.name, file }));
for (const id of ['files', 'folder']) {
  $(`choose-${id}`).addEventListener('click', () => $(id).click());
  $(id).addEventListener('change', () => {
    const dropped = chosen($(id));
    $(id).value = '';
    add(dropped.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.'))));
  });
}
$('more').addEventListener('click', () => {
  $('drop').hidden = !$('drop').hidden;
  if (!$('drop').hidden) $('choose-files').focus();
});
$('stop').addEventListener('click', () => reader.stop());
$('undo').addEventListener('click', () => step(past, future));
$('redo').addEventListener('click', () => step(future, past));
$('correct').addEventListener('click', () => correct(open));
$('correct-name').addEventListener('click', correctName);
$('apply').addEventListener('click', () => put(() => $('overlay').value));
$('save-file').addEventListener('click', saving('page', 'dateline.html', 'text/html'));
$('save-site').addEventListener('click', saving('site', 'site.zip', 'application/zip'));
$('save-studio').addEventListener('click', saving('studio', 'studio.html', 'text/html', false));
$('save-repository').addEventListener('click', saving('repository', 'repository.zip', 'application/zip', false));
$('save-overlay').addEventListener('click', () => save($('overlay').value, 'dateline.toml', 'application/toml'));

let over = 0;
const mark = (by) => {
  over = Math.max(0, over + by);
  document.body.classList.toggle('over', over > 0);
};
addEventListener('dragenter', (event) => { event.preventDefault(); mark(1); });
addEventListener('dragleave', () => mark(-1));
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', async (event) => {
  event.preventDefault();
  mark(-over);
  if (document.body.ariaBusy !== 'true') add(await collect(event.dataTransfer));
});
addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });

// A studio that was saved has its articles inside; in one that was not, whoever drops something does not wait.
const inside = $('sources').textContent;
$('sources').remove();
addEventListener('load', () => setTimeout(async () => {
  if (!inside) return reader.warm();
  const bytes = Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0));
  await add([{ name: 'articles.zip', file: new File([bytes], 'articles.zip', { lastModified: 0 }) }]);
  unsaved = false;
}, inside ? 0 : 300));
