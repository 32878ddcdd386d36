// The three engines: how each one's driver and browser are started, and what to install where one is
// missing. Nothing is skipped: a missing engine is an error that says its package and its variable.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { ask, Session } from './webdriver.mjs';

const QUIET = { stdio: 'ignore' };
const CHROMIUM = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en-GB'];

/** By engine: the programs that it needs and what is asked of its driver. `width`: how it gets narrow. */
export const ENGINES = {
  chromium: {
    programs: {
      driver: { variable: 'CHROMEDRIVER', names: ['chromedriver'], from: 'the package chromium-driver' },
      browser: { variable: 'CHROMIUM', names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], from: 'the package chromium' },
    },
    start: (driver, port) => spawn(driver, [`--port=${port}`, '--log-level=OFF'], QUIET),
    capabilities: (binary) => ({ browserName: 'chrome', 'goog:chromeOptions': { binary, args: CHROMIUM } }),
    prepare: async (session, { dark, scripts }) => {
      await cdp(session, 'Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
      await cdp(session, 'Emulation.setScriptExecutionDisabled', { value: !scripts });
    },
  },
  firefox: {
    programs: {
      driver: { variable: 'GECKODRIVER', names: ['geckodriver'], from: 'crates.io (`cargo install geckodriver`; `cargo xtask test` does it)' },
      browser: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], from: 'the package firefox-esr' },
    },
    start: (driver, port) => spawn(driver, ['--port', String(port), '--log', 'fatal'], QUIET),
    capabilities: (binary, { dark, scripts }) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary, args: ['-headless'],
        prefs: {
          'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1, 'javascript.enabled': scripts,
          'intl.accept_languages': 'en-GB', 'browser.cache.disk.enable': false,
        },
      },
    }),
  },
  webkit: {
    programs: {
      driver: { variable: 'WEBKIT_DRIVER', names: ['WebKitWebDriver'], from: 'the package webkit2gtk-driver' },
      browser: { variable: 'WEBKIT_BROWSER', names: ['MiniBrowser'], from: 'the package webkit2gtk-driver' },
    },
    screen: { variable: 'XVFB', names: ['Xvfb'], from: 'the package xvfb' },
    start: (driver, port, env) => spawn(driver, [`--port=${port}`], { ...QUIET, env }),
    capabilities: (binary, { scripts }) => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation', ...(scripts ? [] : ['--enable-javascript=false'])] },
    }),
  },
};

/**
 * Starts an engine with its driver. `options`: `dark`, whether the reader's system is dark, and `scripts`.
 * What is given back can be closed, which ends all that was started.
 */
export async function launch(name, { dark = false, scripts = true } = {}) {
  const engine = ENGINES[name];
  const [driver, browser] = [found(name, engine.programs.driver), found(name, engine.programs.browser)];
  const started = [];
  const stop = async () => {
    for (const child of started.reverse()) await ended(child);
  };
  try {
    const env = { ...process.env, GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita', LANG: 'C.UTF-8' };
    if (engine.screen && !process.env.DISPLAY) {
      const screen = await ownScreen(found(name, engine.screen));
      started.push(screen.child);
      env.DISPLAY = screen.display;
      delete env.WAYLAND_DISPLAY;
    }
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    started.push(engine.start(driver, port, env));
    await answers(name, address, started.at(-1));
    const session = await Session.start(address, engine.capabilities(browser, { dark, scripts }));
    await engine.prepare?.(session, { dark, scripts });
    return { name, session, close: async () => {
      await session.end().catch(() => {});
      await stop();
    } };
  } catch (error) {
    await stop();
    throw error;
  }
}

function cdp(session, cmd, params) {
  return session.send('goog/cdp/execute', { cmd, params });
}

/** A program by its variable, or on PATH, or where Debian keeps MiniBrowser. */
function found(engine, { variable, names, from }) {
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${engine}: ${variable} names no program: ${named}`);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...libraries()];
  const file = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
  if (file) return file;
  throw new Error(`${engine}: ${names[0]} is missing. Install it from ${from}, or set ${variable} to its program`);
}

/** Programs of the library's own lie beside it, in a folder by the machine's kind. */
function libraries() {
  const inside = (folder, pattern) => (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => pattern.test(name)).map((name) => join(folder, name));
  return ['/usr/lib', '/usr/libexec'].flatMap((folder) => [folder, ...inside(folder, /-linux-gnu$/)])
    .flatMap((folder) => inside(folder, /^webkit2?gtk-/)).sort().reverse();
}

/** A screen that nobody sees; the server finds a free number for it and tells it. */
async function ownScreen(program) {
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((done, refused) => {
    let said = '';
    child.stdio[3].on('data', (more) => {
      said += more;
      if (said.includes('\n')) done(said.trim());
    });
    child.once('error', refused);
    child.once('exit', (code) => refused(new Error(`Xvfb ended with ${code}`)));
  });
  return { child, display: `:${number}` };
}

async function answers(name, address, child) {
  const end = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name}: the driver ended with ${child.exitCode}`);
    const ready = await ask(address, 'GET', '/status', undefined, 5_000).then((status) => status.ready, () => false);
    if (ready) return;
    if (Date.now() > end) throw new Error(`${name}: the driver does not answer`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Ends a program that we started and waits until it is gone. */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}
