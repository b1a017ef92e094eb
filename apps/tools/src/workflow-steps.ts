import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}

/** Named steps of a workflow's one job, in order; steps without a name only set the machine up. */
export function namedSteps(path: string, job: string): Step[] {
  const { jobs } = parse(readFileSync(join(root, path), 'utf8')) as {
    readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
  };
  return (jobs[job]?.steps ?? []).filter(
    ({ name, run }) => name !== undefined && run !== undefined,
  );
}

/** A machine that runs steps as a runner would. */
export interface Runner {
  /** Its temporary folder, home, and the place of the stand-ins. */
  readonly folder: string;
  /** Where the app is checked out. */
  readonly app: string;
  /** Shell texts by the name of the program they stand for. */
  readonly programs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs steps one after the other, each if its condition holds, which may compare one output of an earlier step.
 *
 * @throws Error where a step ends with another code than 0: the steps after it do not run
 */
export async function runSteps(
  steps: readonly Step[],
  { folder, app, programs, env }: Runner,
): Promise<void> {
  const place = join(folder, 'programs');
  mkdirSync(place, { recursive: true });
  for (const [name, text] of Object.entries(programs))
    writeFileSync(join(place, name), `#!/bin/bash\n${text}\n`, { mode: 0o755 });
  const outputs = new Map<string, string>();
  const file = join(folder, 'output');
  for (const { id, run = '', if: condition } of steps) {
    if (condition !== undefined && !holds(condition, outputs)) continue;
    writeFileSync(file, '');
    await promisify(execFile)('bash', ['-e', '-c', run], {
      cwd: app,
      env: {
        ...process.env,
        ...env,
        PATH: `${place}${delimiter}${process.env.PATH}`,
        HOME: folder,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: file,
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      },
    });
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const [key = '', ...value] = line.split('=');
      outputs.set(`steps.${id}.outputs.${key}`, value.join('='));
    }
  }
}

function holds(condition: string, outputs: ReadonlyMap<string, string>): boolean {
  const [, name = '', operator, value] =
    /^(steps\.\w+\.outputs\.\w+) (==|!=) '(\w*)'$/.exec(condition) ?? [];
  if (operator === undefined) throw new Error(`The condition is not understood: ${condition}`);
  return ((outputs.get(name) ?? '') === value) === (operator === '==');
}
