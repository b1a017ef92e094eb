import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { yokoten } from '../src/vite.ts';
import { CONFIG, temporaryApp } from './temporary-app.ts';

const executablePath = process.env.CHROME_PATH;

/** Words that Chromium measures before the font has come, in two settings, inside a shadow root. */
const ELEMENT = `
customElements.define('disaster-map', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    for (const name of ['h1', 'p']) root.append(Object.assign(document.createElement(name), { textContent: '避難所' }));
  }
});
`;

/** Serves the built files; the font comes late, as over a slow line. */
async function serve(folder: string): Promise<{ url: string; close: () => void }> {
  const types: Readonly<Record<string, string>> = {
    js: 'text/javascript',
    css: 'text/css',
    html: 'text/html',
  };
  const server = createServer(async (request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = types[path.split('.').at(-1) ?? ''];
    if (path.endsWith('.woff2')) await setTimeout(300);
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    response.writeHead(
      bytes === undefined ? 404 : 200,
      type === undefined ? {} : { 'content-type': type },
    );
    response.end(bytes);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

test.skipIf(executablePath === undefined)(
  'where only our font has the signs, words that were there before it show too',
  { tags: ['ci'] },
  async () => {
    await using app = await temporaryApp(CONFIG, {
      'node_modules/@yokoten/disaster-map/define.js': ELEMENT,
      'theme.css': `body { font-family: 'DejaVu Sans', 'Yokoten UD', sans-serif }`,
    });
    await build({ root: app.root, configFile: false, logLevel: 'silent', plugins: [yokoten()] });
    const site = await serve(join(app.root, 'dist'));
    const browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath !== undefined && { executablePath }),
    });
    try {
      const page = await browser.newPage();
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      // Again and again, because shapes outlive a page.
      for (let visit = 0; visit < 5; visit += 1) {
        await page.goto(site.url);
        await page.waitForTimeout(600);
        const widths = await page.evaluate(() => {
          const root = document.querySelector('disaster-map')?.shadowRoot;
          const range = document.createRange();
          return [...(root?.children ?? [])].map((child) => {
            range.selectNodeContents(child);
            const before = range.getBoundingClientRect().width;
            // Words with spacing are always measured anew.
            (child as HTMLElement).style.letterSpacing = '0.001px';
            return [before, range.getBoundingClientRect().width] as const;
          });
        });
        expect(widths).toHaveLength(2);
        for (const [before, now] of widths) expect(Math.abs(before - now)).toBeLessThan(1);
      }
      expect(messages).toEqual([]);
    } finally {
      await browser.close();
      site.close();
    }
  },
);
