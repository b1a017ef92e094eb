import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openPage, type OpenedPage } from '../../../apps/tools/src/page.ts';
import type { MapDocument } from '../src/document.ts';

const cdn = (name: string): string =>
  readFileSync(new URL(`../dist/cdn/${name}`, import.meta.url), 'utf8');

const HTML = `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>開設</title>
<script type="module" src="disaster-map.js"></script>
<disaster-map src="map.json"></disaster-map>
`;

/** The policy of a published page whose state lies on its own host. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src blob:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html yokoten";

/** A page that asks this machine what is open, and gets what the test gives it. */
export interface ReplayedPage extends OpenedPage {
  /** What `open.csv` holds from now on; `undefined`: the server fails. */
  answer(body: string | Uint8Array | undefined): void;
  /** Sends a message to everybody who listens to `events`. */
  send(data: unknown): void;
  /** How often `open.csv` was asked for. */
  readonly asked: number;
  /** Waits until the page has every answer that it asked for: time that leaps ahead would break one off. */
  settled(): Promise<void>;
  /** Opening words of the list's items, by name of the place. */
  openings(): Promise<ReadonlyMap<string, string>>;
}

/** Opens a page with this document at this time, in milliseconds since 1970 (UTC). */
export async function openReplayed(
  document: MapDocument,
  time: number | undefined,
  first: string | Uint8Array | undefined,
): Promise<ReplayedPage> {
  let body = first;
  let asked = 0;
  let answered = 0;
  const listeners = new Set<ServerResponse>();
  const files = new Map<string, readonly [type: string, text: string]>([
    ['/', ['text/html; charset=utf-8', HTML]],
    ['/disaster-map.js', ['text/javascript', cdn('disaster-map.js')]],
    ['/disaster-map-now.js', ['text/javascript', cdn('disaster-map-now.js')]],
    ['/map.json', ['application/json', JSON.stringify(document)]],
    ['/favicon.ico', ['image/x-icon', '']],
  ]);
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('content-security-policy', POLICY);
    // The page has a clock of its own: this server's would have it corrected.
    response.sendDate = false;
    if (url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      listeners.add(response);
      return;
    }
    if (url === '/open.csv') {
      asked += 1;
      response.on('finish', () => (answered += 1));
      response.writeHead(body === undefined ? 503 : 200, { 'content-type': 'text/csv' }).end(body);
      return;
    }
    const [type, text] = files.get(url) ?? [];
    response.writeHead(text === undefined ? 404 : 200, {
      ...(type !== undefined && { 'content-type': type }),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const opened = await openPage(`http://127.0.0.1:${port}/`, time === undefined ? {} : { time });
  return {
    ...opened,
    answer: (next) => (body = next),
    send(data) {
      for (const response of listeners) response.write(`data: ${JSON.stringify(data)}\n\n`);
    },
    get asked() {
      return asked;
    },
    async settled() {
      for (let isWaiting = true; isWaiting; isWaiting = answered < asked)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
    openings: async () => new Map(await opened.page.evaluate(openingsOf)),
    async close() {
      await opened.close();
      await new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      });
    },
  };
}

/** Runs in the page. */
function openingsOf(): [string, string][] {
  const root = document.querySelector('disaster-map')?.shadowRoot;
  return [...(root?.querySelectorAll('[data-place]') ?? [])].flatMap((item): [string, string][] => {
    const word = item.querySelector('.opening')?.textContent?.trim();
    const name = item.querySelector('.place-name')?.textContent?.trim() ?? '';
    return word === undefined ? [] : [[name, word]];
  });
}
