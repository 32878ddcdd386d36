// An engine that is not there fails the suite, in words that help.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINES, launch } from './engines.mjs';

/** Launches with other variables than those of this run. */
async function launchWith(name, variables) {
  const before = { ...process.env };
  for (const [variable, value] of Object.entries(variables)) process.env[variable] = value;
  try {
    return await launch(name);
  } finally {
    for (const variable of Object.keys(variables)) {
      if (before[variable] === undefined) delete process.env[variable];
      else process.env[variable] = before[variable];
    }
  }
}

for (const [name, { programs, screen }] of Object.entries(ENGINES)) {
  const all = [...Object.values(programs), ...(screen && !process.env.DISPLAY ? [screen] : [])];
  for (const { variable, from } of all) {
    test(`${name} without what ${variable} names fails`, async () => {
      await assert.rejects(launchWith(name, { [variable]: '/no/such/program' }), new RegExp(`^Error: ${name}: ${variable} names no program`));
    });
  }
}

test('what is on no PATH is asked for by its package and its variable', async () => {
  const nobody = Object.fromEntries(Object.values(ENGINES.chromium.programs).map(({ variable }) => [variable, '']));
  await assert.rejects(launchWith('chromium', { ...nobody, PATH: '/no/such/folder' }), /chromedriver is missing.*chromium-driver.*CHROMEDRIVER/);
  await assert.rejects(launchWith('firefox', { GECKODRIVER: process.execPath, FIREFOX: '', PATH: '/no/such/folder' }), /firefox-esr is missing.*firefox-esr.*FIREFOX/);
  await assert.rejects(launchWith('webkit', { WEBKIT_DRIVER: '', PATH: '/no/such/folder' }), /WebKitWebDriver is missing.*webkit2gtk-driver.*WEBKIT_DRIVER/);
});
