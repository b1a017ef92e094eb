import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { yokoten } from '../src/vite.ts';
import { CONFIG, temporaryApp, type TemporaryApp } from './temporary-app.ts';

const PACKAGE = 'node_modules/@yokoten/disaster-map';
const COPY = 'src/parts/disaster-map/detail.ts';
const PATHS = { './parts.json': './dist/parts/parts.json', './parts/*.js': './dist/*.js' };

/** A package of modules that lies as ours do, with a part of its own. */
async function app(
  copy: string | undefined,
  part: object | undefined,
  id = 'detail',
): Promise<TemporaryApp> {
  const made = await temporaryApp(CONFIG, {});
  const manifest = JSON.parse(await readFile(join(made.root, PACKAGE, 'package.json'), 'utf8')) as {
    exports: object;
  };
  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'temporary-app',
      type: 'module',
      dependencies: { '@yokoten/disaster-map': '1.0.0' },
    }),
    [`${PACKAGE}/package.json`]: JSON.stringify({
      ...manifest,
      version: '1.0.0',
      exports: { ...manifest.exports, ...PATHS },
    }),
    [`${PACKAGE}/define.js`]: `import { page } from './dist/page.js'; document.body.append(page());\n`,
    [`${PACKAGE}/dist/page.js`]: `import { detail } from './element/detail.js'; export const page = () => detail('p');\n`,
    [`${PACKAGE}/dist/element/detail.js`]: `import { row } from './row.js'; export const detail = (p) => row('of the package ' + p);\n`,
    [`${PACKAGE}/dist/element/row.js`]: `export const row = (text) => 'row: ' + text;\n`,
    [`${PACKAGE}/node_modules/only-theirs/package.json`]:
      '{ "name": "only-theirs", "type": "module", "main": "index.js" }',
    [`${PACKAGE}/node_modules/only-theirs/index.js`]: `export const theirs = 'only theirs';\n`,
    [`${PACKAGE}/dist/parts/parts.json`]: JSON.stringify({
      schemaVersion: 1,
      parts: [
        {
          id,
          title: { ja: 'あ', en: 'a' },
          description: { ja: 'あ', en: 'a' },
          module: 'element/detail.js',
          exports: ['detail'],
          sha256: 'a',
        },
      ],
    }),
    'yokoten.lock.json': JSON.stringify({
      schemaVersion: 1,
      template: 'disaster-map',
      version: '1.0.0',
      files: { 'index.html': { sha256: 'a'.repeat(64), class: 'template' } },
      ...(part && { parts: { [COPY]: part } }),
    }),
    ...(copy !== undefined && { [COPY]: copy }),
  };
  for (const [path, text] of Object.entries(files)) await made.write(path, text);
  return made;
}

const PART = {
  package: '@yokoten/disaster-map',
  part: 'detail',
  version: '1.0.0',
  sha256: 'a'.repeat(64),
};
const WRITTEN = `import { row } from '@yokoten/disaster-map/parts/element/row.js';
export const detail = (p: string): string => row('ours ' + p);
`;

async function fontSize({ root }: TemporaryApp): Promise<number> {
  const names = await readdir(join(root, 'dist/assets'));
  const font = names.find((name) => name.endsWith('.woff2')) ?? '';
  return (await readFile(join(root, 'dist/assets', font))).byteLength;
}

async function scripts({ root }: TemporaryApp): Promise<string> {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await build({ root, logLevel: 'silent', configFile: false, plugins: [yokoten({ lang: 'en' })] });
  const names = (await readdir(join(root, 'dist/assets'))).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(
    names.map((name) => readFile(join(root, 'dist/assets', name), 'utf8')),
  );
  return texts.join('\n');
}

test('the copy stands where the package’s own part stood', async () => {
  await using made = await app(WRITTEN, PART);
  const text = await scripts(made);
  expect(text).toContain('ours ');
  expect(text).not.toContain('of the package');
  // There is one module of each kind, whoever imports it.
  expect(text.split('row: ')).toHaveLength(2);
});

test(
  'the font of last resort has the signs that only a copy says, and none of its comments',
  { tags: ['ci'] },
  async () => {
    const sizeOf = async (copy: string): Promise<number> => {
      await using made = await app(copy, PART);
      const archive = { schemaVersion: 1, files: { [COPY]: WRITTEN } };
      await made.write('.yokoten/base.json', JSON.stringify(archive));
      await scripts(made);
      return fontSize(made);
    };
    const plain = await sizeOf(WRITTEN);
    expect(await sizeOf(`// 鸚鵡纜\n${WRITTEN}`)).toBe(plain);
    expect(await sizeOf(WRITTEN.replace('ours ', '鸚鵡纜 '))).toBeGreaterThan(plain);
  },
);

eachOf(
  [
    ['without a record', WRITTEN, undefined],
    ['without its file', undefined, PART],
  ],
  1,
)('a copy %s is none', async (_what, copy, part) => {
  await using made = await app(copy, part);
  const text = await scripts(made);
  expect(text).toContain('of the package');
  expect(text).not.toContain('ours ');
});

test('a copy may build upon the part that it stands for, and on what the package depends on', async () => {
  await using made = await app(
    `import { detail as theirs } from '@yokoten/disaster-map/parts/element/detail.js';
import { theirs as word } from 'only-theirs';
export const detail = (p: string): string => 'ours before ' + theirs(p) + word;
`,
    PART,
  );
  const text = await scripts(made);
  for (const word of ['ours before ', 'of the package', 'only theirs'])
    expect(text).toContain(word);
});

test('what other parts import and the copy lacks is told by its file', async () => {
  await using made = await app(WRITTEN.replace('const detail', 'const details'), PART);
  await expect(scripts(made)).rejects.toThrow(/detail\.ts[^]*yokoten\/part-export-missing/);
});

test('a part that the installed package does not have stops the build', async () => {
  await using made = await app(WRITTEN, PART, 'other');
  await expect(scripts(made)).rejects.toThrow(/yokoten\/part-gone/);
});
