import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createFetcher, type Fetcher, type FetcherOptions } from '../catalogue/fetch/fetcher.ts';
import { failure } from '../catalogue/catalogue-error.ts';
import { privateIp } from '../catalogue/fetch/private-address.ts';
import type { Transport, TransportAnswer, TransportRequest } from '../catalogue/fetch/transport.ts';
import { politeDelays } from '../catalogue/known-catalogues.ts';

/** How names become addresses. */
export interface NodeTransportOptions {
  /** Default: the system's resolver. */
  readonly lookup?: LookupFunction;
}

class InnerAddress extends Error {
  readonly address: string;

  constructor(address: string) {
    super(address);
    this.address = address;
  }
}

/**
 * Requests by `node:http` and `node:https`. The addresses of a name are looked at while the connection is made, and the
 * connection goes to the very address that was looked at, so that a name cannot first be public and then private.
 * A name with a single inner address among its addresses is refused. Proxies are not used; behind one, names would be
 * resolved where this code cannot see them.
 */
export function nodeTransport({ lookup = dns.lookup }: NodeTransportOptions = {}): Transport {
  // Open connections are shared by requests with the same leave only.
  const agents = [agentsFor(lookup), agentsFor(guarded(lookup))];
  return async (request) => {
    const agent = agents[request.allowPrivate ? 0 : 1]?.[request.url.protocol === 'https:' ? 1 : 0];
    try {
      return await ask(request, agent);
    } catch (cause) {
      if (!(cause instanceof InnerAddress)) throw cause;
      const facts = { url: request.url.href, value: `${request.url.hostname} → ${cause.address}` };
      throw await failure('open-data/private-address', facts);
    }
  };
}

/** A fetcher for Node: the pauses of the known catalogues, and names checked when they are resolved. */
export function nodeFetcher(options: FetcherOptions = {}): Fetcher {
  return createFetcher({ transport: nodeTransport(), delays: politeDelays, ...options });
}

function agentsFor(lookup: LookupFunction): readonly [http.Agent, https.Agent] {
  const options = { lookup, keepAlive: true, maxSockets: 1 };
  return [new http.Agent(options), new https.Agent(options)];
}

function guarded(lookup: LookupFunction): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) {
        done(error, '');
        return;
      }
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const inner = addresses.find(({ address }) => privateIp(address));
      const [first] = addresses;
      if (inner !== undefined || first === undefined)
        done(new InnerAddress(inner?.address ?? hostname), '');
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

async function ask(
  { url, method, headers, body, signal }: TransportRequest,
  agent: http.Agent | https.Agent | undefined,
): Promise<TransportAnswer> {
  const { request } = url.protocol === 'https:' ? https : http;
  // A part of a packed file is no part of the file.
  const packing = 'range' in headers || 'accept-encoding' in headers;
  const all = { ...(!packing && { 'accept-encoding': 'gzip' }), ...headers };
  return await new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: all, agent, signal }, (message) => {
      const received = new Headers();
      for (let at = 0; at + 1 < message.rawHeaders.length; at += 2)
        received.append(message.rawHeaders[at] ?? '', message.rawHeaders[at + 1] ?? '');
      const status = message.statusCode ?? 0;
      const gzip = /^(?:x-)?gzip$/iu.test(received.get('content-encoding') ?? '');
      // A failure reaches the reader through the stream itself.
      const plain = gzip ? pipeline(message, createGunzip(), () => undefined) : message;
      const empty = status === 204 || status === 304;
      if (empty) message.resume();
      resolve({
        status,
        headers: received,
        body: empty ? null : (Readable.toWeb(plain) as ReadableStream<Uint8Array>),
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
