import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { readExamples } from '../src/example.ts';
import { planFiles } from '../src/plan.ts';
import { readTemplate, templateIds } from '../src/template.ts';
import { runHere, temporaryFolder } from './command-line.ts';

const repository = join(import.meta.dirname, '../../..');
const bare = ['--yes', '--no-install', '--no-git'];
const examples = readExamples();

test('every template has its fictitious town as an example, and the reference fork is one', () => {
  const fictitious = examples.filter(({ municipality }) => municipality.code === '');
  expect(fictitious.map(({ template }) => template)).toEqual(templateIds());
  expect(examples.map(({ id }) => id)).toContain('hachioji');
});

describe.each(examples)('$template: $id', (example) => {
  const template = readTemplate(example.template);
  const { municipality } = example;
  const source = join(
    repository,
    municipality.code === '' ? `templates/${template.id}` : `apps/${example.id}`,
  );
  const files = new Map(
    planFiles({
      template,
      example,
      municipality,
      packageName: 'my-map',
      packages: undefined,
      cwd: '.',
    }).map((file) => [
      file.path,
      'text' in file ? Buffer.from(file.text) : readFileSync(file.copyOf),
    ]),
  );
  const text = (path: string): string => files.get(path)?.toString() ?? '';

  test('has every file of data and the config as the app has them, to the byte', () => {
    const folder = ['data', 'schemes'].filter((name) => readdirSync(source).includes(name));
    expect(folder).not.toEqual([]);
    const paths = folder.flatMap((name) =>
      readdirSync(join(source, name)).map((file) => `${name}/${file}`),
    );
    for (const path of ['yokoten.config.jsonc', ...paths]) {
      const own = readFileSync(join(source, path));
      if (path.startsWith('schemes/') && own.includes('# 見本だけ')) continue;
      expect(files.get(path)?.equals(own), path).toBe(true);
    }
    const placed = [...files.keys()].filter((path) => /^(data|schemes)\//.test(path));
    expect(placed.sort()).toEqual(paths.sort());
  });

  test('records what only keeps a folder in the template, so that no upgrade brings it', () => {
    const { files: recorded } = JSON.parse(text('yokoten.lock.json')) as { files: object };
    expect(Object.keys(recorded)).toEqual(expect.arrayContaining(Object.keys(template.files)));
    expect([...files.keys()].filter((path) => path.endsWith('.gitkeep'))).toEqual([]);
  });

  test('has every file of its template, says whose data it is, and leads nowhere into the repository', () => {
    for (const path of Object.keys(template.files))
      if (!path.endsWith('.gitkeep')) expect([...files.keys()]).toContain(path);
    for (const [path, bytes] of files) expect(bytes.toString(), path).not.toContain('{{yokoten');
    const config = parse(text('yokoten.config.jsonc'), [], { allowTrailingComma: true });
    if (template.id === 'disaster-map') expect(config.sample.ja).toMatch(/見本/);
    for (const path of ['README.md', 'README.ja.md']) {
      expect(text(path)).not.toMatch(/\]\(\.\.\//);
      expect(text(path)).toContain('npm install');
    }
    expect(JSON.parse(text('package.json')).name).toBe('my-map');
    expect(JSON.parse(text('yokoten.lock.json'))).toMatchObject({
      example: example.id,
      municipality: municipality.code,
      fills: { name: municipality.name, latin: municipality.latin },
    });
  });
});

test('the reference fork keeps its credits and the date of its data', async () => {
  using folder = temporaryFolder();
  const { code, stdout } = await runHere(['my-map', '--example', 'hachioji', ...bare], {
    cwd: folder.path,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('the example Hachioji City');
  const config = readFileSync(join(folder.path, 'my-map/yokoten.config.jsonc'), 'utf8');
  expect(parse(config)).toMatchObject({
    municipality: '132012',
    credit: { url: expect.stringMatching(/^https:/), date: '2022' },
    sample: { en: expect.stringContaining('2022') },
  });
  const readme = readFileSync(join(folder.path, 'my-map/README.md'), 'utf8');
  const publiccode = readFileSync(join(folder.path, 'my-map/publiccode.yml'), 'utf8');
  expect(publiccode).toMatch(/^url: https:\/\/github\.com\/example\/my-map$/m);
  expect(publiccode).toMatch(/^isBasedOn: https:/m);
  expect(readme).toContain('## Credit');
  expect(readme).toMatch(/^# Hachioji disaster map sample\n/);
});

test('an example settles municipality, template and folder name; asking for the same is fine', async () => {
  using folder = temporaryFolder();
  const same = ['-m', 'Hachioji', '-t', 'disaster-map', '-e', 'hachioji'];
  const plan = await runHere([...same, ...bare, '--dry-run', '--json'], { cwd: folder.path });
  expect(JSON.parse(plan.stdout)).toMatchObject({
    example: 'hachioji',
    packageName: 'map-132012',
    municipality: { code: '132012' },
  });
  const other = ['-t', 'benefits-navigator', '-e', 'mihon', ...bare];
  const made = await runHere([...other, '--json'], { cwd: folder.path });
  expect(JSON.parse(made.stdout)).toMatchObject({
    template: 'benefits-navigator',
    packageName: 'navigator-mihon',
  });
});
