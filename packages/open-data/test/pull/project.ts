import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetcher, type FetcherOptions } from '../../src/catalogue/index.ts';
import { nodeTransport, type PullOptions } from '../../src/pull/index.ts';

export interface Project {
  readonly folder: string;
  readonly options: PullOptions;
  readonly read: (file: string) => string;
  readonly has: (file: string) => boolean;
  /** Every file below, sorted. */
  readonly files: () => string[];
  readonly remove: () => void;
}

/** An empty folder, and options that pull into it from this machine without pauses. */
export function emptyProject(more: FetcherOptions = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-pull-'));
  const clock = { now: () => Date.now(), sleep: async () => await Promise.resolve() };
  const fetcher = createFetcher({
    transport: nodeTransport(),
    allowPrivate: true,
    delay: 0,
    clock,
    ...more,
  });
  return {
    folder,
    options: { folder, fetcher, now: () => new Date('2026-11-22T03:04:05Z') },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    has: (file) => existsSync(join(folder, file)),
    files: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
        .sort(),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
