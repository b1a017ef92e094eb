import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../figure.ts';

const run = promisify(execFile);
/** What a peer that holds a whole file as objects needs. */
const HEAP_MB = 16_000;

/** What one process took. */
export interface Run<Result> {
  /** CPU seconds of all threads, start of the process included. */
  readonly cpu: number;
  /** The most memory it held, in MB. */
  readonly rss: number;
  readonly result: Result;
}

/** Runs a file of ./children in a process of its own. */
export async function child<Result>(
  name: string,
  ...args: readonly string[]
): Promise<Run<Result>> {
  const script = fileURLToPath(new URL(`./children/${name}.mjs`, import.meta.url));
  const flags = [`--max-old-space-size=${HEAP_MB}`, script];
  const { stdout } = await run(process.execPath, [...flags, ...args], {
    maxBuffer: 1 << 26,
    env: plainEnvironment(),
  });
  return JSON.parse(stdout) as Run<Result>;
}

/** Certificates and options that a machine adds make every start slower. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...plain } = process.env;
  return plain;
}

/** Medians of several runs, and the last result. */
export interface Measured<Result> {
  readonly cpu: number;
  readonly rss: number;
  readonly result: Result;
}

/** Runs all cases in turn, round after round, so that noise hits all alike. */
export async function interleaved<Name extends string, Result>(
  rounds: number,
  cases: Readonly<Record<Name, () => Promise<Run<Result>>>>,
): Promise<Record<Name, Measured<Result>>> {
  const names = Object.keys(cases) as Name[];
  const runs = new Map(names.map((name): [Name, Run<Result>[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) runs.get(name)?.push(await cases[name]());
  }
  const measured = names.map((name): [Name, Measured<Result>] => {
    const of = runs.get(name) ?? [];
    const [last] = of.slice(-1);
    if (last === undefined) throw new Error(`${name} was not run.`);
    const cpu = median(of.map((one) => one.cpu));
    return [name, { cpu, rss: median(of.map((one) => one.rss)), result: last.result }];
  });
  return Object.fromEntries(measured) as Record<Name, Measured<Result>>;
}
