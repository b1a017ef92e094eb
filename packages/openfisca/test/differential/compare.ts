import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePeriod, type Pack } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import { drawHouseholds, periodFor } from './households.ts';

/** How two engines agree on one variable. */
export interface Agreement {
  readonly name: string;
  readonly cells: number;
  /** Cells whose figures are not the very same. */
  readonly different: number;
  /** Cells that differ by more than one unit in the last place of single precision and more than 0.05. */
  readonly beyond: number;
  readonly largest: number;
}

/** What came out of a comparison. */
export interface Comparison {
  readonly agreements: readonly Agreement[];
  /** Variables that the Python engine cannot calculate for many households at once, with its reason. */
  readonly failed: Readonly<Record<string, string>>;
  /** Variables that our engine has no value for on that day. */
  readonly refused: readonly string[];
  /** CPU seconds of the Python engine for the calculation alone. */
  readonly pythonSeconds: number;
  readonly ourSeconds: number;
}

/** A Python with OpenFisca in it: `YOKOTEN_PYTHON`, or what `.cache/openfisca` holds; nothing where there is none. */
export function findPython(): string | undefined {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  return [process.env.YOKOTEN_PYTHON, join(root, '.cache/openfisca/bin/python')].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** The folder of an installed Python module, without importing it. */
export function moduleFolder(python: string, module: string): string | undefined {
  const code = `import importlib.util as u; s = u.find_spec(${JSON.stringify(module)}); print(s.origin if s else "")`;
  const origin = execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim();
  return origin === '' ? undefined : dirname(origin);
}

/** Calculates the same random households with both engines. */
export function comparePython(
  python: string,
  module: { readonly name: string; readonly folder: string },
  { pack, steps }: { readonly pack: Pack; readonly steps: StepPack },
  {
    count,
    period,
    seed,
  }: { readonly count: number; readonly period: string; readonly seed: number },
): Comparison {
  const households = drawHouseholds(pack, steps, count, period, seed);
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-compare-'));
  try {
    const outputs = pack.variables.filter(
      ({ formulas, type }) => formulas !== undefined && type !== 'text',
    );
    const wanted = outputs.map(({ name, type, unit }) => ({
      name,
      type,
      period: periodFor(unit, period),
    }));
    const inputs = [...households.inputs].map(([name, values], number) => {
      const variable = pack.variables.find((one) => one.name === name);
      if (values instanceof Float64Array) writeFileSync(join(folder, `in${number}.bin`), values);
      const texts = values instanceof Float64Array ? undefined : values;
      const at = periodFor(variable?.unit ?? '', period);
      return { name, period: at, type: variable?.type, values: variable?.values, texts };
    });
    writeFileSync(join(folder, 'of.bin'), households.of);
    const [person, group] = [
      pack.entities.find(({ roles }) => !roles),
      pack.entities.find(({ roles }) => roles),
    ];
    const { persons, groups, roles } = households;
    const job = {
      person: person?.plural === undefined ? '' : person.key,
      group: group?.key,
      persons,
      groups,
      roles,
      inputs,
      outputs: wanted,
    };
    writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
    const script = fileURLToPath(new URL('calculate.py', import.meta.url));
    execFileSync(python, [script, module.name, folder], {
      env: { ...process.env, PYTHONPATH: dirname(module.folder), PYTHONDONTWRITEBYTECODE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { failed, seconds } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as {
      failed: Record<string, string>;
      seconds: number;
    };
    const began = process.cpuUsage();
    const refused = new Set<string>();
    const columns = wanted.map(({ name, period: at }) => {
      try {
        return households.simulation.calculate(name, parsePeriod(at));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'RulesError')) throw error;
        refused.add(name);
        return new Float32Array();
      }
    });
    const used = process.cpuUsage(began);
    const agreements = wanted.flatMap(({ name }, number) => {
      if (name in failed) return [];
      const bytes = readFileSync(join(folder, `out${number}.bin`));
      const theirs = new Float64Array(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
      );
      return [agree(name, columns[number] as Float32Array, theirs)];
    });
    return {
      agreements,
      failed,
      refused: [...refused],
      pythonSeconds: seconds,
      ourSeconds: (used.user + used.system) / 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
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
