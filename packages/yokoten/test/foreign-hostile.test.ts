import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachOf } from '../../../apps/tools/src/tier.ts';
import { placeOf } from '../src/internal/foreign/address.ts';
import { openForeign } from '../src/internal/foreign/open-foreign.ts';
import { look, mark, plain } from './foreign-look.ts';
import { commitEntries, serve, onServer } from './foreign-server.ts';
import { temporary } from './upgrade-app.ts';

const OID = '1'.repeat(40);
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9\n`;
const onPosix = test.skipIf(process.platform === 'win32');

test.each([
  'ext::sh -c touch% /tmp/x',
  'fd::17/foo',
  'file:///etc',
  'ssh://-oProxyCommand=touch/x',
  'git@example.jp:a/b.git',
  '-oProxyCommand=x@example.jp:a',
  'git://example.jp/a',
  'http://example.jp/a',
  'ftp://example.jp/a',
  'https:example.jp/a',
  'https://--upload-pack=x/a',
  'https:\\\\example.jp/a',
  'https://name:word@example.jp/a',
  'https://name@example.jp/a',
  'https://example.jp/a?service=x',
  'https://example.jp/a#--upload-pack=x',
  'https://example.jp/a\n--upload-pack=x',
  'https://example.jp/ --upload-pack=x',
  'https://--upload-pack=x/a',
  ' https://example.jp/a',
  'transport::https://example.jp/a',
  'javascript:alert(1)',
])('%j is no address that is fetched', async (source) => {
  await expect(openForeign(source, {})).rejects.toThrow(/yokoten\/(foreign-address|no-such-file)/);
});

test('whatever is named is a folder without a scheme, or https without a password', () => {
  const parts = fc.constantFrom('https://', 'ext::', '-', '--upload-pack=', '@', ':', 'a.jp', '/');
  const source = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(parts, fc.string())).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(source, (text) => {
      try {
        const place = placeOf(text);
        if (place.kind === 'folder') expect(place.folder).toMatch(/^(\/|[A-Z]:\\)/);
        else expect(place.url).toMatch(/^https:\/\/[^@/\s-][^@/\s]*\/[^\s?#]*$/);
      } catch (error) {
        expect(String(error)).toContain('yokoten/foreign-address');
      }
    }),
  );
});

test('an option in the place of an address is a folder that is not there', async () => {
  const { file, command } = mark(temporary());
  for (const option of [`--upload-pack=${command}`, `-u${command}`, '--help', '-c'])
    await expect(openForeign(option, {})).rejects.toThrow('yokoten/no-such-file');
  expect(existsSync(file)).toBe(false);
});

onPosix('nothing in a repository’s settings, hooks, filters or attributes runs', async () => {
  const folder = temporary();
  const made = plain(folder);
  const { file, command } = mark(folder);
  made.write('.gitattributes', '* filter=evil diff=evil merge=evil ident\n');
  made.write('big.bin', POINTER);
  made.write('.lfsconfig', '[lfs]\n\turl = https://localhost:1/\n');
  made.write('.gitmodules', '[submodule "x"]\n\tpath = x\n\turl = -u./payload\n\tupdate = !sh\n');
  made.commit();
  const program = join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc'])
    writeFileSync(join(made.root, '.git/hooks', hook), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  writeFileSync(join(folder, 'included'), `[core]\n\tfsmonitor = ${program}\n`);
  appendFileSync(
    join(made.root, '.git/config'),
    [
      `[core]\n\tfsmonitor = ${program}\n\tsshCommand = ${program}\n\tpager = ${program}`,
      `\thooksPath = ${join(made.root, '.git/hooks')}\n\teditor = ${program}\n\taskPass = ${program}`,
      `\tgitProxy = ${program}\n\tworktree = /\n\talternateRefsCommand = ${program}`,
      `[filter "evil"]\n\tclean = ${program}\n\tsmudge = ${program}\n\tprocess = ${program}`,
      `\trequired = true\n[filter "lfs"]\n\tsmudge = ${program}\n\tprocess = ${program}`,
      `[diff "evil"]\n\ttextconv = ${program}\n\tcommand = ${program}`,
      `[diff]\n\texternal = ${program}\n[merge "evil"]\n\tdriver = ${program}`,
      `[alias]\n\trev-list = !${program}\n\tcat-file = !${program}\n\tls-tree = !${program}`,
      `[credential]\n\thelper = !${program}\n[gpg]\n\tprogram = ${program}\n[log]\n\tshowSignature = true`,
      `[include]\n\tpath = ${join(folder, 'included')}\n[protocol]\n\tallow = always`,
      `[uploadpack]\n\tpackObjectsHook = ${program}\n`,
    ].join('\n'),
  );
  const { taken, left, trees } = await look(made.root);
  expect(taken).toEqual(['.gitattributes', '.gitmodules', '.lfsconfig', 'a.csv']);
  expect(left).toEqual({ 'big.bin': 'yokoten/foreign-lfs' });
  expect(trees).toHaveLength(2);
  expect(existsSync(file)).toBe(false);
  // The trap is a live one: Git as a person runs it falls into it.
  spawnSync('git', ['-C', made.root, '--work-tree', made.root, 'status'], { stdio: 'ignore' });
  expect(existsSync(file)).toBe(true);
});

onPosix(
  'objects that are missing are not fetched by what the repository says of its remote',
  async () => {
    const folder = temporary();
    const made = plain(folder);
    const { file, command } = mark(folder);
    made.git(['config', 'extensions.partialClone', 'origin']);
    made.git(['config', 'remote.origin.promisor', 'true']);
    made.git(['config', 'remote.origin.url', `ext::sh -c ${command.replaceAll(' ', '% ')}`]);
    made.git(['config', 'protocol.ext.allow', 'always']);
    made.git(['config', 'core.repositoryformatversion', '1']);
    const commit = made.git(['rev-parse', 'HEAD']);
    rmSync(join(made.root, '.git/objects', commit.slice(0, 2), commit.slice(2)));
    const { taken, left } = await look(made.root);
    expect([taken, left]).toEqual([['a.csv'], { '.git': 'yokoten/foreign-history' }]);
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    for (const part of ['objects', 'refs', 'HEAD', 'config'])
      execFileSync('cp', ['-r', join(made.root, '.git', part), bare]);
    await expect(look(bare)).rejects.toThrow('yokoten/foreign-damaged');
    expect(existsSync(file)).toBe(false);
  },
);

const damages: readonly (readonly [what: string, damage: (git: string, folder: string) => void])[] =
  [];
eachOf(damages)(
  'a repository with %s: the files are read, the history is not, and that is said',
  async (_, damage) => {
    const folder = temporary();
    const made = plain(folder);
    damage(join(made.root, '.git'), folder);
    expect(await look(made.root)).toEqual({
      taken: ['a.csv'],
      left: { '.git': 'yokoten/foreign-history' },
      trees: [],
    });
  },
);

onPosix(
  'links, pipes and repositories inside a folder are not followed, and are listed',
  async () => {
    const folder = temporary();
    const root = join(folder, 'data');
    mkdirSync(join(root, 'inner/.git'), { recursive: true });
    writeFileSync(join(root, 'inner/x.csv'), 'x');
    writeFileSync(join(folder, 'secret'), 'x');
    symlinkSync(join(folder, 'secret'), join(root, 'link.csv'));
    symlinkSync(folder, join(root, 'up'));
    execFileSync('mkfifo', [join(root, 'pipe.csv')]);
    mkdirSync(join(root, 'd/'.repeat(30)), { recursive: true });
    expect(await look(root)).toEqual({
      taken: [],
      left: {
        inner: 'yokoten/foreign-installed',
        'link.csv': 'yokoten/foreign-link',
        up: 'yokoten/foreign-link',
        'pipe.csv': 'yokoten/foreign-not-a-file',
        ['d/'.repeat(21)]: 'yokoten/foreign-path',
      },
      trees: [],
    });
  },
);

onPosix('a file that becomes a link after it was listed is not read', async () => {
  const folder = temporary();
  const made = plain(folder);
  const tree = await openForeign(made.root, {});
  rmSync(join(made.root, 'a.csv'));
  symlinkSync('/etc/passwd', join(made.root, 'a.csv'));
  await expect(tree.files[0]?.read()).rejects.toThrow('yokoten/foreign-changed');
  await tree.close();
});

const NAMES = [
  '..',
  '.git',
  '.GIT',
  '.g\u200cit',
  '.Git ',
  'git~1',
  'a\\..\\b',
  'C:b',
  'aux.csv',
  'COM1',
  'con.tar.gz',
  'nul',
  'end.',
  'line\nbreak',
  'x'.repeat(250),
];

onServer(
  'names that lead elsewhere, links and submodules of a repository stay out, each with its code',
  async () => {
    const folder = temporary();
    const made = plain(folder);
    const inner = made.git(['mktree'], `100644 blob ${made.git(['rev-parse', 'HEAD:a.csv'])}\tb\n`);
    commitEntries(made, [
      ...NAMES.map((name) => ['100644', name, 'x'] as const),
      ['100644', '良い.csv', 'x'],
      ['100644', 'Same.csv', 'x'],
      ['100644', 'same.csv', 'y'],
      ['100644', 'が', 'x'],
      ['100644', 'か\u3099', 'y'],
      ['100644', 'Folder', 'x'],
      ['040000', 'folder', inner],
      ['040000', '...', inner],
      ['040000', 'node_modules', inner],
      ['100644', 'lfs.geojson', POINTER],
      ['120000', 'link.csv', '/etc/passwd'],
      ['160000', 'sub', OID],
    ]);
    const { url } = await serve(folder);
    for (const source of [`${url}/map/.git`, join(made.root, '.git')]) {
      const { taken, left } = await look(source);
      expect(taken).toEqual(['folder/b', '良い.csv']);
      const codes = Object.values(left).map((code) => code.replace('yokoten/foreign-', ''));
      expect(codes.filter((code) => code === 'path')).toHaveLength(NAMES.length + 1);
      expect(codes.filter((code) => code === 'same-name')).toHaveLength(5);
      expect(left).toMatchObject({
        node_modules: 'yokoten/foreign-installed',
        'lfs.geojson': 'yokoten/foreign-lfs',
        'link.csv': 'yokoten/foreign-link',
        sub: 'yokoten/foreign-submodule',
      });
    }
  },
);

test('names that are no UTF-8 stay out', async () => {
  const folder = temporary();
  const made = plain(folder);
  const blob = made.git(['rev-parse', 'HEAD:a.csv']);
  const entry = Buffer.concat([
    Buffer.from('100644 '),
    Buffer.from([0x94, 0xf0, 0x93, 0xef, 0]),
    Buffer.from(blob, 'hex'),
  ]);
  writeFileSync(join(folder, 'tree'), entry);
  const tree = made.git(['hash-object', '-t', 'tree', '-w', '--literally', join(folder, 'tree')]);
  made.git(['update-ref', 'HEAD', made.git(['commit-tree', '-m', 'x', tree])]);
  const { taken, left } = await look(join(made.root, '.git'));
  expect(taken).toEqual([]);
  expect(Object.values(left)).toEqual(['yokoten/foreign-path']);
});

test('a file whose content is not there is listed, and the others are read', async () => {
  const folder = temporary();
  const made = plain(folder);
  made.write('b.csv', 'gone');
  made.commit();
  const blob = made.git(['rev-parse', 'HEAD:b.csv']);
  rmSync(join(made.root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const { taken, left } = await look(join(made.root, '.git'));
  expect(taken).toEqual(['a.csv']);
  expect(left).toEqual({ 'b.csv': 'yokoten/foreign-damaged' });
});

test('a folder of packages that was committed is one line of what stays out', async () => {
  const folder = temporary();
  const made = plain(folder);
  for (let i = 0; i < 20; i += 1) made.write(`web/node_modules/p${i}/index.js`, 'x');
  made.commit();
  const { taken, left } = await look(join(made.root, '.git'));
  expect(taken).toEqual(['a.csv']);
  expect(left).toEqual({ 'web/node_modules': 'yokoten/foreign-installed' });
});
