import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { scriptOf, workflowAt } from './workflow.ts';

const release = workflowAt('.github/workflows/release.yml');
const TOKEN_FREE = '11.5.1';

test('each job may do one thing: propose, pack, publish, announce', () => {
  const may = Object.entries(release.jobs).map(([name, { permissions }]) => [name, permissions]);
  expect(Object.fromEntries(may)).toEqual({
    version: { contents: 'write', 'pull-requests': 'write' },
    files: { contents: 'read' },
    publish: { 'id-token': 'write' },
    announce: { contents: 'write' },
  });
});

test('the job that may publish checks nothing out, installs nothing and knows no secret', () => {
  const { steps = [], environment } = release.jobs['publish'] ?? {};
  expect(environment).toBe('npm');
  expect(steps.map(({ uses }) => uses?.split('@')[0])).toEqual([
    'actions/setup-node',
    'actions/download-artifact',
    undefined,
  ]);
  expect(scriptOf(release, 'publish', 'Publish')).not.toMatch(/npm (ci|install|i|exec)\b|npx/);
  expect(JSON.stringify(release)).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});

test('nothing is published while a changeset waits, or without the tests', () => {
  const { files, publish, announce } = release.jobs;
  expect(files).toMatchObject({ needs: 'version', if: "needs.version.outputs.waits == 'false'" });
  const names = files?.steps?.flatMap(({ name }) => name ?? []);
  expect(names).toEqual(['Look', 'Test', 'Pack']);
  expect(publish).toMatchObject({ needs: 'files', if: "needs.files.outputs.version != ''" });
  expect(announce?.needs).toEqual(['files', 'publish']);
});

describe.skipIf(process.platform === 'win32')('as it runs', () => {
  test('a version whose tag is there is not made again', () => {
    const machine = new Machine();
    writeFileSync(join(machine.folder, 'publiccode.yml'), 'name: X\nsoftwareVersion: 1.2.3\n');
    machine.program('git', `echo "$@" >> asked; [ ! -f tagged ] || echo 'hash ref'`);
    const script = scriptOf(release, 'files', 'Look');
    expect(machine.run(script)).toMatchObject({ code: 0, output: 'version=1.2.3\n' });
    expect(machine.read('asked')).toBe('ls-remote --tags origin refs/tags/v1.2.3\n');
    writeFileSync(join(machine.folder, 'tagged'), '');
    expect(machine.run(script)).toMatchObject({ code: 0, output: '' });
  });

  const publish = scriptOf(release, 'publish', 'Publish');

  test('tarballs go out in their order; what a broken run published already is left alone', () => {
    const machine = packedOn(new Machine(), TOKEN_FREE);
    machine.registry('@x/a', machine.read('x-a-1.0.0.tgz'));
    expect(machine.run(publish)).toMatchObject({ code: 0 });
    expect(machine.read('asked')).toBe(
      'publish ./x-b-1.0.0.tgz --access public --ignore-scripts\n' +
        'publish ./x-c-1.0.0.tgz --access public --ignore-scripts\n',
    );
  });

  test.each([
    ['other bytes under the same version', (machine: Machine) => machine.registry('@x/b', 'other')],
    [
      'a tarball that is not the one that was packed',
      (machine: Machine) => writeFileSync(join(machine.folder, 'x-c-1.0.0.tgz'), 'other'),
    ],
    ['an npm that needs a token', (machine: Machine) => packedOn(machine, '11.5.0')],
    ['an npm of an older kind', (machine: Machine) => packedOn(machine, '10.9.9')],
  ])('%s stops it', (_, change) => {
    const machine = packedOn(new Machine(), TOKEN_FREE);
    change(machine);
    expect(machine.run(publish).code).not.toBe(0);
    expect(machine.read('asked')).not.toContain('x-c');
  });

  const announce = scriptOf(release, 'announce', 'Announce');

  test('the release carries tarballs, bills of materials and checksums, and v1 moves to it', () => {
    const machine = packedOn(new Machine(), TOKEN_FREE);
    machine.program('gh', 'echo "$@" >> asked');
    expect(machine.run(announce).code).toBe(0);
    const [move = '', create = '', ...rest] = machine.read('asked').trim().split('\n');
    expect(rest).toEqual([]);
    expect(move).toMatch(/PATCH .*git\/refs\/tags\/v1 .*sha=abc .*force=true/);
    expect(create).toMatch(/^release create v1\.0\.0 --target abc .*--notes-file notes\.md/);
    for (const name of ['./x-a-1.0.0.tgz', './x-c-1.0.0.tgz', './x-a-1.0.0.cdx.json', 'SHA256SUMS'])
      expect(create.split(' ')).toContain(name);
  });

  test('the first release makes the tag v1', () => {
    const machine = packedOn(new Machine(), TOKEN_FREE);
    machine.program('gh', 'echo "$@" >> asked; [ "$3" != PATCH ]');
    expect(machine.run(announce).code).toBe(0);
    expect(machine.read('asked')).toMatch(/POST repos\/x\/y\/git\/refs .*ref=refs\/tags\/v1/);
  });
});

/** A folder that a step works in, with stand-ins for the programs that reach outside. */
class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), 'yokoten-release-'));

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    mkdirSync(join(this.folder, 'programs'));
    mkdirSync(join(this.folder, 'registry'));
  }

  program(name: string, text: string): void {
    const file = join(this.folder, 'programs', name);
    writeFileSync(file, `#!/bin/bash\n${text}\n`, { mode: 0o755 });
  }

  /** As if these bytes had been published as version 1.0.0. */
  registry(name: string, bytes: string): void {
    const digest = createHash('sha512').update(bytes).digest('base64');
    const file = `${name.replaceAll('/', '+')}@1.0.0`;
    writeFileSync(join(this.folder, 'registry', file), `sha512-${digest}\n`);
  }

  read(name: string): string {
    const file = join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  run(script: string): { readonly code: number | null; readonly output: string } {
    const output = join(this.folder, 'output');
    writeFileSync(output, '');
    const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: this.folder,
      env: {
        ...process.env,
        PATH: `${join(this.folder, 'programs')}${delimiter}${process.env.PATH}`,
        GITHUB_OUTPUT: output,
        GITHUB_SHA: 'abc',
        GH_REPO: 'x/y',
        VERSION: '1.0.0',
      },
    });
    return { code: status, output: readFileSync(output, 'utf8') };
  }
}

/** Three tarballs as the job before hands them over, and an npm of a version. */
function packedOn(machine: Machine, npm: string): Machine {
  const names = ['a', 'b', 'c'];
  const sums = names.map((name) => {
    const file = `x-${name}-1.0.0.tgz`;
    writeFileSync(join(machine.folder, file), `bytes of ${name}`);
    writeFileSync(join(machine.folder, `x-${name}-1.0.0.cdx.json`), '{}');
    return `${createHash('sha256').update(`bytes of ${name}`).digest('hex')}  ${file}\n`;
  });
  writeFileSync(join(machine.folder, 'SHA256SUMS'), sums.join(''));
  writeFileSync(
    join(machine.folder, 'packages.tsv'),
    names.map((name) => `@x/${name}\t1.0.0\tx-${name}-1.0.0.tgz\n`).join(''),
  );
  machine.program(
    'npm',
    `case "$1" in
      --version) echo ${npm} ;;
      view) cat "registry/\${2//\\//+}" ;;
      *) echo "$@" >> asked ;;
    esac`,
  );
  return machine;
}
