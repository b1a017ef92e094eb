import { existsSync, readdirSync } from 'node:fs';
import { createServer as createPortHolder } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import { expect, test, vi } from 'vitest';
import { CONFIG, temporaryApp, type TemporaryApp } from '../../test/temporary-app.ts';
import { yokoten } from '../vite.ts';

interface Started extends AsyncDisposable {
  readonly server: ViteDevServer;
  /** Kinds of messages the page received, with the text of errors. */
  readonly sent: string[];
  get(path: string): Promise<{ status: number; text: string; type: string | null }>;
}

async function start(app: TemporaryApp, port = 0): Promise<Started> {
  const logger = createLogger('silent');
  const server = await createServer({
    root: app.root,
    configFile: false,
    customLogger: logger,
    plugins: [yokoten({ lang: 'en' })],
    server: { port, host: '127.0.0.1', watch: { usePolling: false } },
  });
  const sent: string[] = [];
  vi.spyOn(server.ws, 'send').mockImplementation((message: unknown) => {
    const { type, err } = message as { type: string; err?: { message: string } };
    sent.push(err === undefined ? type : `${type}: ${err.message}`);
  });
  await server.listen();
  const address = server.httpServer?.address();
  const actual = typeof address === 'object' ? address?.port : undefined;
  return {
    server,
    sent,
    async get(path) {
      const response = await fetch(`http://127.0.0.1:${actual}${path}`, {
        headers: { accept: 'text/html,*/*' },
      });
      return {
        status: response.status,
        text: await response.text(),
        type: response.headers.get('content-type'),
      };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const documentOf = (html: string): string => /<disaster-map src="\.([^"]+)"/.exec(html)?.[1] ?? '';

test('the page does not wait for the font of last resort: it is made for whoever asks for it', async () => {
  await using app = await temporaryApp();
  await using dev = await start(app);
  const cache = join(app.root, 'node_modules/.cache/yokoten');
  const { text } = await dev.get('/');
  const stylesheet = /href="\.(\/assets\/yokoten-\w+\.css)"/.exec(text)?.[1] ?? '';
  const { text: css } = await dev.get(stylesheet);
  const font = /yokoten-ud-\w+\.woff2/.exec(css)?.[0] ?? '';
  expect(existsSync(cache)).toBe(false);
  const [one, other] = await Promise.all([1, 2].map(() => dev.get(`/assets/${font}`)));
  expect(one).toMatchObject({ status: 200, type: 'font/woff2' });
  expect(one?.text.startsWith('wOF2')).toBe(true);
  expect(other?.text).toBe(one?.text);
  expect(readdirSync(cache)).toHaveLength(1);
  expect((await dev.get('/assets/OFL.txt')).text).toContain('SIL OPEN FONT LICENSE');
  expect((await dev.get('/assets/yokoten-ud-unknown1.woff2')).status).toBe(404);
});

test('the page and its document are served as a build makes them', async () => {
  await using app = await temporaryApp();
  await using dev = await start(app);
  const { text } = await dev.get('/');
  expect(text).toContain("style-src 'self' 'unsafe-inline'");
  const document = await dev.get(documentOf(text));
  expect(document.type).toBe('application/json; charset=utf-8');
  expect(document.text).toContain('いち');
  expect((await dev.get('/yokoten.json')).text).toContain('"app": "disaster-map"');
  expect((await dev.get('/assets/map-unknown.json')).status).toBe(404);
});

test('a changed row shows after a reload; a fault shows as a fault until it is mended', async () => {
  await using app = await temporaryApp();
  await using dev = await start(app);
  await dev.get('/');
  await app.write('data/01-避難所.csv', 'よん\n');
  await vi.waitFor(() => expect(dev.sent).toContain('full-reload'), { timeout: 5000 });
  const { text } = await dev.get('/');
  expect((await dev.get(documentOf(text))).text).toContain('よん');

  await app.write('yokoten.config.jsonc', '{ "app": "disaster-map" "title": 1 }');
  await vi.waitFor(() => expect(dev.sent.join()).toMatch(/error: yokoten.config.jsonc:1:25/), {
    timeout: 5000,
  });
  const broken = await dev.get('/');
  expect(broken.status).toBe(500);
  expect(broken.text).toContain('yokoten/config-syntax');

  dev.sent.length = 0;
  await app.write('yokoten.config.jsonc', JSON.stringify(CONFIG));
  await vi.waitFor(() => expect(dev.sent).toContain('full-reload'), { timeout: 5000 });
  expect((await dev.get('/')).status).toBe(200);
});

test('a server started with a broken config waits for it to be mended', async () => {
  await using app = await temporaryApp('{ "schemaVersion": 9 }');
  await using dev = await start(app);
  expect((await dev.get('/')).text).toContain('yokoten/schema-version');
});

test('a port that is taken is told with the next step, without a stack', async () => {
  await using app = await temporaryApp();
  const holder = createPortHolder();
  await new Promise<void>((resolve) => void holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address() as AddressInfo;
  try {
    const error: unknown = await start(app, port).catch((reason: unknown) => reason);
    expect((error as Error).stack).toBe(
      `Port ${port} is used by another program. Stop that one, or start with --port ${port + 1}.\n(yokoten/port-taken)`,
    );
  } finally {
    holder.close();
  }
});
