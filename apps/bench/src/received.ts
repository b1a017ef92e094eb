import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright';

/** A file that a page got from this machine. */
export interface Received {
  readonly kind: 'script' | 'worker' | 'other';
  readonly url: string;
  /** Bytes after `gzip -9`, headers not counted. */
  readonly size: number;
}

/** Notes what a page receives from now on. */
export function collect(page: Page): () => Promise<Received[]> {
  const responses: Response[] = [];
  page.context().on('response', (response) => responses.push(response));
  return async () => {
    const local = responses.filter(
      (response) => response.url().includes('127.0.0.1') && response.ok(),
    );
    return Promise.all(
      local.map(async (response) => {
        const url = response.url();
        const compressible = !/\.(png|woff2)$/.test(url);
        const body = await response.body();
        const size = compressible ? gzipSync(body, { level: 9 }).length : body.length;
        return { kind: kindOf(response), url, size };
      }),
    );
  };
}

function kindOf(response: Response): Received['kind'] {
  const { pathname } = new URL(response.url());
  if (!pathname.endsWith('.js')) return 'other';
  return /worker/i.test(pathname) ? 'worker' : 'script';
}

/** Of one kind, in thousands of bytes. */
export function kilobytes(received: readonly Received[], kind: Received['kind']): number {
  return (
    received.filter((one) => one.kind === kind).reduce((sum, { size }) => sum + size, 0) / 1000
  );
}
