import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createHandler, type Description, type Handler, type PackTexts } from '@yokoten/rules/http';
import type { StepPack } from '@yokoten/rules/trace';
import { loadPack } from './test-pack.ts';

/** A Web API that is running. */
export interface ServedPack {
  /** Where it listens, e.g. `http://127.0.0.1:5000`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Answers as OpenFisca's Web API does, on this machine only. Nothing that is asked is logged.
 * @param folder the pack
 * @param port 0 takes a free one
 * @param allowOrigin the one origin whose pages may ask; by default none
 * @throws OpenFiscaError `openfisca/cannot-read`
 */
export async function servePack(
  folder: string,
  port: number,
  allowOrigin?: string,
): Promise<ServedPack> {
  const pack = await loadPack(folder);
  const descriptions = await loadDescriptions(folder);
  const { texts } = (await loadBeside(folder, 'texts')) as { texts?: PackTexts };
  const { steps } = (await loadBeside(folder, 'steps')) as { steps?: StepPack };
  const handler = createHandler(pack, {
    descriptions,
    ...(texts && { texts }),
    ...(steps && { steps }),
    ...(allowOrigin !== undefined && { allowOrigin }),
  });
  const server = createServer((request, response) => {
    void answer(handler, request, response);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${taken}`, close: () => closeServer(server) };
}

async function loadDescriptions(folder: string): Promise<ReadonlyMap<string, Description>> {
  const merged = new Map<string, Description>();
  for (const name of ['labels', 'references']) {
    const module = await loadBeside(folder, name);
    for (const [variable, text] of (module[name] ?? []) as Iterable<[string, Description]>)
      merged.set(variable, { ...merged.get(variable), ...text });
  }
  return merged;
}

/** What lies beside the pack; nothing where it does not. */
async function loadBeside(
  folder: string,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const path = join(resolve(folder), `${name}.js`);
  if (!existsSync(path)) return {};
  return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
}

async function answer(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
    const posted = incoming.method === 'POST';
    const request = new Request(url, {
      method: incoming.method ?? 'GET',
      ...(posted && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
    });
    const response = await handler(request);
    // What is left of a request that is too large is not read; the connection is of no more use.
    if (response.status === 413) outgoing.setHeader('Connection', 'close');
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(new Uint8Array(await response.arrayBuffer()));
  } catch {
    // What went wrong may hold what was asked; it is not told on.
    if (!outgoing.headersSent) outgoing.writeHead(500, { 'Content-Type': 'application/json' });
    outgoing.end('{"error":"Internal server error."}');
  }
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done) => {
    server.close(() => done());
  });
}
