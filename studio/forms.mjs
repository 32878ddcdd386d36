// The forms in which an editor puts right what was read. Each fills itself from what the program knows, and gives
// the next text of the corrections; the page lays that and takes it as a step.

const $ = (id) => document.getElementById(id);
const field = (dialog, name) => dialog.querySelector('form').elements.namedItem(name);
const value = (input) => (input.type === 'checkbox' ? input.checked : input.value.trim());
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** The day on the reader's own clock: when something was put right. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Shows a form, and gives which button ended it; nothing where it is not to be saved. */
async function ask(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
  return dialog.returnValue;
}

/** Empties a form, and fills in what is given. */
function fill(dialog, values = {}) {
  dialog.querySelector('form').reset();
  for (const [name, now] of Object.entries(values)) {
    const input = field(dialog, name);
    if (input.type === 'checkbox') input.checked = now;
    else input.value = now ?? '';
  }
}

/** Where a line that is taken into a text stands, as long as nobody chooses another place. */
const STOOD = 'where it stood in the page';

/** A choice among many by what they are called. */
const offer = (list, rows) => list.replaceChildren(...rows.slice(0, 2000).map(([value, label]) => make('option', { value, label })));

/** Puts below each field that says on what (`data-on`) one for the note on its correction, for when there is one. */
function addNotes(dialog) {
  for (const input of dialog.querySelectorAll('[data-on]')) {
    const { on } = input.dataset;
    input.closest('label').after(make('label', { className: 'note', hidden: true }, `Note on ${on} `, make('input', { name: `note ${input.name}`, autocomplete: 'off' })));
  }
}
/** The inputs of notes, by the field whose correction each is on. */
const notes = (dialog) => new Map([...dialog.querySelectorAll('.note input')].map((input) => [input.name.slice('note '.length), input]));

/**
 * What an editor changes in a form; `before` are the values that were read, `noted` the notes on what is put right
 * already, each by the field that it is on.
 */
async function changes(dialog, id, before, noted, why) {
  const names = Object.keys(before);
  fill(dialog, before);
  for (const [name, input] of notes(dialog)) input.value = noted[name] ?? '';
  // As the form shows them: it cannot show every day.
  const shown = new Map(names.map((name) => [name, value(field(dialog, name))]));
  const changed = () => names.map((name) => [name, value(field(dialog, name))]).filter(([name, now]) => now !== shown.get(name));
  // A note is on what is put right, not on what is right.
  const form = dialog.querySelector('form');
  form.oninput = () => {
    const now = new Set(changed().map(([name]) => (name === 'time' ? 'date' : name)));
    for (const [name, input] of notes(dialog)) input.closest('label').hidden = !now.has(name) && !(name in noted);
  };
  form.oninput();
  dialog.querySelector('[data-id]').textContent = id;
  dialog.querySelector('[data-why]').textContent = why ? `Dated so because: ${why}` : '';
  const button = await ask(dialog);
  if (!button) return { button, changed: {} };
  // What is emptied or unchecked is taken back.
  const taken = (name, now) => now === '' || (['checked', 'leave_out'].includes(name) && !now);
  const said = Object.fromEntries(changed().map(([name, now]) => [name, taken(name, now) ? null : now]));
  // What is put right anew has its note by itself, and no more that of all the row.
  const written = [...notes(dialog)].map(([name, input]) => [name, value(input)])
    .filter(([name, note]) => said[name] !== null && (note !== (noted[name] ?? '') || said[name] !== undefined && note));
  if (written.length) said.notes = Object.fromEntries(written.map(([name, note]) => [name, note || null]));
  return { button, changed: said };
}

/**
 * `reader` knows what was read; `answer` asks it and says where it does not answer; `overlay` gives the corrections
 * as they are, `put` lays what a call makes of them.
 */
export function forms({ reader, answer, overlay, put }) {
  for (const id of ['article', 'event']) addNotes($(id));
  const correct = (table, id, said) => put(() => reader.correct(overlay(), table, id, said, today()));

  async function article(id) {
    const known = await answer(() => reader.article(id));
    if (!known) return;
    const { why, text, left, notes: noted, ...facts } = known;
    const dialog = $('article');
    const { button, changed } = await changes(dialog, id, { ...facts, time: known.time?.slice(0, 5), leave_out: false }, noted, why);
    // A day and its hour are corrected together: the one without the other would take it away.
    const time = value(field(dialog, 'time')), date = value(field(dialog, 'date'));
    if (changed.date && time) changed.time = time;
    if (changed.time && date) changed.date = date;
    if (changed.date === null) changed.time = null;
    if (Object.keys(changed).length) await correct('articles', id, changed);
    if (button === 'lines') await lines(id, text, left, noted);
  }

  /** Which lines of an article's page are its text. */
  async function lines(id, text, left, noted) {
    const dialog = $('lines');
    fill(dialog);
    const row = (line, checked, ...more) => make('li', {}, make('label', { className: 'check' },
      make('input', { type: 'checkbox', checked, defaultChecked: checked }), make('span', { dir: 'auto', textContent: line })), ...more);
    const start = (line) => (line.length > 60 ? `${line.slice(0, 60)}…` : line);
    const places = (line) => {
      const options = text.map((paragraph) => make('option', { value: paragraph, textContent: `behind “${start(paragraph)}”` }));
      const choice = make('select', { hidden: true }, make('option', { textContent: STOOD }), make('option', { value: '', textContent: 'before all' }), ...options);
      choice.setAttribute('aria-label', `Where “${start(line)}” stands`);
      return choice;
    };
    const rows = [
      ...text.map((line) => ({ line, was: true, item: row(line, true) })),
      ...left.map(([line, why]) => ({ line, was: false, item: row(line, false, make('small', { textContent: why }), places(line)) })),
    ];
    dialog.querySelector('ul').replaceChildren(...rows.map(({ item }) => item));
    const changed = () => rows.filter(({ was, item }) => item.querySelector('input').checked !== was);
    const inputs = notes(dialog);
    for (const [name, input] of inputs) input.value = noted[name] ?? '';
    dialog.querySelector('ul').onchange = () => {
      for (const { item } of rows) {
        const choice = item.querySelector('select');
        if (choice) choice.hidden = !item.querySelector('input').checked;
      }
      inputs.get('lines_out').closest('label').hidden = !noted.lines_out && !changed().some(({ was }) => was);
      inputs.get('lines_in').closest('label').hidden = !noted.lines_in && !changed().some(({ was }) => !was);
    };
    dialog.querySelector('ul').onchange();
    if (!await ask(dialog)) return;
    const moved = changed();
    if (!moved.length) return;
    const out = moved.filter(({ was }) => was).map(({ line }) => line);
    const into = moved.filter(({ was }) => !was).map(({ line, item }) => {
      const { selectedIndex, value } = item.querySelector('select');
      return [line, selectedIndex ? value : null];
    });
    const said = Object.fromEntries([...inputs].map(([name, input]) => [name, value(input) || null]));
    await put(() => reader.lines(overlay(), id, out, into, said, today()));
  }

  async function event(id) {
    const known = await answer(async () => [await reader.event(id), await reader.events()]);
    if (!known?.[0]) return;
    const { why, told, merge, notes: noted, ...facts } = known[0];
    offer($('events'), known[1].filter((other) => other.id !== id).map(({ id, title }) => [id, title]));
    // One more that is this one is named in a field that is empty at first.
    const { button, changed } = await changes($('event'), id, { ...facts, merge: '', leave_out: false }, noted, why);
    if (changed.merge) changed.merge = [...merge, changed.merge];
    if (Object.keys(changed).length) await correct('events', id, changed);
    if (button === 'apart') await apart(id, told);
  }

  /** Tellings of an event that are one of their own. */
  async function apart(from, told) {
    const dialog = $('apart');
    fill(dialog);
    const items = told.map(([, title, sentence]) => make('li', {}, make('label', { className: 'check' }, make('input', { type: 'checkbox' }),
      make('span', {}, make('b', { dir: 'auto', textContent: title }), ' ', make('span', { dir: 'auto', textContent: sentence })))));
    dialog.querySelector('ul').replaceChildren(...items);
    if (!await ask(dialog)) return;
    const chosen = told.filter((_, at) => items[at].querySelector('input').checked);
    if (!chosen.length) return;
    const by = {};
    for (const [article, , sentence] of chosen) (by[article] ??= []).push(...(sentence ? [sentence] : []));
    await own(dialog, { from, told: by });
  }

  /** An event of the editor's own, as a form describes it. */
  const own = (dialog, more) => {
    const said = ['label', 'date', 'status'].map((name) => [name, field(dialog, name) && value(field(dialog, name))]);
    const given = Object.fromEntries(said.filter(([, now]) => now));
    return put(() => reader.own(overlay(), { ...given, ...more }, value(field(dialog, 'note')), today()));
  };

  async function add(open) {
    const articles = await answer(() => reader.articles());
    if (!articles) return;
    offer($('articles'), articles.map(({ id, title }) => [id, title]));
    const dialog = $('own');
    fill(dialog, { article: open });
    if (!await ask(dialog)) return;
    const article = value(field(dialog, 'article')), sentence = value(field(dialog, 'sentence'));
    await own(dialog, { own: true, ...(article ? { told: { [article]: sentence ? [sentence] : [] } } : {}) });
  }

  async function name(open) {
    const known = await answer(async () => [await reader.names(), open && await reader.article(open)]);
    if (!known) return;
    const [names, article] = known;
    offer($('names'), names.map(({ name, kind, articles }) => [name, `${kind}, ${articles.toLocaleString('en')} article${articles === 1 ? '' : 's'}`]));
    const dialog = $('name');
    const form = dialog.querySelector('form');
    fill(dialog);
    const how = () => new FormData(form).get('how');
    const note = field(dialog, 'note');
    const noted = (called, key) => names.find(({ name }) => name === called)?.notes[key];
    /** The note that is there already, for what the form would put right: whoever writes sees it. */
    const before = () => {
      const [called, other] = ['name', 'other'].map((name) => value(field(dialog, name)));
      const all = { same: () => noted(other, 'merge') || noted(called, 'merge'), apart: () => noted(other, 'split'), kind: () => noted(called, 'kind'), none: () => noted(called, 'ignore'), here: () => article?.notes.names };
      return all[how()]() || '';
    };
    let filled = '';
    const hint = () => {
      const known = names.find(({ name }) => name === value(field(dialog, 'name')));
      dialog.querySelector('[data-why]').textContent = known ? `Read as: ${known.kind}. Written ${known.spellings.join(', ')}` : '';
      const other = field(dialog, 'other'), kind = field(dialog, 'kind');
      other.required = ['same', 'apart'].includes(how());
      other.closest('label').hidden = !other.required && how() !== 'here';
      kind.closest('label').hidden = how() !== 'kind';
      if (note.value === filled) note.value = filled = before();
    };
    form.oninput = hint;
    form.querySelector('[value=here]').disabled = !open;
    hint();
    if (!await ask(dialog)) return;
    const [called, other, is, said] = ['name', 'other', 'kind', 'note'].map((name) => value(field(dialog, name)));
    const written = (key) => ({ notes: { [key]: said || null } });
    if (how() === 'kind') return correct('names', called, { kind: is, ...written('kind') });
    if (how() === 'here') return correct('articles', open, { names: { [called]: other }, ...written('names') });
    await put(() => reader.rename(overlay(), called, how(), other, said, today()));
  }

  /** That it was looked at and is right. */
  const check = (table, id) => correct(table, id, { checked: true });

  return { article, event, name, add, check };
}
