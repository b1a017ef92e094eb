import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../src/run.ts';

/** A step of a job, as a workflow file writes it. */
interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job: its own steps, or a call of another workflow. */
interface Job {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly environment?: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

/** A workflow of GitHub Actions, as far as tests look at it. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Reads a workflow by its path in the repository. */
export function workflowAt(path: string): Workflow {
  return parse(readFileSync(join(root, path), 'utf8')) as Workflow;
}

/** What a named step runs. @throws Error where there is no such step */
export function scriptOf({ jobs }: Workflow, job: string, name: string): string {
  const run = jobs[job]?.steps?.find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`There is no step ${name} in ${job}.`);
  return run;
}
