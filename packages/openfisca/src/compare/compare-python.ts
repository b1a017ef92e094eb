import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Column, type Pack, parsePeriod, Simulation } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import { drawHouseholds, type Households, periodFor } from './households.ts';
import { PYTHON_SCRIPT } from './python-script.ts';

/** How two engines agree on one variable. */
export interface Agreement {
  readonly name: string;
  readonly cells: number;
  /** Cells whose figures are not the very same. */
  readonly different: number;
  /** Cells that differ by more than one unit in the last place of single precision and by more than 0.05. */
  readonly beyond: number;
  /** Largest difference. */
  readonly largest: number;
}

/** What came out of a comparison. */
export interface Comparison {
  readonly agreements: readonly Agreement[];
  /** Variables that the Python engine cannot calculate for these households at once, with its reason. */
  readonly failed: Readonly<Record<string, string>>;
  /** Variables that our engine has no value for on that day. */
  readonly refused: readonly string[];
  /** CPU seconds of the Python engine for the calculation alone, best of the rounds. */
  readonly pythonSeconds: number;
  /** The same of ours. */
  readonly ourSeconds: number;
}

/** Which households to compare on which day. */
export interface CompareOptions {
  readonly count: number;
  /** `YYYY-MM-DD`; variables of months and years are asked for those that the day lies in. */
  readonly period: string;
  /** The same seed draws the same households. */
  readonly seed: number;
  /** Outputs; default every variable that has a formula. */
  readonly outputs?: readonly string[];
  /** How often both calculate, for their times; default once. */
  readonly rounds?: number;
}

interface Wanted {
  readonly name: string;
  readonly type: string;
  readonly period: string;
}

/**
 * The folder of a Python module that is installed, without importing it.
 * @param python a Python's path
 */
export function moduleFolder(python: string, module: string): string | undefined {
  const code = `import importlib.util as u; s = u.find_spec(${JSON.stringify(module)}); print(s.origin if s else "")`;
  const origin = execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim();
  return origin === '' ? undefined : dirname(origin);
}

/**
 * Calculates the same random households with the Python engine and with a compiled pack.
 * @param python a Python that has OpenFisca and the package
 * @param module the package's module and the folder it was compiled from
 */
export function comparePython(
  python: string,
  module: { readonly name: string; readonly folder: string },
  { pack, steps }: { readonly pack: Pack; readonly steps: StepPack },
  { count, period, seed, outputs, rounds = 1 }: CompareOptions,
): Comparison {
  const households = drawHouseholds(pack, steps, count, period, seed);
  const wanted = pack.variables
    .filter(({ formulas, type }) => formulas !== undefined && type !== 'text')
    .filter(({ name }) => outputs === undefined || outputs.includes(name))
    .map(({ name, type, unit }): Wanted => ({ name, type, period: periodFor(unit, period) }));
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-compare-'));
  try {
    writeJob(folder, pack, households, period, wanted);
    execFileSync(python, ['-c', PYTHON_SCRIPT, module.name, folder, String(rounds)], {
      env: { ...process.env, PYTHONPATH: dirname(module.folder), PYTHONDONTWRITEBYTECODE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { failed, seconds } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as {
      failed: Record<string, string>;
      seconds: number;
    };
    const ours = calculate(households.simulation, wanted, rounds);
    const agreements = wanted.flatMap(({ name }, number) => {
      if (Object.hasOwn(failed, name)) return [];
      const { buffer, byteOffset, byteLength } = readFileSync(join(folder, `out${number}.bin`));
      const theirs = new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
      return [agree(name, ours.columns[number] as Float32Array, theirs)];
    });
    const { refused, seconds: ourSeconds } = ours;
    return { agreements, failed, refused, pythonSeconds: seconds, ourSeconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeJob(
  folder: string,
  pack: Pack,
  { inputs, of, persons, groups, roles }: Households,
  day: string,
  outputs: readonly Wanted[],
): void {
  const described = new Map(pack.variables.map((variable) => [variable.name, variable]));
  const stated = [...inputs].map(([name, values], number) => {
    const variable = described.get(name);
    const numbers = values instanceof Float64Array;
    if (numbers) writeFileSync(join(folder, `in${number}.bin`), values);
    return {
      name,
      period: periodFor(variable?.unit ?? '', day),
      type: variable?.type,
      values: variable?.values,
      texts: numbers ? undefined : values,
    };
  });
  writeFileSync(join(folder, 'of.bin'), of);
  const person = pack.entities.find((entity) => entity.roles === undefined)?.key;
  const group = pack.entities.find((entity) => entity.roles !== undefined)?.key;
  const job = { person, group, persons, groups, roles, inputs: stated, outputs };
  writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
}

function calculate(
  simulation: Simulation,
  wanted: readonly Wanted[],
  rounds: number,
): { columns: Column[]; refused: string[]; seconds: number } {
  let columns: Column[] = [];
  const refused = new Set<string>();
  let seconds = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const fresh = new Simulation(simulation.pack, simulation.populations, simulation.memberships);
    for (const { index, period, column } of simulation.inputs()) fresh.set(index, period, column);
    const began = process.cpuUsage();
    columns = wanted.map(({ name, period }) => {
      try {
        return fresh.calculate(name, parsePeriod(period));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'RulesError')) throw error;
        refused.add(name);
        return new Float32Array();
      }
    });
    const { user, system } = process.cpuUsage(began);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { columns, refused: [...refused], seconds };
}

function agree(name: string, ours: ArrayLike<number>, theirs: Float64Array): Agreement {
  let [different, beyond, largest] = [0, 0, 0];
  for (let i = 0; i < theirs.length; i++) {
    const [a, b] = [ours[i] ?? Number.NaN, theirs[i] ?? Number.NaN];
    if (Object.is(a + 0, b + 0)) continue;
    different++;
    const gap = Math.abs(a - b);
    if (!(gap <= Math.max(0.05, Math.abs(b) * 2 ** -23))) beyond++;
    if (!(gap <= largest)) largest = gap;
  }
  return { name, cells: theirs.length, different, beyond, largest };
}
