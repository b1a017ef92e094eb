import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, type Figure } from '../figure.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Constructs that stand for one formula each are told together. */
const LEAST_TOLD = 2;

interface Found {
  readonly version: string;
  readonly formulas: number;
  readonly variables: number;
  readonly passed: number;
  readonly failed: number;
  readonly unread: number;
  readonly reasons: readonly (readonly [what: string, times: number])[];
}

/**
 * How far openfisca-france goes: its own YAML tests, and what is not compiled, construct by construct. Its installed package
 * brings no tests along, so this needs its repository: `YOKOTEN_FRANCE`, or `.cache/openfisca-france`.
 */
export function* franceFigures(): Generator<Figure> {
  const repository = [process.env.YOKOTEN_FRANCE, join(root, '.cache/openfisca-france')].find(
    (path) => path !== undefined && existsSync(join(path, 'openfisca_france')),
  );
  if (repository === undefined) {
    console.error('No openfisca-france (YOKOTEN_FRANCE or .cache/openfisca-france): not measured.');
    return;
  }
  const child = spawnSync(
    process.execPath,
    [
      '--stack-size=7000',
      '--max-old-space-size=4000',
      fileURLToPath(new URL('france-child.ts', import.meta.url)),
      join(repository, 'openfisca_france'),
      join(repository, 'tests'),
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.status !== 0) throw new Error('openfisca-france could not be compiled');
  const found = JSON.parse(child.stdout) as Found;
  const name = 'openfisca-france';
  yield figure(`${name}: own YAML tests passed`, found.passed, 'tests');
  yield figure(`${name}: own YAML tests in all`, found.passed + found.failed, 'tests');
  yield figure(`${name}: files of tests that cannot be read`, found.unread, 'files');
  yield figure(`${name}: formulas compiled`, found.formulas, 'formulas');
  const errors = found.reasons.reduce((sum, [, times]) => sum + times, 0);
  yield figure(`${name}: formulas and variables that are not compiled`, errors, 'errors');
  const told = found.reasons
    .filter(([, times]) => times >= LEAST_TOLD)
    .toSorted(([, a], [, b]) => b - a);
  for (const [what, times] of told)
    yield figure(`${name}, not compiled: ${what.replaceAll('|', '/')}`, times, 'errors');
  const alone = found.reasons.filter(([, times]) => times < LEAST_TOLD).length;
  yield figure(`${name}, not compiled: each of other constructs, once`, alone, 'errors');
}
