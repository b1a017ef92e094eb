import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readable } from '@yokoten/rules';
import { explain } from '@yokoten/rules/trace';
import { afterAll, describe, expect, test } from 'vitest';
import { runTests, type TestResult } from '../src/index.ts';
import { load, type Loaded, MIHON, yamlFiles } from './compile-fixture.ts';
import { comparePython, drawHouseholds, moduleFolder, periodFor } from '../src/compare.ts';

/** Country packages as they are installed beside a Python; they are not part of the project. */
const python = [
  process.env.YOKOTEN_PYTHON,
  fileURLToPath(new URL('../../../.cache/openfisca/bin/python', import.meta.url)),
].find((path) => path !== undefined && existsSync(path));
const inPackage = (module: string): string | undefined =>
  python === undefined ? undefined : moduleFolder(python, module);
const tier = process.env.YOKOTEN_TIER;
/** Households in the default tier, in `.ci/run`, and in the full one. */
const count = tier === 'full' ? 100_000 : tier === 'ci' ? 20_000 : 2000;

if (python === undefined)
  console.log(
    'OpenFisca: no Python with it (YOKOTEN_PYTHON or .cache/openfisca), nothing to compare with',
  );

const packages = [
  {
    module: 'mihon',
    folder: python === undefined ? undefined : MIHON,
    days: ['2024-10-01', '2016-02-01'],
  },
  {
    module: 'openfisca_country_template',
    folder: inPackage('openfisca_country_template'),
    days: ['2016-06-01', '2024-01-01'],
  },
  {
    module: 'openfisca_japan',
    folder: inPackage('openfisca_japan'),
    days: ['2026-05-15', '2024-12-01', '2022-01-10'],
  },
];

describe.each(packages)('$module', ({ module, folder, days }) => {
  let loaded: Loaded | undefined;
  const packed = async (): Promise<Loaded> => (loaded ??= await load(folder ?? ''));
  afterAll(() => loaded?.remove());

  test.skipIf(folder === undefined)('compiles, every formula of it', async () => {
    const { errors, country } = (await packed()).compilation;
    expect(errors.filter(({ place }) => !place?.file.startsWith('reforms/'))).toEqual([]);
    expect(country.variables.length).toBeGreaterThan(10);
  });

  test.skipIf(folder === undefined || !existsSync(join(folder, 'tests')))(
    'passes its own tests, unmodified',
    async () => {
      const { pack, reform } = await packed();
      const results: TestResult[] = [];
      for (const { path, text } of yamlFiles(join(folder ?? '', 'tests')))
        results.push(...(await runTests(pack, text, path, async ([name = '']) => reform(name))));
      expect(results.filter(({ passed }) => !passed)).toEqual([]);
      expect(results.length).toBeGreaterThan(10);
      console.log(`${module}: ${results.length} passed, 0 failed`);
    },
  );

  test.skipIf(folder === undefined)(
    'fused and traced rules are equal',
    async () => {
      const { pack, steps } = await packed();
      const [day = ''] = days;
      const { simulation } = drawHouseholds(pack, steps, tier === undefined ? 3 : 8, day, 2);
      for (const variable of pack.variables) {
        const period = periodFor(variable.unit, day);
        const column = simulation.calculate(variable.name, period);
        for (let member = 0; member < column.length; member++) {
          const { nodes } = explain(simulation, steps, variable.name, period, member);
          const expected = readable(variable, column[member] ?? 0);
          expect([variable.name, nodes.at(-1)?.value]).toEqual([variable.name, expected]);
        }
      }
    },
    120_000,
  );

  // A formula with an `if` about households can be calculated for one household only in Python.
  const oneByOne = /truth value of an array/;
  test.skipIf(folder === undefined).each(days)(
    'agrees with the Python engine on %s',
    async (period) => {
      const found = comparePython(
        python ?? '',
        { name: module, folder: folder ?? '' },
        await packed(),
        { count, period, seed: 1 },
      );
      const vectors = Object.entries(found.failed).filter(([, reason]) => !oneByOne.test(reason));
      expect([...found.refused].sort()).toEqual(vectors.map(([name]) => name).sort());
      expect(found.agreements.filter(({ beyond }) => beyond > 0)).toEqual([]);
      const cells = found.agreements.reduce((sum, one) => sum + one.cells, 0);
      const different = found.agreements.reduce((sum, one) => sum + one.different, 0);
      expect(different / cells).toBeLessThanOrEqual(0.001);
      console.log(
        `${module} ${period}: ${count} households, ${cells} values, ${different} not the very same`,
      );
    },
    600_000,
  );
});
