// Waiting for what the page will say, without guessing how long that takes.

/** Asks again and again until `check` stops throwing, five seconds long; then its error counts. */
export async function eventually(check, patience = 5_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
