import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, runHere, temporaryFolder } from './command-line.ts';

const town = ['--municipality', '132012'];
const cases: readonly {
  readonly what: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly code: string;
  /** Words the message must hold: what was got, and the nearest right one. */
  readonly says: readonly string[];
}[] = [
  {
    what: 'no municipality',
    args: ['my-map', '--yes'],
    code: 'missing-municipality',
    says: ['--municipality'],
  },
  {
    what: 'a misspelt name',
    args: ['my-map', '-m', '八王寺市'],
    code: 'unknown-municipality',
    says: ['八王寺市', '132012', '八王子市'],
  },
  {
    what: 'a misspelt Latin name',
    args: ['my-map', '-m', 'Hachiouji'],
    code: 'unknown-municipality',
    says: ['132012', 'Hachioji'],
  },
  {
    what: 'a name like no other',
    args: ['my-map', '-m', 'zzzzzzzz'],
    code: 'unknown-municipality',
    says: ['zzzzzzzz'],
  },
  {
    what: 'a wrong check digit',
    args: ['my-map', '-m', '132011'],
    code: 'unknown-municipality',
    says: ['132011', '132012', 'check digit'],
  },
  {
    what: 'a code nobody has',
    args: ['my-map', '-m', '132999'],
    code: 'unknown-municipality',
    says: ['132999'],
  },
  {
    what: 'a code of four digits',
    args: ['my-map', '-m', '1320'],
    code: 'unknown-municipality',
    says: ['1320', '5 or 6'],
  },
  {
    what: 'a name two prefectures share',
    args: ['my-map', '-m', '府中市'],
    code: 'shared-municipality-name',
    says: ['132063', '東京都', '342084', '広島県'],
  },
  {
    what: 'a name three prefectures share',
    args: ['my-map', '-m', '朝日町'],
    code: 'shared-municipality-name',
    says: ['063231', '山形県', '163431', '富山県', '243434', '三重県'],
  },
  {
    what: 'another name two prefectures share',
    args: ['my-map', '-m', '美浜町'],
    code: 'shared-municipality-name',
    says: ['愛知県', '福井県', '和歌山県'],
  },
  {
    what: 'a name of Osaka and Hyogo',
    args: ['my-map', '-m', '太子町'],
    code: 'shared-municipality-name',
    says: ['大阪府', '兵庫県'],
  },
  {
    what: 'an unknown example',
    args: ['my-map', '-e', 'hachiouji'],
    code: 'unknown-example',
    says: ['hachiouji', '  hachioji  '],
  },
  {
    what: 'an example like no other',
    args: ['my-map', '-e', 'zzzzzz'],
    code: 'unknown-example',
    says: ['  hachioji  ', '  mihon  '],
  },
  {
    what: 'an example of another municipality',
    args: ['my-map', '-e', 'hachioji', '-m', '鯖江市'],
    code: 'example-mismatch',
    says: ['鯖江市', '132012', 'Hachioji City'],
  },
  {
    what: 'an example of another template',
    args: ['my-map', '-e', 'hachioji', '-t', 'benefits-navigator'],
    code: 'example-mismatch',
    says: ['benefits-navigator', '--template disaster-map'],
  },
  {
    what: 'an example and an unknown template',
    args: ['my-map', '-e', 'hachioji', '-t', 'disastermap'],
    code: 'unknown-template',
    says: ['disastermap', 'disaster-map'],
  },
  {
    what: 'an app at the place',
    args: ['app', ...town],
    code: 'already-an-app',
    says: ['app', 'npx yokoten upgrade'],
  },
  {
    what: 'an app to add an app to',
    args: ['app', ...town, '--into-existing'],
    code: 'already-an-app',
    says: ['app', 'npx yokoten upgrade'],
  },
  {
    what: 'files of the same name with other content',
    args: ['full', ...town, '--into-existing'],
    code: 'would-overwrite',
    says: ['index.html', 'other content', 'package.json', 'scripts.build', 'src/main.ts'],
  },
  {
    what: 'an unknown template',
    args: ['my-map', ...town, '-t', 'disastermap'],
    code: 'unknown-template',
    says: ['disastermap', 'disaster-map'],
  },
  {
    what: 'an unknown option',
    args: ['my-map', ...town, '--tempalte', 'x'],
    code: 'unknown-option',
    says: ['--tempalte', '--template'],
  },
  {
    what: 'an option without value',
    args: ['my-map', '--municipality', '--yes'],
    code: 'option-value',
    says: ['--municipality'],
  },
  {
    what: 'a value too much',
    args: ['my-map', ...town, '--yes=no'],
    code: 'option-value',
    says: ['--yes', 'no'],
  },
  {
    what: 'two folders',
    args: ['my', 'map', ...town],
    code: 'too-many-folders',
    says: ['"my" "map"', 'quotes'],
  },
  {
    what: 'an unknown language',
    args: ['my-map', ...town, '--lang', 'jp'],
    code: 'unknown-language',
    says: ['jp', 'ja'],
  },
  { what: 'a folder name of nothing', args: [' ', ...town], code: 'folder-name', says: ['folder'] },
  {
    what: 'a folder name with a line break',
    args: ['a\nb', ...town],
    code: 'folder-name',
    says: [String.raw`a\nb`],
  },
  {
    what: 'a folder below a file',
    args: ['file.txt/my-map', ...town],
    code: 'not-a-folder',
    says: ['file.txt'],
  },
  {
    what: 'a file at the place',
    args: ['file.txt', ...town],
    code: 'not-a-folder',
    says: ['file.txt'],
  },
  {
    what: 'a folder with something in it',
    args: ['full', ...town],
    code: 'folder-not-empty',
    says: ['full', 'index.html', '--into-existing'],
  },
  {
    what: 'this folder, with something in it',
    args: ['.', ...town],
    code: 'folder-not-empty',
    says: ['file.txt'],
  },
  {
    what: 'no packed packages',
    args: ['my-map', ...town, '--packages', 'full'],
    code: 'missing-packages',
    says: ['full', 'packages.json'],
  },
  {
    what: 'options that npm kept',
    args: ['my-map'],
    env: { npm_config_municipality: '132012' },
    code: 'options-eaten-by-npm',
    says: ['--municipality', ' -- '],
  },
];

test.concurrent.each(cases)(
  '$what: exit code 2, the nearest right one, nothing written',
  async ({ what, args, env = {}, code, says }) => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'full'));
    mkdirSync(join(folder.path, 'app'));
    writeFileSync(join(folder.path, 'app/yokoten.lock.json'), '{}');
    writeFileSync(join(folder.path, 'full/index.html'), '<!doctype html>');
    writeFileSync(join(folder.path, 'full/package.json'), '{ "scripts": { "build": "make" } }');
    writeFileSync(join(folder.path, 'full/src'), 'a file, not a folder');
    writeFileSync(join(folder.path, 'file.txt'), '');
    const before = folder.list();
    // One of them as a person runs it, with the exit code that a shell sees.
    const run = what === 'no municipality' ? runCli : runHere;
    const plain = await run([...args, '--no-install'], { cwd: folder.path, env });
    expect(plain).toMatchObject({ code: 2, stdout: '' });
    for (const word of [...says, `[create-yokoten/${code}]`]) expect(plain.stderr).toContain(word);
    const japanese = await runHere([...args, '--no-install'], {
      cwd: folder.path,
      env: { ...env, LANG: 'ja_JP.UTF-8' },
    });
    expect(japanese.stderr).toMatch(/[ぁ-ん].*。/);
    const json = await runHere([...args, '--no-install', '--json'], { cwd: folder.path, env });
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, code: `create-yokoten/${code}` });
    expect(folder.list()).toEqual(before);
  },
);

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder above that may not be written to',
  async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'closed'));
    chmodSync(join(folder.path, 'closed'), 0o555);
    const { code, stderr } = await runCli(['closed/my-map', ...town], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('[create-yokoten/cannot-write]');
  },
);

test.skipIf(process.platform !== 'linux')(
  'a place where nothing can be made, also for root',
  async () => {
    using folder = temporaryFolder();
    const { code, stderr } = await runCli(['/proc/my-map', ...town], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('[create-yokoten/cannot-write]');
  },
);
