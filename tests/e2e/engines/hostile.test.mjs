// A corpus that was written to break the page, in every engine: nothing of it runs, nothing of it becomes an
// element, nothing of it spoils the layout, and it is shown as it is. And addresses of the same kind.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../harness.mjs';
import { articles } from './corpus.mjs';
import { inEveryEngine, PHONE, site } from './journeys.mjs';
import { PANE, soon } from './reader.mjs';
import { disorder } from './sane.mjs';

const copy = site(() => {
  const folder = process.env.DATELINE_HOSTILE;
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    throw new Error('no page of the hostile corpus: `cargo xtask test --only engines` builds it, or set DATELINE_HOSTILE to its folder');
  }
  return folder;
});
const usual = site(dist);

const CORPUS = articles();
const OUTLETS = [...new Set(CORPUS.map(({ outlet }) => outlet))];
/** What no markup can hold in any form is lost in pages that are markup. */
const markup = (text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}]/gu, '\ufffd');
/** What is no letter but an order to turn what follows is closed where its text ends, and may be added to. */
const unturned = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

inEveryEngine(copy, (journey, name) => {
  const sane = async (reader, what) => assert.deepEqual(await reader.run(disorder), [], what);

  /** Opens one after another in the explorer and compares what is read with its file. */
  const readAll = async (reader, some) => {
    for (const { name, title, author, outlet, paragraphs } of some) {
      await reader.go({ article: name, event: null });
      await soon(async () => assert.equal(unturned(await reader.run((pane) => document.querySelector(`${pane} h2`)?.textContent ?? '', PANE)), unturned(title), name));
      const said = await reader.run((pane) => {
        const one = document.querySelector(pane);
        const text = (selector) => one.querySelector(selector)?.textContent ?? null;
        return { author: text('.author'), kicker: text('.kicker'), body: [...one.querySelectorAll('.body p')].map((p) => p.textContent) };
      }, PANE);
      assert.deepEqual(said.body.map(unturned), paragraphs.map(unturned), name);
      assert.equal(unturned(said.kicker), unturned(outlet), name);
      assert.equal(unturned(said.author ?? ''), unturned(author ?? ''), name);
      await sane(reader, name);
    }
  };

  journey('every article is shown as it is', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.countsAgree();
    await sane(reader, 'the front page');
    await reader.show('list');
    await sane(reader, 'the list of articles');
    // One row is as high as a house: who scrolls past it all takes minutes. Each listed one is ours, and all are counted.
    const names = [...CORPUS.map(({ name }) => name), 'saved'];
    assert.equal((await reader.countsAgree()).articles, names.length);
    const listed = await reader.listed('article');
    assert.ok(listed.length > 3, `${listed}`);
    assert.deepEqual(listed.filter((name) => !names.includes(name)), []);
    await readAll(reader, CORPUS);
  });

  journey('every event is shown in the words of its articles', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await reader.show('timeline');
    const events = await reader.listedToTheEnd('event');
    assert.ok(events.length > 20, `${events.length} events`);
    const texts = CORPUS.flatMap(({ paragraphs }) => paragraphs);
    for (const event of events) {
      await reader.go({ event, article: null });
      const sentences = await soon(async () => {
        const found = await reader.run((pane) => [...document.querySelectorAll(`${pane} .sentence`)].map((one) => one.textContent), PANE);
        assert.ok(found.length > 0, event);
        return found;
      });
      for (const sentence of sentences) {
        assert.ok(texts.some((text) => text.includes(sentence)) || /saved page|doors were closed|be bold/.test(sentence), sentence.slice(0, 200));
      }
      await sane(reader, event);
    }
  });

  journey('every outlet and name is a filter of its own, and every search answers', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const { outlets, entities, articles: all } = await reader.facets();
    const names = outlets.map(([outlet]) => unturned(outlet));
    for (const outlet of OUTLETS) assert.ok(names.includes(unturned(outlet)), `${JSON.stringify(outlet)} is an outlet`);
    for (const [outlet, count] of outlets) {
      await reader.go({ outlet: [outlet] });
      await reader.stateIs('outlet', [outlet]);
      assert.equal((await reader.countsAgree()).articles, count, outlet);
      await sane(reader, outlet);
    }
    await reader.go({ outlet: [] });
    for (const [id, , count] of entities.filter(([, entity]) => /rot|\W/i.test(entity)).slice(0, 12)) {
      await reader.go({ with: [id], without: [] });
      await reader.stateIs('with', [id]);
      assert.equal((await reader.countsAgree()).articles, count, id);
    }
    await sane(reader, 'a name');
    await reader.go({ with: [] });
    for (const q of ['<script>', '__proto__', 'constructor', '"', '"<img src=x', '{{7*7}}', '${7*7}', '\u202e', '\u0000', 'Lärm'.repeat(2000), '*', '\\', '&lt;', 'x '.repeat(3000)]) {
      await reader.go({ q });
      await reader.countsAgree();
      await sane(reader, `the search for ${q.slice(0, 40)}`);
    }
    await reader.go({ q: '' });
    assert.equal((await reader.countsAgree()).articles, all);
  });

  journey('on a phone and in the comparison nothing is too wide', { size: PHONE }, async (reader, { served }) => {
    for (const view of ['timeline', 'list', 'compare']) {
      await reader.open(`${served.address}#/?view=${view}`);
      await reader.countsAgree();
      await sane(reader, view);
    }
    for (const article of ['giant', 'stack', 'crowd', 'directions', 'markup']) {
      await reader.open(`${served.address}#/?view=list&article=${article}`);
      await soon(async () => assert.ok(await reader.shows(`${PANE} h2`)));
      await sane(reader, article);
    }
  });

  journey('in the single file it is the same', { own: ['file:'] }, async (reader) => {
    await reader.open(pathToFileURL(join(copy.folder, 'dateline.html')).href);
    await reader.countsAgree();
    await readAll(reader, CORPUS.filter(({ name }) => ['markup', 'ends', 'entities', 'giant', '__proto__', 'templates'].includes(name)));
    await reader.go({ article: null, view: 'compare' });
    await sane(reader, 'the comparison');
  });

  journey('the pages without scripts show it as it is, and say it to machines', {}, async (reader, { served }) => {
    await reader.session.open(`${served.address}articles.html`);
    await sane(reader, 'articles.html');
    const links = await reader.run(() => [...document.querySelectorAll('.rows a')].map((one) => [one.href, one.textContent]));
    assert.equal(links.length, CORPUS.length + 1);
    const open = new Map(CORPUS.map((article) => [article.name, article]));
    for (const [href] of links) {
      await reader.session.open(href);
      const said = await reader.run(() => ({
        id: new URLSearchParams(new URL([...document.querySelectorAll('a')].find((one) => one.hash.includes('article=')).href).hash.slice(3)).get('article'),
        title: document.querySelector('h1').textContent, tab: document.title,
        body: [...document.querySelectorAll('.body p')].map((p) => p.textContent),
        data: JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent),
      }));
      await sane(reader, said.id);
      assert.equal(said.data['@type'], 'NewsArticle');
      if (said.id === 'saved') continue;
      const { title, author, outlet, paragraphs } = open.get(said.id);
      open.delete(said.id);
      assert.equal(unturned(said.title), unturned(markup(title)), said.id);
      assert.deepEqual(said.body.map(unturned), paragraphs.map((text) => unturned(markup(text))), said.id);
      assert.ok(unturned(title).startsWith(unturned(said.data.headline).replace(/…$/, '').trimEnd()), said.data.headline.slice(0, 200));
      assert.ok(JSON.stringify(said.data).length < 20_000, 'what is said to machines is no book');
      assert.equal(unturned(said.data.publisher?.name ?? ''), unturned(outlet), said.id);
      if (author) assert.equal(unturned(said.data.author.name), unturned(author), said.id);
    }
    assert.deepEqual([...open.keys()], [], 'every article has its page');
    await reader.session.open(`${served.address}events.html`);
    await sane(reader, 'events.html');
    for (const href of await reader.run(() => [...document.querySelectorAll('.rows a')].map((one) => one.href))) {
      await reader.session.open(href);
      await sane(reader, href);
    }
  });

  journey('the feed and the site map can be read, and hold nothing but texts', {}, async (reader, { served }) => {
    // A page whose policy knows no trusted types: in the explorer nobody may parse anything.
    await reader.session.open(`${served.address}articles.html`);
    const files = await Promise.all(['feed.xml', 'sitemap.xml'].map(async (name) => (await fetch(served.address + name)).text()));
    const read = await reader.run((...files) => {
      const [feed, map] = files.map((text) => new DOMParser().parseFromString(text, 'application/xml'));
      const names = (document) => [...new Set([...document.querySelectorAll('*')].map((one) => one.localName))];
      const contents = [...feed.querySelectorAll('content')].map((one) => one.textContent);
      return {
        feed: names(feed), map: names(map), contents, titles: [...feed.querySelectorAll('entry > title')].map((one) => one.textContent),
        links: [...feed.querySelectorAll('link')].map((one) => one.getAttribute('href')), places: [...map.querySelectorAll('loc')].map((one) => one.textContent),
      };
    }, ...files);
    assert.deepEqual(read.feed.sort(), ['author', 'content', 'entry', 'feed', 'generator', 'id', 'link', 'name', 'subtitle', 'summary', 'title', 'updated']);
    assert.deepEqual(read.map.sort(), ['loc', 'url', 'urlset']);
    assert.ok(read.titles.length > 20 && read.contents.length > 20);
    // Each content is a page's part once more: its tags are ours, the rest is text.
    for (const content of read.contents) assert.equal(content.replace(/<\/?(p|blockquote)( dir="auto")?>/g, '').search(/[<>]/), -1, content.slice(0, 300));
    for (const link of read.links) assert.match(link, /^(https:\/\/hostile\.example\/a&b\/)?[\w./-]+$/);
    for (const place of read.places) assert.match(place, /^https:\/\/hostile\.example\/a&b\/[\w./-]*$/);
  });

  journey('hostile addresses leave the page as it is', {}, async (reader, { served }) => {
    await reader.open(served.address);
    await attack(reader, name);
    await sane(reader, 'after all');
  });
});

inEveryEngine(usual, (journey, name) => {
  journey('hostile addresses leave the usual page as it is', {}, async (reader, { served }) => {
    await reader.open(served.address);
    const counts = await reader.countsAgree();
    await attack(reader, name);
    assert.deepEqual(await reader.countsAgree(), counts);
    const huge = `#/?view=compare&q=${'a'.repeat(100_000)}`;
    await reader.open(`${served.address}${huge}`);
    await soon(async () => assert.equal((await reader.state()).view, 'compare'));
    await reader.open(`${served.address}#/?view=list&with=${'nobody,'.repeat(14_000)}&article=nobody&from=yesterday`);
    assert.equal((await reader.state()).view, 'list');
    assert.deepEqual(await reader.countsAgree(), counts, 'what nobody knows is left out');
  });
});

/** Hundreds of addresses, made from a seed: random, cut, of wrong types, with ids of other corpora. */
async function attack(reader, seed) {
  await reader.run(async (seed) => {
    let state = [...seed].reduce((sum, letter) => sum * 31 + letter.codePointAt(0), 7) >>> 0;
    const random = (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 8) % below;
    };
    const pieces = ['#', '/', '?', '&', '=', ',', '%', '%2', '%zz', '%ff', '%00', '+', 'q', 'with', 'without', 'outlet', 'from', 'to', 'event', 'article', 'view', '2025-05-16',
      '9999-99-99', '-1', 'NaN', '[object Object]', 'null', 'list', '__proto__', 'constructor', 'toString', '\u202e', '\ud800', '<b>', '"', 'javascript:', 'a'.repeat(500), '%3Cscript%3E'];
    const known = '#/?view=list&with=sergey-lavrov&q=talks&from=2025-05-01&to=2025-06-30';
    for (let round = 0; round < 300; round += 1) {
      let hash = round % 3 === 0 ? known.slice(0, random(known.length)) : '#/?';
      while (round % 3 !== 0 && hash.length < 20 + round) hash += pieces[random(pieces.length)];
      location.hash = hash;
      if (round % 25 === 0) await new Promise((done) => setTimeout(done, 20));
    }
    location.hash = `#/?with=${'nobody,'.repeat(14_000)}`;
    await new Promise((done) => setTimeout(done, 50));
  }, seed);
  await soon(async () => assert.ok(['ready', 'empty'].includes(await reader.run(() => document.querySelector('#dateline').dataset.state))));
  await reader.run(() => { location.hash = '#/'; });
  await soon(async () => assert.deepEqual(await reader.state(), { article: null, event: null, from: null, outlet: [], q: '', to: null, view: 'story', years: null, with: [], without: [] }));
  await reader.ready();
}
