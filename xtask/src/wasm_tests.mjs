// Runs a crate's own unit tests, built for wasm32-unknown-unknown, in Node: `node wasm_tests.mjs FILE.wasm`.
//
// The test harness of the standard library runs there as it is. It can print nothing, and a failing test
// ends as a trap, whose stack names the test.

import { readFileSync } from "node:fs";

const file = process.argv[2];
const module = new WebAssembly.Module(readFileSync(file));
const wanted = WebAssembly.Module.imports(module);
if (wanted.length > 0) {
  const names = wanted.map(({ module, name }) => `${module}.${name}`).join(", ");
  console.error(`${file}: tests of a pure crate need nothing from outside, these want ${names}`);
  process.exit(1);
}
Error.stackTraceLimit = 60;
const { exports } = new WebAssembly.Instance(module, {});
try {
  const code = exports.main(0, 0);
  if (code !== 0) {
    console.error(`${file}: the tests ended with ${code}`);
    process.exit(1);
  }
  console.log("all unit tests passed in WebAssembly");
} catch (error) {
  console.error(`${file}: a test failed; the stack names it\n${error.stack}`);
  process.exit(1);
}
