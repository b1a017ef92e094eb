import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.geojson': 'application/geo+json',
};

export interface FolderServer {
  /** Address of the folder, with its base path and a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site on loopback as a static host does: gzip for text, 404 for what is not there, nothing outside. */
export async function serveFolder(
  folder: string,
  { base = '/', port = 0 } = {},
): Promise<FolderServer> {
  const server = createServer((request, response) => answer(folder, base, request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(
  folder: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const inside = path.startsWith(base)
    ? normalize(join(folder, path.slice(base.length)))
    : undefined;
  const file = inside?.endsWith(sep) || inside === folder ? join(inside, 'index.html') : inside;
  const size = file?.startsWith(folder) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (file === undefined || size === undefined || !size.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const squeeze =
    !/image\/png|woff2|octet/.test(type) &&
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'content-type': type,
    ...(squeeze ? { 'content-encoding': 'gzip' } : {}),
  });
  const stream = createReadStream(file);
  if (squeeze) stream.pipe(createGzip()).pipe(response);
  else stream.pipe(response);
}
