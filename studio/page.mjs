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
let open = { article: null, hash: '' };
/** Whether there is something that was not saved yet. */
let unsaved = false;
let frame;

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
  $('correct').disabled = !open.article;
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
    button.addEventListener('click', () => correct(id));
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
}

function list(id, rows, title, make = (text) => [text]) {
  const box = $(id);
  box.hidden = !rows.length;
  box.querySelector('summary').textContent = title(rows.length);
  box.querySelector('ul').replaceChildren(...rows.slice(0, 1000).map((row) => {
    const item = document.createElement('li');
    item.append(...make(row));
    return item;
  }));
}

addEventListener('message', ({ source, data }) => {
  if (!frame || source !== frame.contentWindow || data?.studio !== 1) return;
  open = { article: typeof data.article === 'string' ? data.article : null, hash: /^#/.test(data.hash) ? data.hash : '' };
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

/** Lays them, and takes them as a step where they can be understood. */
async function put(text) {
  const now = overlay;
  if (text === now || !await lay(text)) return;
  past.push(now);
  future = [];
  enable();
}

const FIELDS = ['title', 'outlet', 'author', 'date', 'time', 'url'];

async function correct(id) {
  const article = await reader.article(id);
  if (!article) return;
  const form = $('article').querySelector('form');
  const before = (field) => (field === 'time' ? article.time?.slice(0, 5) : article[field]) ?? '';
  for (const field of FIELDS) form.elements.namedItem(field).value = before(field);
  $('article-id').textContent = id;
  $('article-why').textContent = article.why ? `Why this date: ${article.why}` : '';
  $('article').returnValue = '';
  $('article').showModal();
  await new Promise((closed) => $('article').addEventListener('close', closed, { once: true }));
  if ($('article').returnValue !== 'save') return;
  const value = (field) => form.elements.namedItem(field).value.trim();
  const changed = FIELDS.filter((field) => value(field) !== before(field)).map((field) => [field, value(field) || null]);
  // A time belongs to a date.
  if (changed.some(([field]) => field === 'time') && value('date')) changed.push(['date', value('date')]);
  if (!changed.length) return;
  await put(await reader.correct(overlay, id, Object.fromEntries(changed)));
}

// --- saving

function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

const saving = (call, name, type) => () => work(async () => {
  const { problems } = $('save-file').dataset;
  if (problems) throw new Error(`What [publish] should hold back would be saved:\n${problems}`);
  tell({ stage: 'page' });
  save(await reader[call](), name, type);
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
$('correct').addEventListener('click', () => correct(open.article));
$('apply').addEventListener('click', () => put($('overlay').value));
$('save-file').addEventListener('click', saving('page', 'dateline.html', 'text/html'));
$('save-site').addEventListener('click', saving('site', 'site.zip', 'application/zip'));
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
