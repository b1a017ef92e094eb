import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import type { Ownership } from '../src/internal/upgrade/app-record.ts';
import {
  appFrom,
  next,
  releasesIn,
  type TemplateOf,
  temporary,
  upgradeApp,
} from './upgrade-app.ts';

const folder = join(import.meta.dirname, '../../../templates/open-data-app');

/** The template of this repository, as a release. */
function template(): TemplateOf {
  const owners = Object.entries(
    (
      JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')) as {
        files: Record<string, Ownership>;
      }
    ).files,
  );
  const ownerOf = (path: string): Ownership =>
    owners.find(([glob]) => matchesGlob(path, glob))?.[1] ?? 'yours';
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/^(node_modules|dist|\.turbo|data)\/|^template\.json$/.test(path));
  const files = paths.map((path) => [
    path,
    [ownerOf(path), readFileSync(join(folder, path), 'utf8')] as const,
  ]);
  return { version: '1.0.0', files: Object.fromEntries(files) as TemplateOf['files'] };
}

test('what a team wrote in its cards, pages and facets stays, and what joins them is upgraded', async () => {
  const parent = temporary();
  const first = template();
  const main = String(first.files['src/main.ts']?.[1]);
  const card = String(first.files['src/card.ts']?.[1]);
  const second = next(first, '1.1.0', {
    'src/main.ts': ['template', `${main}console.debug('second');\n`],
    'src/card.ts': ['yours', `${card}// second\n`],
    'index.html': [
      'template',
      String(first.files['index.html']?.[1]).replace('<open-data-app>', '<open-data-app print>'),
    ],
  });
  const app = appFrom(first, parent);
  app.write('src/card.ts', `${card}// of the team\n`);
  app.write('src/main.ts', `import './own.ts';\n${main}`);
  app.write('src/own.ts', 'export {};\n');
  app.write('data/a.csv', '名称\nあ\n');
  app.commit();

  const report = await upgradeApp(app, await releasesIn(parent, first, second));
  expect(report).toMatchObject({ status: 'done', decisions: [] });
  app.git('merge', '--quiet', '--ff-only', 'upgrade/yokoten-1.1.0');
  expect(app.read('src/card.ts')).toBe(`${card}// of the team\n`);
  expect(app.read('src/main.ts')).toBe(`import './own.ts';\n${main}console.debug('second');\n`);
  expect(app.read('index.html')).toContain('<open-data-app print>');
  expect(app.read('data/a.csv')).toBe('名称\nあ\n');
});
