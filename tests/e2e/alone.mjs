// The single file with another program or corpus in it: states that five good seeds never lead to, without
// a second build. The file names no hash of its program, so that it may be changed.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { dist, stay } from './harness.mjs';

/** One journey over the single file, with `change` done to the program's bytes. */
export function alone(name, change, act) {
  test(name, { timeout: 90_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-access-'));
    try {
      const page = await readFile(join(dist(), 'dateline.html'), 'utf8');
      const file = join(folder, 'dateline.html');
      await writeFile(file, page.replace(/(<script id=["']?program[^>]*>)([^<]*)/, (_, tag, packed) => {
        const program = inflateSync(Buffer.from(packed, 'base64'));
        change(program);
        return tag + deflateSync(program).toString('base64');
      }));
      const address = pathToFileURL(file).href;
      await stay({ origin: 'file://', address }, {}, async (reader) => {
        await reader.page.goto(address);
        await act(reader.page, reader);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

/** The bytes of the corpus in the program, its own section: see the drawing in `crates/model/src/codec.rs`. */
export const corpus = (program) => {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(program), 'dateline-corpus');
  const at = program.indexOf(Buffer.from(section));
  return program.subarray(at, at + section.byteLength);
};
