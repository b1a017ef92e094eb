import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a stand-in sees it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** How often this path was asked for, this time included. */
  readonly times: number;
}

/** What a stand-in answers. `hang` keeps the line open and says nothing. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly json?: unknown;
  readonly hang?: boolean;
  /** Breaks the line after so many bytes of the body. */
  readonly breakAfter?: number;
}

/** One part of a server: `undefined` leaves the request to the next. */
export type StandIn = (asked: Asked) => Reply | undefined;

export interface Served {
  /** Without a slash at the end. */
  readonly url: string;
  readonly requests: Asked[];
  readonly close: () => Promise<void>;
}

/** A server on this machine, on a port of its own, made of stand-ins. */
export async function serve(...parts: readonly StandIn[]): Promise<Served> {
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, parts, requests);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: readonly StandIn[],
  requests: Asked[],
): Promise<void> {
  const body: Buffer[] = [];
  for await (const chunk of request) body.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const asked: Asked = {
    method: request.method ?? '',
    url,
    headers: request.headers,
    body: Buffer.concat(body).toString(),
    times: requests.filter((one) => one.url.pathname === url.pathname).length + 1,
  };
  requests.push(asked);
  for (const part of parts) {
    const reply = part(asked);
    if (reply !== undefined) {
      send(response, reply);
      return;
    }
  }
  send(response, { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404</h1>' });
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.hang) return;
  const { status = 200, headers = {}, json } = reply;
  const body = Buffer.from(json === undefined ? (reply.body ?? '') : JSON.stringify(json));
  const type = json === undefined ? 'application/octet-stream' : 'application/json;charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'content-length': body.length, ...headers });
  if (reply.breakAfter === undefined) {
    response.end(status === 304 ? undefined : body);
    return;
  }
  // What is written has to leave before the line breaks, or nothing of it arrives.
  response.write(body.subarray(0, reply.breakAfter), () =>
    setTimeout(() => response.destroy(), 30),
  );
}
