// Waiting for what the page will say, without guessing how long that takes; and looking for words.

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

/** Text as a regular expression that matches just this text. */
export function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
