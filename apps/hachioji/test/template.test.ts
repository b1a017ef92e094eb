import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { repositoryFiles } from '../../tools/src/sources.ts';

const app = fileURLToPath(new URL('..', import.meta.url));
const template = fileURLToPath(new URL('../../../templates/disaster-map/', import.meta.url));

type Ownership = 'template' | 'merged' | 'yours';
const { files } = JSON.parse(readFileSync(`${template}template.json`, 'utf8')) as {
  files: Record<string, Ownership>;
};
const owned = (by: Ownership): string[] => Object.keys(files).filter((path) => files[path] === by);
const text = (folder: string, path: string): string => readFileSync(folder + path, 'utf8');

test.each(owned('template'))('%s is the template’s to the byte', (path) => {
  expect(text(app, path)).toBe(text(template, path));
});

test('package.json differs in its name alone', () => {
  expect(nameless(app)).toEqual(nameless(template));
});

test('holds the files a scaffolded app has, and its tests; nothing else', () => {
  const mine = repositoryFiles()
    .filter((path) => path.startsWith('apps/hachioji/'))
    .map((path) => path.slice('apps/hachioji/'.length))
    .filter((path) => !path.startsWith('test/'));
  const folders = Object.keys(files).flatMap((path) =>
    path.endsWith('/**') ? path.slice(0, -2) : [],
  );
  const inFolder = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
  expect(mine.filter((path) => files[path] === undefined && !inFolder(path))).toEqual([]);
  expect(Object.keys(files).filter((path) => !path.endsWith('**') && !mine.includes(path))).toEqual(
    [],
  );
});

function nameless(folder: string): object {
  return { ...(JSON.parse(text(folder, 'package.json')) as object), name: '' };
}
