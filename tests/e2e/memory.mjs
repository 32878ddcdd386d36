// What a page's own process holds of its own, as the system counts it (Linux; elsewhere nothing is known).
import { readFile } from 'node:fs/promises';

/** Megabytes of the largest of a browser's processes of pages, as the sum of these rows of the system; 0 where it says nothing. */
export async function held(session, rows) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const all = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
    // It may have ended meanwhile.
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const of = (row) => Number(new RegExp(`${row}:\\s*(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
    return rows.reduce((sum, row) => sum + of(row), 0);
  }));
  return Math.max(0, ...all);
}
