// Serves one folder under a path prefix as GitHub Pages serves a site, for what works here works
// there: its types, gzip, `404.html` at every address that is not there, `name` for `name.html`, a
// redirect where a folder's slash is missing, an age of ten minutes, every origin may read, no header of ours. Nothing else
// on the machine can be reached through it.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'application/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'video/mp2t',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml',
};
const PACKED = /javascript|json|text|wasm|xml/;

/**
 * Serves `folder` on a free port; `address` is the page's, `requests` lists every path asked for and
 * `publish` puts another folder in the place of the first,
 * `spoil` takes a function that is told the path and the bytes of a file, and gives what is served, or null for none. `age` is for how many seconds caches may
 * keep an answer, `types` what is told of some endings instead.
 */
export async function serve(folder, prefix = '/some/prefix/', { age = 600, types = {} } = {}) {
  let root = resolve(folder);
  let spoiled = (path, bytes) => bytes;
  const requests = [];
  const server = createServer(async (request, response) => {
    const [, pathname, search] = /^([^?]*)(.*)$/s.exec(request.url);
    const path = decoded(pathname);
    requests.push(path);
    const answer = await find(root, prefix, path);
    if (answer.folder) return response.writeHead(301, { location: `${pathname}/${search}` }).end();
    if (!answer.file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    const bytes = await spoiled(path, await readFile(answer.file));
    if (!bytes) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    send(request, response, answer, bytes, age, { ...TYPES, ...types });
  });
  // Whoever asks just when a connection is closed may wait for long: none is, before all are.
  server.keepAliveTimeout = 0;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  const publish = (next) => { root = resolve(next); };
  const spoil = (how) => { spoiled = how; };
  return { origin, address: origin + encodeURI(prefix), requests, close, publish, spoil };
}

function send(request, response, { file, status }, bytes, age, types) {
  const type = types[extname(file)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const headers = { 'content-type': type, 'cache-control': `max-age=${age}`, etag, vary: 'accept-encoding', 'access-control-allow-origin': '*' };
  if (status === 200 && request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  if (PACKED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    bytes = gzipSync(bytes);
    headers['content-encoding'] = 'gzip';
  }
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The file that answers a path with its status, or that a folder is meant. */
async function find(root, prefix, path) {
  if (`${path}/` === prefix) return { folder: true };
  // Outside the prefix another site's files would be.
  if (!path.startsWith(prefix)) return {};
  const place = join(root, normalize('/' + path.slice(prefix.length)));
  if (place !== root && !place.startsWith(root + sep)) return {};
  const found = await stat(place).catch(() => null);
  if (found?.isDirectory() && !path.endsWith('/')) return { folder: true };
  for (const file of found?.isDirectory() ? [join(place, 'index.html')] : [place, `${place}.html`]) {
    if ((await stat(file).catch(() => null))?.isFile()) return { file, status: 200 };
  }
  const lost = join(root, '404.html');
  return (await stat(lost).catch(() => null)) ? { file: lost, status: 404 } : {};
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
