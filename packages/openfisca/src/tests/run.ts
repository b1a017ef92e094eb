import {
  buildSimulation,
  type Pack,
  readable,
  RulesError,
  type Simulation,
  type Value,
} from '@yokoten/rules';
import { OpenFiscaError } from '../error.ts';
import { evaluateExpression } from './expression.ts';
import { badTest, isRecord, readTests, type YamlTest } from './read.ts';
import { passedOver, situationOf } from './situation.ts';

/** What became of one test. */
export interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
  /** Of a test that failed: what came out, and what was expected. */
  readonly reason?: string;
  /** Values that were compared. */
  readonly checks: number;
  /** Inputs that OpenFisca does not read where they stand, so that they have no effect. */
  readonly passedOver: readonly string[];
}

/** Gives the pack with a reform applied. */
export type ReformLoader = (reforms: readonly string[]) => Promise<Pack>;

/**
 * Runs a file of OpenFisca's YAML tests against a pack.
 * @param reformed called for tests that ask for reforms
 * @throws OpenFiscaError `openfisca/bad-test` where the file is none of tests
 */
export async function runTests(
  pack: Pack,
  text: string,
  file: string,
  reformed?: ReformLoader,
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (const test of readTests(text, file)) {
    const about = { file, name: test.name, passedOver: passedOver(pack, test) };
    try {
      const rules = test.reforms.length === 0 ? pack : await reformed?.(test.reforms);
      if (rules === undefined) throw badTest(file, `"${test.name}" needs a reform`);
      results.push({ ...about, passed: true, checks: runTest(rules, test, file) });
    } catch (error) {
      if (
        !(
          error instanceof Mismatch ||
          error instanceof RulesError ||
          error instanceof OpenFiscaError
        )
      )
        throw error;
      const where =
        error instanceof RulesError && error.path.length > 0 ? `${error.path.join(' › ')}: ` : '';
      results.push({ ...about, passed: false, reason: `${where}${error.message}`, checks: 0 });
    }
  }
  return results;
}

class Mismatch extends Error {}

function runTest(pack: Pack, test: YamlTest, file: string): number {
  const { simulation } = buildSimulation(pack, situationOf(pack, test, file));
  let checks = 0;
  for (const [key, expected] of Object.entries(test.output)) {
    if (simulation.pack.has(key)) checks += checkVariable(simulation, test, key, expected, file);
    else checks += checkEntity(simulation, test, key, expected, file);
  }
  return checks;
}

function checkEntity(
  simulation: Simulation,
  test: YamlTest,
  key: string,
  expected: unknown,
  file: string,
): number {
  const population = simulation.populations.find(
    ({ entity }) => entity.plural === key || entity.key === key,
  );
  if (population === undefined || !isRecord(expected))
    throw badTest(file, `output has the unknown key "${key}"`);
  let checks = 0;
  const check = (fields: unknown, at?: number): void => {
    if (!isRecord(fields)) throw badTest(file, `output of "${key}" is no mapping`);
    for (const [name, value] of Object.entries(fields))
      checks += checkVariable(simulation, test, name, value, file, at);
  };
  if (population.entity.plural !== key) check(expected);
  else
    for (const [id, fields] of Object.entries(expected)) {
      const at = population.ids.indexOf(id);
      if (at < 0) throw badTest(file, `output names "${id}", who is not in the input`);
      check(fields, at);
    }
  return checks;
}

function checkVariable(
  simulation: Simulation,
  test: YamlTest,
  name: string,
  expected: unknown,
  file: string,
  at?: number,
): number {
  if (isRecord(expected)) {
    let checks = 0;
    for (const [period, value] of Object.entries(expected))
      checks += checkValue(simulation, test, name, period, value, file, at);
    return checks;
  }
  if (test.period === undefined) throw badTest(file, `"${test.name}" has no period`);
  return checkValue(simulation, test, name, test.period, expected, file, at);
}

function checkValue(
  simulation: Simulation,
  test: YamlTest,
  name: string,
  period: string | number,
  expected: unknown,
  file: string,
  at?: number,
): number {
  const column = simulation.calculate(name, period);
  const variable = simulation.pack.variable(simulation.pack.indexOf(name));
  const all = Array.from(column as ArrayLike<number | string>, (raw) => readable(variable, raw));
  const found = at === undefined ? all : all.slice(at, at + 1);
  const wanted: unknown[] = Array.isArray(expected) ? expected : found.map(() => expected);
  if (wanted.length !== found.length)
    throw badTest(file, `${wanted.length} values for ${found.length} members`);
  for (const [i, value] of found.entries())
    if (!near(value, wanted[i], test))
      throw new Mismatch(`${name}@${period}: got ${String(value)}, expected ${String(wanted[i])}`);
  return found.length;
}

/** Equal, or as near as the test allows; numbers are compared in single precision, as OpenFisca does. */
function near(
  value: Value,
  wanted: unknown,
  { absoluteMargin, relativeMargin }: YamlTest,
): boolean {
  const [a, b] = [numeric(value), numeric(wanted, typeof value === 'number')];
  if (a === undefined || b === undefined) return String(value) === String(wanted);
  const difference = Math.abs(Math.fround(a) - Math.fround(b));
  if (absoluteMargin !== undefined && difference > absoluteMargin) return false;
  if (relativeMargin !== undefined && difference > Math.abs(relativeMargin * b)) return false;
  return absoluteMargin !== undefined || relativeMargin !== undefined || difference === 0;
}

function numeric(value: unknown, expression = false): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (expression && typeof value === 'string') return evaluateExpression(value);
  return typeof value === 'number' ? value : undefined;
}
