// The studio in every engine, from a site and from the disk: articles are dropped, read, put right, undone and
// saved; the saved page shows what was put right and why. And articles that were written to break it.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { articles } from './corpus.mjs';
import { inEveryEngine, site } from './journeys.mjs';
import { PANE, Reader, soon } from './reader.mjs';

const copy = site();
const SEEDS = fileURLToPath(new URL('../../../seeds/', import.meta.url));
/** What the page of the hostile corpus was made of. */
const HOSTILE = join(process.env.DATELINE_HOSTILE ?? '', '../seeds');

/** The files of a folder, as they are dropped. */
const folder = async (root) => {
  const names = (await readdir(root)).filter((name) => !name.startsWith('.'));
  return Promise.all(names.map(async (name) => ({ name, bytes: (await readFile(join(root, name))).toString('base64') })));
};
const text = (name, words) => ({ name, bytes: Buffer.from(words).toString('base64') });

/** Runs in the page: drops files. */
const drop = (files) => {
  const data = new DataTransfer();
  for (const { name, bytes } of files) {
    data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { lastModified: 1 }));
  }
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
};

/** Runs in the page: from now on what is saved is kept instead, for `saved`. */
const keepSaved = () => {
  const make = URL.createObjectURL;
  window.__blobs = new Map();
  URL.createObjectURL = (blob) => {
    const address = make.call(URL, blob);
    window.__blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function click() {
    if (this.download) window.__saved = { name: this.download, blob: window.__blobs.get(this.href) };
  };
};
const saved = async () => {
  const { name, blob } = window.__saved ?? {};
  if (!blob) return null;
  window.__saved = undefined;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += 32768) letters += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return { name, bytes: btoa(letters) };
};

class Studio {
  constructor(reader) {
    this.reader = reader;
  }

  async open(address) {
    await this.reader.session.open(address);
    await this.reader.run(keepSaved);
  }

  async drop(files, counts) {
    await this.making(() => this.reader.run(drop, files));
    await this.shows(counts);
  }

  shows(counts) {
    return soon(async () => {
      const [said] = await this.reader.texts('#counts');
      assert.match(said ?? (await this.reader.texts('#failed')).join(), counts);
      assert.equal(await this.reader.run(() => document.body.ariaBusy), 'false', 'is done');
    });
  }

  /** Does something in the page that is shown. */
  async inside(act) {
    const frame = await this.reader.find('#made iframe');
    await this.reader.session.enter(frame);
    try {
      await this.reader.ready();
      return await act(this.reader);
    } finally {
      await this.reader.session.enter(null);
    }
  }

  /** Waits until what `act` sets off has been read and made: until then the page that is shown is the old one. */
  async making(act) {
    const pages = () => this.reader.run(() => [Number(document.body.dataset.made ?? 0), document.body.ariaBusy]);
    const [before] = await pages();
    await act();
    await soon(async () => {
      const [now, busy] = await pages();
      assert.ok(now > before && busy === 'false', `${now} pages were made`);
    });
  }

  /** Presses a button, and waits for what comes of it. */
  press(name, within) {
    return this.making(() => this.reader.button(name, within));
  }

  titleIs(expected) {
    return this.inside((reader) => soon(async () =>
      assert.equal(await reader.run((pane) => document.querySelector(`${pane} h2`)?.textContent, PANE), expected)));
  }

  async save(name) {
    await this.reader.button(name);
    const file = await soon(async () => {
      const file = await this.reader.run(saved);
      assert.ok(file, 'a file is saved');
      return file;
    });
    return { name: file.name, bytes: Buffer.from(file.bytes, 'base64') };
  }
}

inEveryEngine(copy, (journey) => {
  const disk = (name) => pathToFileURL(join(copy.folder, name)).href;

  for (const [from, address, own] of [['a site', ({ served }) => `${served.address}studio.html`, []], ['the disk', () => disk('studio.html'), ['file:']]]) {
    journey(`from ${from}: dropped, put right, undone, saved, opened, added to`, { own: ['file:', 'blob:', ...own] }, async (reader, place) => {
      const studio = new Studio(reader);
      await studio.open(address(place));
      await studio.drop(await folder(SEEDS), /: 5 articles, \d+ events$/);
      const built = await readFile(join(copy.folder, 'dateline.html'), 'utf8');
      const plain = await studio.save(/^Save as one file$/);
      assert.equal(plain.name, 'dateline.html');
      // The copy of the site has a watching script, which the saved page has not.
      assert.equal(plain.bytes.toString(), built.replace(/<script>\(function watch[\s\S]*?<\/script>/, ''), 'as the build makes it');

      const [id, title] = await studio.inside(async () => {
        const [id] = (await reader.run(() => window.dateline.search('talks'))).ids;
        await reader.go({ article: id });
        await reader.stateIs('article', id);
        return [id, await reader.run((pane) => document.querySelector(`${pane} h2`).textContent, PANE)];
      });
      await reader.button(/^Correct this article$/);
      await reader.find('dialog[open] input[name="title"]');
      await reader.run(() => {
        document.querySelector('dialog input[name="title"]').value = 'Put right by hand';
        document.querySelector('dialog input[name="date"]').value = '2025-06-03';
      });
      await studio.press(/^Save$/, '#article');
      await studio.titleIs('Put right by hand');
      await studio.press(/^Undo$/);
      await studio.titleIs(title);
      await studio.press(/^Redo$/);
      await studio.titleIs('Put right by hand');

      const overlay = await reader.run(() => document.querySelector('#overlay').value);
      assert.match(overlay, new RegExp(`\\[articles\\."?${id}"?\\]`));
      await studio.drop([text('harbour.txt', 'Harbour opens again\n\nThe Port Post, 5 June 2025\n\nThe harbour was opened on Wednesday by the mayor, who thanked the divers for two years of patient work on it.\n')], /: 6 articles/);
      await studio.titleIs('Put right by hand');
      const file = join(copy.folder, 'saved by hand.html');
      await writeFile(file, (await studio.save(/^Save as one file$/)).bytes);

      await reader.open(`${pathToFileURL(file).href}#/?article=${id}`);
      assert.equal(await reader.run((pane) => document.querySelector(`${pane} h2`).textContent, PANE), 'Put right by hand');
      assert.match(await reader.run((pane) => document.querySelector(pane).textContent, PANE), /3 June 2025/);
      assert.match(await reader.run((pane) => document.querySelector(pane).textContent, PANE), /corrected/i);
      assert.equal((await reader.facets()).articles, 6);
    });
  }

  journey('an event is worded anew and a name renamed, and both say that an editor did it', {}, async (reader, { served }) => {
    const studio = new Studio(reader);
    await studio.open(`${served.address}studio.html`);
    await studio.drop(await folder(SEEDS), /: 5 articles/);
    const event = await studio.inside(async () => {
      const [event] = await reader.listed('event');
      await reader.go({ event });
      await reader.stateIs('event', event);
      return event;
    });
    await reader.button(/^Correct this event$/);
    await reader.find('#event[open] input[name="label"]');
    await reader.run(() => {
      document.querySelector('#event input[name="label"]').value = 'The talks, in an editor’s words';
      document.querySelector('#event input[name="note label"]').value = 'Two of five say so.';
    });
    await studio.press(/^Save$/, '#event');
    await studio.titleIs('The talks, in an editor’s words');
    await studio.inside(async () => {
      await reader.button(/^why this date\?$/, PANE);
      await soon(async () => {
        const pane = await reader.run((pane) => document.querySelector(pane).textContent, PANE);
        assert.match(pane, /The title is worded by the editor; the tellings gave/);
        assert.match(pane, /Two of five say so\.[^]*The editor's note on the words for it, of \w+day \d+ \w+ \d{4}\./);
      });
    });

    await reader.button(/^Correct a name$/);
    await reader.find('#name[open] input[name="name"]');
    await reader.run(() => {
      document.querySelector('#name input[name="name"]').value = 'Sergey Lavrov';
      document.querySelector('#name input[name="other"]').value = 'Minister Lavrov';
    });
    await studio.press(/^Save$/, '#name');
    const names = await studio.inside(async () => (await reader.facets()).entities.map(([, name]) => name));
    assert.ok(names.includes('Minister Lavrov') && !names.includes('Sergey Lavrov'), names.join());
    const overlay = await reader.run(() => document.querySelector('#overlay').value);
    assert.ok(overlay.includes(`[events.${event}]`) && overlay.includes('"Minister Lavrov" = ["Sergey Lavrov"]'), overlay);
  });

  journey('what was written to break it runs nothing, and what cannot be read is named', { own: ['blob:', 'file:'] }, async (reader, { served }) => {
    const studio = new Studio(reader);
    await studio.open(`${served.address}studio.html`);
    const count = articles().length + 1;
    await studio.drop([...await folder(HOSTILE), text('f.pdf', '%PDF'), text('broken.zip', 'PK and no more')], new RegExp(`${count} articles`));
    const named = await reader.run(() => document.querySelector('#skipped ul').textContent);
    assert.ok(named.includes('f.pdf') && named.includes('broken.zip'), named);
    await studio.inside(async () => {
      const { articles } = await reader.facets();
      assert.equal(articles, count);
    });
    const requests = served.requests.filter((path) => !path.endsWith('/studio.html') && path !== '/favicon.ico');
    assert.deepEqual(requests, [], 'nothing else is asked for');
    const file = join(copy.folder, 'hostile by hand.html');
    await writeFile(file, (await studio.save(/^Save as one file$/)).bytes);
    await reader.open(pathToFileURL(file).href);
    assert.equal((await reader.facets()).articles, count);
  });

  journey('a broken correction is said with its line, and nothing is lost with it', {}, async (reader, { served }) => {
    const studio = new Studio(reader);
    await studio.open(`${served.address}studio.html`);
    await studio.drop(await folder(SEEDS), /: 5 articles/);
    await reader.click('#corrections summary');
    await reader.run(() => { document.querySelector('#overlay').value = 'title = "A"\ndate = 3\n'; });
    await reader.button(/^Apply$/);
    await soon(async () => assert.match((await reader.texts('#failed')).join(), /dateline\.toml:2: .*date/));
    await studio.shows(/: 5 articles/);
    await reader.run(() => { document.querySelector('#overlay').value = 'title = "Another title"\n'; });
    await reader.button(/^Apply$/);
    await studio.shows(/^Another title: 5 articles/);
    assert.deepEqual(await reader.texts('#failed'), []);
  });
});
