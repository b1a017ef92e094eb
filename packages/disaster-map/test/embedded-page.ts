import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { openPage, type OpenedPage } from '../../../apps/tools/src/page.ts';
import type { MapDocument } from '../src/document.ts';

const FILE = new URL('../dist/cdn/disaster-map.js', import.meta.url);

/** What a site that embeds the map writes. */
export const EMBEDDING = `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>広報</title>
<h1>町の広報</h1>
<script type="module" src="disaster-map.js"></script>
<disaster-map src="map.json"></disaster-map>
`;

/** An opened page that embeds the map. */
export interface EmbeddedPage extends OpenedPage {
  /** Paths that were asked of the site, in order. */
  readonly asked: readonly string[];
}

/** Serves three files and nothing else, under a Content-Security-Policy, and opens the page. */
export async function openEmbedded(
  document: MapDocument,
  policy: string,
  html: string = EMBEDDING,
): Promise<EmbeddedPage> {
  const asked: string[] = [];
  const files = new Map<string, readonly [type: string, text: string]>([
    ['/', ['text/html; charset=utf-8', html]],
    ['/disaster-map.js', ['text/javascript', readFileSync(FILE, 'utf8')]],
    ['/map.json', ['application/json', JSON.stringify(document)]],
    ['/favicon.ico', ['image/x-icon', '']],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const [type, text] = files.get(url) ?? [];
    if (url !== '/favicon.ico') asked.push(url);
    response.writeHead(text === undefined ? 404 : 200, {
      ...(type !== undefined && { 'content-type': type }),
      'content-security-policy': policy,
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const opened = await openPage(`http://127.0.0.1:${port}/`);
  return {
    ...opened,
    asked,
    async close() {
      await opened.close();
      await new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      });
    },
  };
}
