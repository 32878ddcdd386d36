// What was dropped: files as they are, folders with all that is in them. A folder's files are named below it, as
// the command names them.

/** No folder of articles is deeper: what is, leads into itself. */
const DEEPEST = 40;

/** The dropped files, `[{ name, file }]`. What browsers hand over is asked for at once: later it is gone. */
export async function collect({ items, files }) {
  const dropped = [...items].map((item) => [item.webkitGetAsEntry?.(), item.getAsFile()]);
  if (!dropped.length) return [...files].map((file) => ({ name: file.name, file }));
  const found = [];
  for (const [entry, file] of dropped) {
    if (entry?.isDirectory) await folder(entry, '', 1, found);
    else if (file) found.push({ name: file.name, file });
  }
  return found.filter(Boolean);
}

async function folder(entry, above, depth, found) {
  if (depth > DEEPEST) return;
  const reader = entry.createReader();
  // It gives at most a hundred at a time.
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (!some.length) return;
    for (const one of some) {
      if (one.name.startsWith('.')) continue;
      if (one.isDirectory) await folder(one, `${above}${one.name}/`, depth + 1, found);
      else found.push(await named(one, above));
    }
  }
}

const named = (entry, above) => new Promise((resolve) => {
  entry.file((file) => resolve({ name: above + entry.name, file }), () => resolve());
});
