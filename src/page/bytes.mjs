// Bytes that stand in a page as letters (base64).

/** Letter by letter into their place: `Uint8Array.from` makes a list of all letters first, ten times the bytes. */
export function bytesOf(letters) {
  const text = atob(letters);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
