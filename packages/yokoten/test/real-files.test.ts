import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommandLine } from '../src/internal/command-line.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/shelters/', import.meta.url));
const isHere = existsSync(folder);
if (!isHere)
  console.log('packages/yokoten: the real shelter files are not here, none is inspected.');

test.skipIf(!isHere)(
  'every real file of shelters is described, or refused with a reason',
  async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(csv|tsv|json|geojson|xlsx)$/.test(entry.name))
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
      .toSorted();
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommandLine(['data', 'inspect', '--format', 'json', ...files], {
      env: {},
      print: (line) => out.push(line),
      write: () => {},
      note: (line) => err.push(line),
    });
    const read = new Set(out.map((line) => (JSON.parse(line) as { file: string }).file));
    const refused = files.filter((file) => !read.has(file));
    expect(read.size + refused.length).toBe(files.length);
    expect(err).toHaveLength(refused.length);
    for (const [i, file] of refused.entries()) expect(err[i]).toContain(file);
    for (const text of err) expect(text).toMatch(/\(open-data\/[a-z-]+\)$/);
    expect(read.size).toBeGreaterThan(files.length / 2);
    expect(code).toBe(2);
  },
  60_000,
);
