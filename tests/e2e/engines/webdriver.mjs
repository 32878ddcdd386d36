// A client of W3C WebDriver: JSON over HTTP, as chromedriver, geckodriver and WebKitWebDriver all speak
// it. Ours instead of selenium-webdriver: the journeys need twenty commands, which are these lines, and a
// package would bring thirty more, its own search for browsers and its own waiting. Classic WebDriver
// and not BiDi, since WebKitGTK's driver has next to nothing of BiDi.

/** The name of an element in WebDriver's JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** What a driver refused, with WebDriver's own word for it in `code`. */
export class DriverError extends Error {
  constructor(command, { error, message }) {
    super(`${command}: ${error}: ${String(message).split('\n')[0]}`);
    this.code = error;
  }
}

/** Asks a driver at `address`; a driver that does not answer within `patience` is an error. */
export async function ask(address, method, path, body, patience = 200_000) {
  const response = await fetch(address + path, {
    method, body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined, signal: AbortSignal.timeout(patience),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
  const { value } = await response.json();
  if (!response.ok) throw new DriverError(`${method} ${path.replace(/\/session\/[^/]+/, '')}`, value);
  return value;
}

/** One browser that is driven. Functions that are run in it see nothing of this file. */
export class Session {
  constructor(address, id) {
    this.address = address;
    this.path = `/session/${id}`;
  }

  static async start(address, capabilities) {
    const { sessionId } = await ask(address, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const session = new Session(address, sessionId);
    await session.send('timeouts', { script: 120_000, pageLoad: 180_000, implicit: 0 });
    return session;
  }

  send(command, body) {
    return ask(this.address, 'POST', `${this.path}/${command}`, body);
  }

  get(command) {
    return ask(this.address, 'GET', `${this.path}/${command}`);
  }

  end() {
    return ask(this.address, 'DELETE', this.path);
  }

  /** What `act` gives for `args` in the page, waited for when it is a promise. */
  run(act, ...args) {
    return this.send('execute/async', { script: SCRIPT.replace('ACT', () => String(act)), args }).then((answer) => {
      if (answer.failed !== undefined) throw new Error(`in the page: ${answer.failed}`);
      return answer.value ?? undefined;
    });
  }

  open(url) {
    return this.send('url', { url });
  }

  click(element) {
    return this.send(`element/${element[ELEMENT]}/click`);
  }

  text(element) {
    return this.get(`element/${element[ELEMENT]}/text`);
  }

  attribute(element, name) {
    return this.get(`element/${element[ELEMENT]}/attribute/${name}`);
  }

  isShown(element) {
    return this.get(`element/${element[ELEMENT]}/displayed`);
  }

  type(element, text) {
    return this.send(`element/${element[ELEMENT]}/value`, { text });
  }

  /** Presses and lets go one key after another; a key is a character or one of `KEYS`. */
  async press(...keys) {
    const actions = keys.flatMap((key) => [{ type: 'keyDown', value: KEYS[key] ?? key }, { type: 'keyUp', value: KEYS[key] ?? key }]);
    await this.send('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses a key while another is held. */
  async chord(held, key) {
    const actions = [{ type: 'keyDown', value: KEYS[held] ?? held }, { type: 'keyDown', value: key }, { type: 'keyUp', value: key }, { type: 'keyUp', value: KEYS[held] ?? held }];
    await this.send('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Drags the mouse over these points of the page, from the first to the last. */
  async drag([first, ...points]) {
    const move = ([x, y], duration) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration, origin: 'viewport' });
    const actions = [move(first, 0), { type: 'pointerDown', button: 0 }, ...points.map((point) => move(point, 60)), { type: 'pointerUp', button: 0 }];
    await this.send('actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  /** Goes into a frame by its element, or with `null` to the page around all. */
  enter(frame) {
    return this.send('frame', { id: frame });
  }

  resize(width, height) {
    return this.send('window/rect', { width, height, x: 0, y: 0 });
  }
}

export const KEYS = {
  Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Space: ' ', Home: '\uE011', End: '\uE010',
  Control: '\uE009', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

/** Errors come back as words: drivers differ in what they make of a promise that is refused. */
const SCRIPT = `const done = arguments[arguments.length - 1], args = Array.prototype.slice.call(arguments, 0, -1);
Promise.resolve().then(() => (ACT)(...args)).then(
  (value) => done({ value }), (error) => done({ failed: String(error && error.stack || error) }));`;
