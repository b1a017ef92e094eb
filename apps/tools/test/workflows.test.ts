import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from '../src/sources.ts';
import { workflowAt } from './workflow.ts';

const paths = repositoryFiles().filter((path) => /(^|\/)\.github\/workflows\/.*\.yml$/.test(path));
const OURS = /^yokoten\/yokoten\/\.github\/workflows\/([\w-]+\.yml)@v1$/;

test('there are workflows of the repository and of templates to look at', () => {
  expect(paths).toContain('.github/workflows/release.yml');
  expect(paths.filter((path) => path.startsWith('templates/')).length).toBeGreaterThan(2);
});

describe.each(paths)('%s', (path) => {
  const { permissions, jobs } = workflowAt(path);
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  test('pins every action by the hash of a commit, with its version beside it', () => {
    const lines = textOf(path).match(/^.*\buses: .*$/gm) ?? [];
    const loose = lines.filter(
      (line) =>
        !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line) &&
        !OURS.test(line.replace(/.*uses: /, '')),
    );
    expect(loose).toEqual([]);
  });

  test('may read at most, but for jobs that say what else they need', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(permissions);
  });

  test('leaves no token behind after a checkout, and no job without an end', () => {
    for (const { uses, with: settings } of steps)
      if (uses?.startsWith('actions/checkout@') === true)
        expect(settings).toMatchObject({ 'persist-credentials': false });
    for (const [name, job] of Object.entries(jobs))
      if (job.steps !== undefined) expect(job['timeout-minutes'], name).toBeGreaterThan(0);
  });

  test('runs what Bash can read, and nothing that is put together outside of it', () => {
    for (const { run } of steps) {
      if (run === undefined) continue;
      expect(run).not.toContain('${{');
      execFileSync('bash', ['-n', '-c', run]);
    }
  });

  test('calls workflows that are here', () => {
    const called = Object.values(jobs).flatMap(({ uses }) => OURS.exec(uses ?? '')?.[1] ?? []);
    for (const name of called) {
      const { on } = workflowAt(`.github/workflows/${name}`);
      expect(Object.keys(on as object)).toContain('workflow_call');
    }
  });
});

test('the same action is the same commit everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const path of paths)
    for (const [, name = '', pin = ''] of textOf(path).matchAll(
      /uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40} # \S+)/g,
    ))
      pins.set(name, (pins.get(name) ?? new Set()).add(pin));
  expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([]);
});
