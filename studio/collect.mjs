// What was dropped: files as they are, folders with all that is in them. A folder's files are named below it, as
// the command names them; of several that are dropped together each keeps its name, so that none hides another.

/** No folder of articles is deeper: what is, leads into itself. */
const DEEPEST = 40;

/**
 * What was dropped, `[{ name, file, packed }]`, and what of it cannot be read, `{ name, why }`. What browsers hand
 * over is asked for at once: later it is gone.
 */
export async function collect({ items, files }) {
  const dropped = [...items].map((item) => [item.webkitGetAsEntry?.(), item.getAsFile()]);
  if (!dropped.length) return [...files].map(single);
  const found = [];
  for (const [entry, file] of dropped) {
    if (entry?.isDirectory) await folder(entry, dropped.length > 1 ? `${entry.name}/` : '', 1, found);
    else if (file) found.push(single(file));
  }
  return found;
}

/** A file that was dropped or chosen by itself: an archive stands for what is in it. */
export const single = (file) => ({ name: file.name, file, packed: /\.zip$/i.test(file.name) });

async function folder(entry, above, depth, found) {
  if (depth > DEEPEST) {
    found.push({ name: above, why: `is a folder in ${DEEPEST} others, which would be read without end` });
    return;
  }
  const reader = entry.createReader();
  // It gives at most a hundred at a time.
  for (;;) {
    let some;
    try {
      some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    } catch (error) {
      found.push({ name: above || entry.name, why: error.message });
      return;
    }
    if (!some.length) return;
    for (const one of some) {
      if (one.name.startsWith('.')) continue;
      const name = above + one.name;
      if (one.isDirectory) await folder(one, `${name}/`, depth + 1, found);
      else found.push(await new Promise((resolve) => one.file((file) => resolve({ name, file }), ({ message }) => resolve({ name, why: message }))));
    }
  }
}
