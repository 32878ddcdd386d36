// Serves one folder under a path prefix, as a page in somebody's sub-folder is served: what works
// here works anywhere. Nothing else on the machine can be reached through it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/** Serves `folder` on a free port; `address` is the page's, `requests` lists every path asked for. */
export async function serve(folder, prefix = '/some/prefix/') {
  const root = resolve(folder);
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://page').pathname);
    requests.push(path);
    const file = await fileFor(root, prefix, path);
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  return { origin, address: origin + prefix, requests, close };
}

async function fileFor(root, prefix, path) {
  if (!path.startsWith(prefix)) return null;
  const file = join(root, normalize('/' + path.slice(prefix.length)));
  if (file !== root && !file.startsWith(root + sep)) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) return fileFor(root, prefix, path.replace(/\/?$/, '/index.html'));
  return found?.isFile() ? file : null;
}
