// The looks that an embedding page may choose. A value that is no good is refused with a warning and
// the explorer keeps its own.

/** Text in the accent's colour is small: it must stand off the paper as the rest of the text does. */
const CONTRAST = 7;

/**
 * Dresses an explorer: `root` is its element, `ground` the element that has the tokens.
 * `look` may have theme, accent and chrome, as the address or the attributes say them.
 */
export const dress = (root, ground, look) => {
  const choice = (name, values) => {
    const value = look[name];
    if (value === undefined || values.includes(value)) return value;
    warn(`${name} is one of ${values.join(', ')}`, value);
    return undefined;
  };
  const theme = choice('theme', ['auto', 'light', 'dark']);
  if (theme && theme !== 'auto') ground.style.colorScheme = theme;
  const chrome = choice('chrome', ['full', 'compact', 'timeline']);
  if (chrome) root.dataset.chrome = chrome;
  if (look.accent !== undefined) {
    const colour = parse(look.accent);
    const papers = getComputedStyle(ground).getPropertyValue('--paper').match(/#[0-9a-f]{6}/gi);
    if (!colour) warn('accent is no opaque colour', look.accent);
    else if (papers?.length === 2) {
      const [light, dark] = papers.map((paper) => hex(readable(colour, parse(paper))));
      ground.style.setProperty('--accent', `light-dark(${light}, ${dark})`);
    }
  }
};

/** The days that `window=2025-05-01/2025-06-30` names. */
export const days = (text) => {
  const found = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(text);
  if (!found && text !== undefined) warn('window is two days, 2025-05-01/2025-06-30', text);
  return found?.slice(1);
};

const warn = (what, value) => console.warn(`dateline: ${what}; got "${String(value).slice(0, 80)}"`);

/** Red, green and blue of any opaque colour that CSS knows; `9a2f19` is `#9a2f19`, since an address ends at `#`. */
export const parse = (text) => {
  const canvas = document.createElement('canvas').getContext('2d');
  const colour = /^([\da-f]{3}|[\da-f]{6})$/i.test(text) ? `#${text}` : String(text);
  // What is no colour leaves the one that was there.
  const [one, other] = ['#000000', '#ffffff'].map((before) => {
    canvas.fillStyle = before;
    canvas.fillStyle = colour;
    return canvas.fillStyle;
  });
  if (one !== other || !/^#[\da-f]{6}$/.test(one)) return null;
  return [1, 3, 5].map((at) => parseInt(one.slice(at, at + 2), 16));
};

const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** WCAG's relative luminance. */
const luminance = (colour) => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

export const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** The colour, mixed with black or white just as far as it takes to be read on `paper`. */
export const readable = (colour, paper) => {
  const end = luminance(paper) > 0.18 ? 0 : 255;
  for (let step = 0; ; step += 1) {
    const mixed = colour.map((part) => Math.round(part + (end - part) * step / 40));
    if (step === 40 || contrast(mixed, paper) >= CONTRAST) return mixed;
  }
};
