import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { comparePython, moduleFolder } from '@yokoten/openfisca/compare';
import { compilePackage, testPack } from '@yokoten/openfisca/node';
import { buildSimulation, type Pack, parsePeriod } from '@yokoten/rules';
import { repeatSimulation } from '@yokoten/rules/repeat';
import type { StepPack } from '@yokoten/rules/trace';
import { build } from 'vite';
import { figure, median, type BenchOptions, type Figure } from './figure.ts';
import { boundsFigures } from './rules/bounds.ts';
import { bulkFigures } from './rules/bulk.ts';
import { franceFigures } from './rules/france.ts';
import { measure } from './rules/measure.ts';
import { BASE, DAY, FAMILY, OUTPUTS, PYTHON_FAMILY } from './rules/japan.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Beside this app's modules, so that the pack finds its kernel. */
const out = fileURLToPath(new URL('../node_modules/.cache/rules/', import.meta.url));

/**
 * Compiled rules beside the real OpenFisca in the same run. Without a Python that has OpenFisca-Japan there are no rules to
 * measure, and the bench says so.
 */
export async function* bench({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const python = [process.env.YOKOTEN_PYTHON, join(root, '.cache/openfisca/bin/python')].find(
    (path) => path !== undefined && existsSync(path),
  );
  const folder = python === undefined ? undefined : moduleFolder(python, 'openfisca_japan');
  if (python === undefined || folder === undefined) {
    console.error(
      'No Python with openfisca-japan (YOKOTEN_PYTHON or .cache/openfisca): nothing to measure.',
    );
    return;
  }
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { country } = compilePackage(folder, out);
  const { pack } = (await import(pathToFileURL(join(out, 'index.js')).href)) as { pack: Pack };
  const { steps } = (await import(pathToFileURL(join(out, 'steps.js')).href)) as {
    steps: StepPack;
  };
  const version = `OpenFisca-Japan ${country.origin.version}`;

  let [passed, failed] = [0, 0];
  for await (const results of testPack(out, [join(folder, 'tests')]))
    for (const result of results) {
      if (result.passed) passed++;
      else failed++;
    }
  yield figure(`${version}: own YAML tests passed`, passed, 'tests');
  yield figure(`${version}: own YAML tests failed`, failed, 'tests', '<= 0');

  yield* agreement(python, folder, { pack, steps }, quick);
  yield* oneFamily(python, pack, quick);
  yield* bulk(python, folder, { pack, steps }, quick);
  yield* franceFigures();
  yield* bulkFigures(out, { pack, steps }, quick);
  yield* boundsFigures({ pack, steps }, quick);
  yield figure(
    'import() of the pack to the first family, new process',
    firstResult(),
    'ms',
    '<= 50',
  );
  for (const [name, file, target] of [
    ['the pack with its kernel', 'index.js', '<= 35'],
    ['labels, apart', 'labels.js', '<= 12'],
    ['the rules as steps, for explanations, apart', 'steps.js', undefined],
  ] as const)
    yield figure(`${version}: ${name}`, (await sizeOf(file)) / 1024, 'KB gz', target);
}

async function* agreement(
  python: string,
  folder: string,
  rules: { readonly pack: Pack; readonly steps: StepPack },
  quick: boolean,
): AsyncGenerator<Figure> {
  let [cells, different, beyond, households] = [0, 0, 0, 0];
  const remains = new Map<string, number>();
  for (const [seed, period] of [
    DAY,
    '2024-12-01',
    '2025-07-01',
    '2026-12-31',
    '2025-01-15',
  ].entries()) {
    const count = quick ? 1000 : 20_000;
    households += count;
    const compared = comparePython(python, { name: 'openfisca_japan', folder }, rules, {
      count,
      period,
      seed,
    });
    for (const one of compared.agreements) {
      cells += one.cells;
      different += one.different;
      beyond += one.beyond;
      if (one.different > 0) remains.set(one.name, (remains.get(one.name) ?? 0) + one.different);
    }
  }
  yield figure('random households compared with the Python engine', households, 'households');
  yield figure('values compared', cells, 'values');
  yield figure('values that are the very same', (1 - different / cells) * 100, '%', '>= 99.9');
  yield figure(
    'values further off than one unit in the last place and 0.05',
    beyond,
    'values',
    '<= 0',
  );
  for (const [name, times] of remains)
    yield figure(`${name}: values that are not the very same`, times, 'values');
}

async function* oneFamily(python: string, pack: Pack, quick: boolean): AsyncGenerator<Figure> {
  const period = parsePeriod(DAY);
  const rounds = quick ? 400 : 4000;
  const ours = measure(rounds, () => {
    const { simulation } = buildSimulation(pack, FAMILY);
    for (const output of OUTPUTS) simulation.calculate(output, period);
  });
  const { simulation: base } = buildSimulation(pack, BASE);
  const sweep = measure(rounds / 10, () => {
    const simulation = repeatSimulation(base, 101);
    const income = simulation.pack.indexOf('収入');
    const column = new Float32Array(404);
    for (let point = 0; point < 101; point++) column[point * 4] = point * 100_000;
    simulation.set(income, period, column);
    for (const output of OUTPUTS) simulation.calculate(output, period);
  });
  const spent = JSON.parse(
    execFileSync(
      python,
      ['-c', PYTHON_FAMILY, JSON.stringify({ family: FAMILY, outputs: OUTPUTS, day: DAY })],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ),
  ) as { family: number };
  yield figure('family of 4, 10 outputs, from JSON to figures', ours, 'ms', '<= 0.3');
  yield figure('the same in OpenFisca, CPU', spent.family, 'ms');
  yield figure('OpenFisca ÷ ours', spent.family / ours, '×', '>= 100');
  yield figure('what-if sweep of 101 incomes, 10 outputs', sweep, 'ms', '<= 2');
}

async function* bulk(
  python: string,
  folder: string,
  rules: { readonly pack: Pack; readonly steps: StepPack },
  quick: boolean,
): AsyncGenerator<Figure> {
  const count = 20_000;
  const options = { count, period: DAY, seed: 3, outputs: OUTPUTS, rounds: quick ? 3 : 12 };
  const compared = comparePython(python, { name: 'openfisca_japan', folder }, rules, options);
  const { pythonSeconds, ourSeconds } = compared;
  yield figure('20,000 mixed households, 10 outputs, CPU', count / ourSeconds, 'households/s');
  yield figure('the same in OpenFisca, CPU', count / pythonSeconds, 'households/s');
  yield figure('ours ÷ OpenFisca', pythonSeconds / ourSeconds, '×', '>= 7');
}

/** In a process of its own that has already started. */
function firstResult(): number {
  const code = `const t = performance.now();
const { pack } = await import(${JSON.stringify(pathToFileURL(join(out, 'index.js')).href)});
const { calculate } = await import(${JSON.stringify(import.meta.resolve('@yokoten/rules'))});
calculate(pack, ${JSON.stringify(FAMILY)});
console.log(performance.now() - t);`;
  const times = Array.from({ length: 9 }, () =>
    Number(
      spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout,
    ),
  );
  return median(times);
}

async function sizeOf(file: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(out, file), formats: ['es'], fileName: 'pack' },
    },
  });
  const code = [built]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('');
  return gzipSync(code, { level: 9 }).length;
}
