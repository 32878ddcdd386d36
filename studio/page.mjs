// The studio's page: takes what is dropped or chosen, has it read by a worker, shows what comes of it, and saves
// that. Nothing is kept and nothing is sent: the policy allows no request.
import { bytesOf } from '../src/page/bytes.mjs';
import { collect, single } from './collect.mjs';
import { forms } from './forms.mjs';
import { Reader } from './reader.mjs';

const $ = (id) => document.getElementById(id);
const count = (number, noun) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

const reader = new Reader($('pack').textContent);
$('pack').remove();

/** By name below the folder: what was dropped, the last one last. */
let files = new Map();
/** The corrections, as text; the past and what was undone. Null until a `dateline.toml` may have come. */
let overlay = null, past = [], future = [];
/** What is open in the page that is shown, and where. */
let open = { article: null, event: null, hash: '' };
/** Whether there is something that was not saved yet. */
let unsaved = false;
/** Whether something is being done that nothing else may come into. */
let isBusy = false;
let frame;
/** How many pages were made: who waits for one sees it in the body's `data-made`. */
let pages = 0;

// --- reading

/** Reads what `take` gives with all that is here already. */
const add = (take) => work(async () => {
  const dropped = await take();
  if (!dropped.length) return;
  const next = new Map(files);
  for (const one of dropped) {
    next.delete(one.name);
    next.set(one.name, one);
  }
  await read(next, overlay, dropped.map(({ name }) => name));
});

/** Lays these corrections over what was read. */
const lay = (text) => read(files, text, []);

/** Has it read and shown. What was here before stays until that is done, and where it is not. */
async function read(next, text, added) {
  const { said, page } = await reader.read([...next.values()], text, added, tell);
  files = next;
  if (said.overlay !== overlay) {
    // Corrections that come later take the place of those that are here; that can be undone.
    if (overlay !== null && added.length) [past, future] = [[...past, overlay], []];
    overlay = said.overlay;
  }
  show(said, page);
}

/** Has something done that takes a while, with its progress shown. Gives whether it was. */
async function work(act) {
  if (isBusy) {
    say('Wait until this is done, or press Stop.');
    return false;
  }
  const focus = document.activeElement;
  const wasHidden = $('drop').hidden;
  $('failed').hidden = true;
  $('work').hidden = false;
  $('drop').hidden = true;
  busy(true);
  tell({ stage: 'start' });
  try {
    await act();
    return true;
  } catch (error) {
    if (!error.wasStopped) say(error.message);
    return false;
  } finally {
    busy(false);
    $('work').hidden = true;
    $('drop').hidden = wasHidden ? files.size > 0 : pages > 0;
    $('more').ariaExpanded = String(!$('drop').hidden);
    document.body.classList.toggle('read', pages > 0);
    // What had the focus may have been hidden.
    const lost = !document.activeElement || document.activeElement === document.body;
    if (lost) (focus?.checkVisibility?.() && focus !== document.body ? focus : $(pages > 0 ? 'more' : 'choose-files')).focus();
  }
}

function say(words) {
  $('failed').textContent = words;
  $('failed').hidden = false;
}

const STAGES = {
  start: 'Starting', names: 'Looking for people, places and organisations',
  dates: 'Finding when articles without a date were written', times: 'Reading what is said of days',
  quotes: 'Finding who said what', copies: 'Finding copies of one text', events: 'Joining what tells of one event',
  page: 'Making the page',
};

function tell({ name, done, of, stage }) {
  if (name !== undefined) {
    if (!done) $('stage').textContent = `Reading ${count(of, 'file')}`;
    $('file').textContent = `${(done + 1).toLocaleString('en')} of ${of.toLocaleString('en')}: ${name}`;
    Object.assign($('progress'), { max: of, value: done });
  } else if (STAGES[stage]) {
    $('stage').textContent = `${STAGES[stage]}…`;
    $('file').textContent = '';
    $('progress').removeAttribute('value');
  }
}

function busy(is) {
  isBusy = is;
  document.body.ariaBusy = String(is);
  // They stay where the focus is, and do nothing: a button that is disabled loses it.
  for (const button of document.querySelectorAll('#acts button, #said button')) button.ariaDisabled = String(is);
  if (!is) enable();
}

function enable() {
  const off = { undo: !past.length, redo: !future.length, correct: !open.article && !open.event };
  for (const [id, is] of Object.entries(off)) $(id).ariaDisabled = String(is);
  $('correct').textContent = open.article || !open.event ? 'Correct this article' : 'Correct this event';
}

/** A click on what can be done now. */
function press(id, act) {
  $(id).addEventListener('click', () => {
    if ($(id).ariaDisabled !== 'true') act();
  });
}

// --- showing

function show(said, bytes) {
  $('acts').hidden = $('said').hidden = $('made').hidden = false;
  const title = said.title ? `${said.title}: ` : '';
  $('counts').textContent = `${title}${count(said.articles, 'article')}, ${count(said.events, 'event')}`;
  $('stage').textContent = $('counts').textContent;
  list('skipped', said.skipped, (n) => `${count(n, 'file')} not read`);
  list('doubts', [...said.problems, ...said.idle, ...said.doubts], (n) => `${count(n, 'doubt')}`);
  list('looks', said.looks, (n) => `${count(n, 'reading')} to look at`, ({ article, event, title, why }) => {
    const button = (label, act) => {
      const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
      made.setAttribute('aria-label', `${label}: “${title}”`);
      made.addEventListener('click', act);
      return made;
    };
    const [table, id] = article ? ['articles', article] : ['events', event];
    return [button('Correct', () => correct({ article, event })), button('It is right', () => form.check(table, id)), `${title} — ${why}`];
  });
  // What somebody is still writing there stays.
  const typed = $('overlay').value !== ($('overlay').dataset.laid ?? '');
  $('overlay').dataset.laid = overlay;
  if (!typed || $('overlay').value === overlay) $('overlay').value = overlay;
  // What may not be published is not saved either.
  $('save-file').dataset.problems = said.problems.join('\n');
  $('save-sources').textContent = reader.publishes ? 'Save for a repository' : 'Save articles and corrections';
  unsaved = true;
  const next = document.createElement('iframe');
  next.title = 'The page that is made';
  next.src = URL.createObjectURL(new Blob([bytes], { type: 'text/html' })) + open.hash;
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
  if (data.over) return hover();
  const text = (value) => (typeof value === 'string' ? value : null);
  open = { article: text(data.article), event: text(data.event), hash: /^#/.test(data.hash) ? data.hash : '' };
  if (!isBusy) enable();
});

// --- correcting

const step = (from, to) => work(async () => {
  const [text, now] = [from.at(-1), overlay];
  await lay(text);
  from.pop();
  to.push(now);
});

/** Lays what is given, and takes it as a step where it can be understood. */
const put = (make) => work(async () => {
  const [text, now] = [await make(), overlay];
  if (text === now) return;
  await lay(text);
  past.push(now);
  future = [];
});

/** What the reader answers; where it does not, that is said. */
async function answer(call) {
  let value;
  await work(async () => { value = await call(); });
  return value;
}

const form = forms({ reader, answer, put, overlay: () => overlay });
const correct = ({ article, event }) => (article ? form.article(article) : form.event(event));

// --- saving

function save(bytes, name, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** Saves what a call gives. What is published holds back what is to be; what goes on holds articles and corrections. */
const saving = (call, name, type, published) => () => work(async () => {
  const { problems } = $('save-file').dataset;
  if (published && problems) throw new Error(`What [publish] should hold back would be saved:\n${problems}`);
  tell({ stage: 'page' });
  save(await reader[call](), name(), type);
  if (!published && /^\s*\[publish/m.test(overlay)) say('What was saved has the whole texts, also those that [publish] withholds: it is not for the public.');
  if (!published || !overlay) unsaved = false;
});

// --- the page's own doors

for (const id of ['files', 'folder']) {
  $(`choose-${id}`).addEventListener('click', () => $(id).click());
  $(id).addEventListener('change', () => {
    // A folder's files are named below it; those that begin with a dot are passed over.
    const below = (file) => ({ name: file.webkitRelativePath.split('/').slice(1).join('/'), file });
    const chosen = [...$(id).files].map((file) => (file.webkitRelativePath ? below(file) : single(file)));
    $(id).value = '';
    add(() => chosen.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.'))));
  });
}
press('more', () => {
  $('drop').hidden = !$('drop').hidden;
  $('more').ariaExpanded = String(!$('drop').hidden);
  if (!$('drop').hidden) $('choose-files').focus();
});
$('stop').addEventListener('click', () => reader.stop());
press('undo', () => step(past, future));
press('redo', () => step(future, past));
press('correct', () => correct(open));
press('correct-name', () => form.name(open.article));
press('add-event', () => form.add(open.article));
press('apply', () => put(() => $('overlay').value));
press('save-file', saving('page', () => 'dateline.html', 'text/html', true));
press('save-site', saving('site', () => 'site.zip', 'application/zip', true));
press('save-studio', saving('studio', () => 'studio.html', 'text/html', false));
press('save-sources', saving('sources', () => (reader.publishes ? 'repository.zip' : 'articles.zip'), 'application/zip', false));
press('save-overlay', () => save($('overlay').value, 'dateline.toml', 'application/toml'));

/** Something is held over the page: as long as that is told again and again. */
let left;
function hover(is = true) {
  clearTimeout(left);
  document.body.classList.toggle('over', is);
  if (is) left = setTimeout(hover, 700, false);
}
addEventListener('dragover', (event) => {
  event.preventDefault();
  hover();
});
addEventListener('drop', (event) => {
  event.preventDefault();
  hover(false);
  // What was dropped is gone when this function ends.
  const dropped = collect(event.dataTransfer);
  dropped.catch(() => {});
  add(() => dropped);
});
addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });

// A studio that was saved has its articles inside; in one that was not, whoever drops something does not wait.
const inside = $('sources').textContent;
$('sources').remove();
addEventListener('load', () => setTimeout(async () => {
  if (!inside) return reader.warm();
  const file = new File([bytesOf(inside)], 'articles.zip', { lastModified: 0 });
  // No file that somebody drops has this name.
  await add(() => [{ name: 'studio.html/articles.zip', file, packed: true }]);
  unsaved = false;
}, inside ? 0 : 300));
