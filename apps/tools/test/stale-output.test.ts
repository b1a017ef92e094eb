import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeStaleOutput } from '../src/stale-output.ts';

test('a module whose source is gone goes; what is generated or made for an entry stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-stale-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text = ''): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "exports": { "./jsx": { "types": "./dist/jsx.d.ts" } } }');
  write('src/deep/kept.ts');
  const kept = ['deep/kept.d.ts', 'deep/kept.js', 'jsx.d.ts', 'jsx.js', 'cdn/one.js', 'tokens.css'];
  for (const path of [...kept, 'deep/gone.d.ts', 'deep/gone.js']) write(`dist/${path}`);
  expect(removeStaleOutput(folder)).toEqual(['deep/gone']);
  for (const path of kept) expect(existsSync(join(folder, 'dist', path)), path).toBe(true);
  for (const ending of ['.d.ts', '.js'])
    expect(existsSync(join(folder, `dist/deep/gone${ending}`))).toBe(false);
  expect(removeStaleOutput(folder)).toEqual([]);
});
