import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { Example } from '../src/example.ts';
import { planFiles } from '../src/plan.ts';
import { EXAMPLES, readTemplate } from '../src/template.ts';
import { temporaryFolder } from './command-line.ts';

const municipality = { code: '', name: '見本市', prefecture: '見本県', latin: 'Mihon City' };
const sha256 = '0'.repeat(64);

test('a picture, a damaged text and a text about damage come through byte by byte', () => {
  using folder = temporaryFolder();
  const contents: Readonly<Record<string, Buffer>> = {
    'images/a.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
    'data/sjis.csv': Buffer.from([0x96, 0xbc, 0x8f, 0xcc, 0x0a]),
    'data/bom.csv': Buffer.from('\uFEFF名称\r\n避難所\r\n'),
    'data/damage.txt': Buffer.from('名称\uFFFD\n'),
    'data/filled.txt': Buffer.from('\uFFFD {{yokoten:package}}'),
  };
  mkdirSync(join(folder.path, 'files/images'), { recursive: true });
  mkdirSync(join(folder.path, 'files/data'));
  for (const [path, bytes] of Object.entries(contents))
    writeFileSync(join(folder.path, 'files', path), bytes);
  const example: Example = {
    schemaVersion: 1,
    id: relative(join(EXAMPLES, 'disaster-map'), folder.path),
    template: 'disaster-map',
    title: { ja: '', en: '' },
    municipality,
    files: Object.fromEntries(
      Object.keys(contents).map((path) => [path, path.includes('filled') ? {} : { sha256 }]),
    ),
  };
  const template = readTemplate('disaster-map');
  const plan = { template, example, municipality, packageName: 'my-map', packages: undefined };
  const files = planFiles({ ...plan, cwd: '.' });
  for (const [path, bytes] of Object.entries(contents)) {
    const file = files.find((one) => one.path === path);
    if (file === undefined) throw new Error(`${path} is not planned.`);
    const planned = 'text' in file ? Buffer.from(file.text) : readFileSync(file.copyOf);
    const wanted = bytes.toString().includes('{{') ? Buffer.from('\uFFFD my-map') : bytes;
    expect(planned.equals(wanted), path).toBe(true);
  }
});
