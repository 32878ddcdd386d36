#!/usr/bin/env node
// `dateline` where no binary is wanted: reads and makes a site as the studio does, from a folder into a folder.
// What it writes, and what it takes away, is as the command does it (crates/cli/src/output.rs).
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Files, initSync, Studio } from 'glue';

const USAGE = `Usage: dateline build [FOLDER] [--out DIR | --one-file FILE] [--url URL]
       dateline --version

build     the whole site, into DIR (dist when none is named), or the explorer as one FILE

FOLDER    the articles, with the corrections in its dateline.toml; articles when none is named
--url     where the site will stand; else [site] url of dateline.toml`;

const LIST = '.dateline-files';

class Wrong extends Error {}

/** The files below a folder, by their names from there. Names that begin with a dot are passed over. */
function below(folder, above = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const [path, name] = [join(folder, entry.name), `${above}${entry.name}`];
    if (entry.isDirectory()) return below(path, `${name}/`);
    const size = entry.isFile() ? statSync(path).size : undefined;
    // The command follows links; a page has none to follow.
    if (size === undefined) {
      process.stderr.write(`warning: ${name}: is no regular file and passed over\n`);
      return [];
    }
    return [[name, size]];
  });
}

function parse(words) {
  const asked = { folder: 'articles', out: 'dist' };
  const [command, ...rest] = words;
  if (command === '--version') return { version: true };
  if (command === undefined || ['help', '-h', '--help'].includes(command)) return { help: true };
  if (command !== 'build') throw new Wrong(`"${command}" is no command; build was expected`);
  const folders = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [flag, given] = word.startsWith('--') ? word.split(/=(.*)/s) : [word];
    if (flag === '--help') return { help: true };
    if (['--out', '--one-file', '--url'].includes(flag)) {
      const value = given ?? rest.shift();
      if (value === undefined) throw new Wrong(`${flag} wants a value`);
      asked[flag.slice(2)] = value;
    } else if (flag.startsWith('-')) throw new Wrong(`"${flag}" is no option`);
    else folders.push(word);
  }
  if (folders.length > 1) throw new Wrong('one folder was expected');
  return { ...asked, folder: folders[0] ?? asked.folder };
}

/** Reads a folder, and gives the studio that has joined it. */
function read(folder) {
  const place = fileURLToPath(new URL('shell/', import.meta.url));
  initSync({ module: readFileSync(join(place, 'studio/program.wasm')) });
  const shell = new Files();
  for (const [name] of below(place)) shell.add(name, readFileSync(join(place, name)));
  let panic;
  const studio = Studio.of(shell, () => {}, (details) => { panic = details; });
  try {
    for (const [name, beside] of JSON.parse(studio.list(JSON.stringify(below(folder))))) {
      const bytes = (name) => readFileSync(join(folder, name));
      try {
        studio.read(name, bytes(name), beside === null ? undefined : bytes(beside));
      } catch (error) {
        if (panic) throw error;
        studio.refuse(name, error.message);
      }
    }
    const overlay = join(folder, 'dateline.toml');
    const { skipped, doubts, problems } = JSON.parse(studio.join(existsSync(overlay) ? readFileSync(overlay, 'utf8') : ''));
    for (const warning of [...skipped, ...doubts]) process.stderr.write(`warning: ${warning}\n`);
    if (problems.length) throw new Wrong(problems.join('\n'));
    return studio;
  } catch (error) {
    throw panic ? new Error(panic) : error;
  }
}

/** A place to write must not lie where it would be read. */
function apart(goal, folder) {
  const read = realpathSync(folder) + sep;
  if (`${resolve(goal)}${sep}`.startsWith(read)) {
    throw new Wrong(`${goal} lies in ${folder}, whose files are read as articles; a place outside of it was expected`);
  }
}

/** What an earlier build wrote. A folder with something else in it is nobody's to write to. */
function earlier(out) {
  const list = join(out, LIST);
  // A list that somebody changed must not lead out of the folder.
  const inside = (path) => path.split('/').every((part) => /^[\w.-]+$/.test(part) && !/^\.*$/.test(part));
  if (existsSync(list)) return readFileSync(list, 'utf8').split('\n').filter(inside);
  if (existsSync(out) && readdirSync(out).length) {
    throw new Wrong(`${out}: an empty folder was expected, or one with an earlier build and its list ${LIST}`);
  }
  return [];
}

function write(out, site) {
  const before = earlier(out), now = new Set();
  let written = 0;
  const put = (path, bytes) => {
    const file = join(out, path);
    if (existsSync(file) && readFileSync(file).equals(bytes)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    written += 1;
  };
  for (let at = 0; at < site.count(); at++) now.add(site.path(at));
  const list = (paths) => Buffer.from([...paths].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))).map((path) => `${path}\n`).join(''));
  // A build that is interrupted leaves a list of all that may be there.
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, LIST), list(new Set([...before, ...now])));
  for (let at = 0; at < site.count(); at++) put(site.path(at), Buffer.from(site.bytes(at)));
  for (const path of before.filter((path) => !now.has(path))) {
    rmSync(join(out, path), { force: true });
    if (path.includes('/')) try { rmdirSync(join(out, dirname(path))); } catch { /* something else is in it */ }
  }
  writeFileSync(join(out, LIST), list(now));
  return `${now.size} files: ${written} written, in ${out}`;
}

function build({ folder, out, 'one-file': oneFile, url }) {
  if (!existsSync(folder)) throw new Wrong(`${folder}: there is no such folder`);
  apart(oneFile ?? out, folder);
  const studio = read(folder);
  if (oneFile === undefined) return write(out, studio.build(url));
  if (existsSync(oneFile) && !readFileSync(oneFile, 'utf8').includes('<script data-alone>')) {
    throw new Wrong(`${oneFile}: has something else in it; a new file was expected, or an earlier page`);
  }
  mkdirSync(dirname(resolve(oneFile)), { recursive: true });
  writeFileSync(oneFile, studio.page());
  return `1 file, as ${oneFile}`;
}

try {
  const asked = parse(process.argv.slice(2));
  if (asked.help) console.log(USAGE);
  else if (asked.version) console.log(`dateline ${VERSION}`);
  else console.log(build(asked));
} catch (error) {
  console.error(`dateline: ${error.message}${error instanceof Wrong ? `\n\n${USAGE}` : ''}`);
  process.exitCode = 2;
}
