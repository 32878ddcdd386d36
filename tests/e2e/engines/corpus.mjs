// The hostile corpus: the files of tests/hostile/ and what is too large, or too oddly named, to lie there.
// Called as `node corpus.mjs FOLDER` it writes the seeds folder that `cargo xtask dist --seeds` builds from.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const STORED = fileURLToPath(new URL('../../hostile', import.meta.url));

/** A title of one megabyte, without a place where a line could end. */
export const LONG = '<b>Talks</b>'.padEnd(1_000_000, 'Lärm');

/** A thousand people, each with a name of their own. */
const people = Array.from({ length: 1000 }, (_, at) => {
  const syllables = ['Ba', 'de', 'ki', 'lo', 'mu', 'na', 're', 'si', 'to', 'vu'];
  const word = [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100)].map((digit) => syllables[digit].toLowerCase()).join('');
  return `Ivan ${word[0].toUpperCase()}${word.slice(1)}rov`;
});
const CROWD = `On 14 June 2025 ${people.slice(0, -1).join(', ')} and ${people.at(-1)} met Sergey Lavrov in Ankara.`;

/** Names of files that an address, a shell or a page could take for something else. */
const NAMES = ['a&b "c" <d>\'', 'x..%2f..%2fetc', '100%', 'query?x=1#hash', ' space ', 'ümlaut\u202e', 'CON', '-'];

const GENERATED = [
  { name: 'giant', meta: { title: LONG, outlet: 'Giant', author: null, date: '2025-06-14' }, text: 'Lavrov said in Ankara on 14 June 2025 that a title can be too long.' },
  { name: 'crowd', meta: { title: 'A thousand guests at the talks', outlet: 'Crowd', author: null, date: '2025-06-14' }, text: CROWD },
  ...NAMES.map((name, at) => ({
    name, meta: { title: `Named ${name} in the talks`, outlet: `Names ${name}`, author: null, date: '2025-06-15' },
    text: `Hakan Fidan said in Istanbul on 15 June 2025 that file number ${at} has an odd name.`,
  })),
];

/** Where a word may break nothing is seen, and nothing is read. */
const unbroken = (text) => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');

/** What every article of the corpus says, as its files say it. `saved.html` is markup and has no such text. */
export function articles() {
  const stored = readdirSync(STORED).filter((name) => name.endsWith('.txt')).map((file) => {
    const name = file.slice(0, -4);
    const read = (ending) => readFileSync(join(STORED, name + ending), 'utf8');
    return { name, meta: JSON.parse(read('.meta.json')), text: read('.txt').trimEnd() };
  });
  return [...stored, ...GENERATED].map(({ name, meta, text }) => ({ name, ...meta, paragraphs: unbroken(text).split('\n\n') }));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2]);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(STORED, folder, { recursive: true });
  for (const { name, meta, text } of GENERATED) {
    writeFileSync(join(folder, `${name}.txt`), `${text}\n`);
    writeFileSync(join(folder, `${name}.meta.json`), JSON.stringify(meta));
  }
}
