import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { appFrom, FIRST, next, openApp, releasesIn, temporary, type App } from './upgrade-app.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly uses?: string; readonly steps?: readonly Step[] }>
  >;
}
const read = (path: string): Workflow => parse(readFileSync(join(root, path), 'utf8')) as Workflow;
const reusable = read('.github/workflows/upgrade.yml');
const steps = reusable.jobs['upgrade']?.steps ?? [];

test('actions are pinned by hash, permissions are least, and no text of a run comes from outside', () => {
  expect(reusable.permissions).toEqual({});
  for (const { uses } of steps)
    if (uses !== undefined) expect(uses).toMatch(/^[\w/-]+@[0-9a-f]{40}$/);
  for (const { run } of steps) expect(run ?? '').not.toContain('${{');
});

test('the workflow of an app is one line that calls it, and cannot need a change', () => {
  const own = read('templates/disaster-map/.github/workflows/upgrade.yml');
  expect(own.permissions).toEqual({});
  expect(own.jobs['upgrade']).toEqual({
    permissions: { contents: 'write', 'pull-requests': 'write' },
    uses: 'yokoten/yokoten/.github/workflows/upgrade.yml@v1',
  });
});

describe.skipIf(process.platform === 'win32')('as it runs', () => {
  test(
    'it proposes once, leaves the same proposal alone, and is quiet when all is taken over',
    { tags: ['ci'] },
    async () => {
      const folder = temporary();
      const app = appFrom(FIRST, folder);
      app.git('clone', '--quiet', '--bare', '.', join(folder, 'remote.git'));
      app.git('remote', 'add', 'origin', join(folder, 'remote.git'));
      const second = next(FIRST, '1.1.0', {
        'SECURITY.md': ['template', 'x\n'],
        '.github/workflows/deploy.yml': ['template', 'name: Other\non: push\njobs: {}\n'],
      });
      const releases = await releasesIn(folder, FIRST, second);
      expect(runSteps(app, releases, folder)).toBe('create\n');
      expect(readFileSync(join(folder, 'report.md'), 'utf8')).toMatch(
        /何が変わるか[^]*SECURITY\.md[^]*あなたの決めること[^]*deploy\.yml[^]*What you decide/,
      );
      const remote = openApp(join(folder, 'remote.git'));
      expect(remote.git('show', 'upgrade/yokoten-1.1.0:SECURITY.md')).toBe('x\n');
      expect(remote.git('diff', '--name-only', 'main', 'upgrade/yokoten-1.1.0')).not.toContain(
        'workflows',
      );

      // A week later, in a fresh clone.
      const clone = (name: string): App => {
        remote.git('clone', '--quiet', '.', join(folder, name));
        return openApp(join(folder, name));
      };
      expect(runSteps(clone('week-2'), releases, folder)).toBe('create\n');
      const third = next(second, '1.2.0', { 'SECURITY.md': ['template', 'y\n'] });
      await releasesIn(folder, third);
      expect(runSteps(clone('week-3'), releases, folder)).toBe('create\nedit\n');
      remote.git('branch', '--force', 'main', 'upgrade/yokoten-1.2.0');
      expect(runSteps(clone('week-4'), releases, folder)).toBe('create\nedit\n');
    },
  );
});

/** Runs the two steps as a runner would, with our sources for `npx` and a note of what `gh` was asked. */
function runSteps(app: App, releases: string, folder: string): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs, { recursive: true });
  const cli = join(root, 'packages/yokoten/src/cli.ts');
  const program = (name: string, text: string): void =>
    writeFileSync(join(programs, name), `#!/bin/bash\n${text}\n`, { mode: 0o755 });
  program('npx', `shift 2; exec '${process.execPath}' '${cli}' "$@" --releases '${releases}'`);
  program(
    'gh',
    `if [ "$2" = list ]; then [ -f '${folder}/open' ] && echo 7; exit 0; fi\necho "$2" >> '${folder}/asked'; touch '${folder}/open'`,
  );
  const output = join(folder, 'output');
  writeFileSync(output, '');
  for (const { run, name } of steps) {
    if (run === undefined) continue;
    const outputs = Object.fromEntries(
      readFileSync(output, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    );
    if (name === 'Propose' && outputs['branch'] === '') continue;
    execFileSync('bash', ['-eo', 'pipefail', '-c', run], {
      cwd: app.root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PATH: `${programs}${delimiter}${process.env.PATH}`,
        HOME: folder,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        BRANCH: outputs['branch'],
        VERSION: outputs['version'],
        GH_TOKEN: 'x',
      },
    });
  }
  const asked = join(folder, 'asked');
  return existsSync(asked) ? readFileSync(asked, 'utf8') : '';
}
