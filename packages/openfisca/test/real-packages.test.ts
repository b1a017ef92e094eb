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
/** Households that are compared at a time. */
const AT_A_TIME = tier === undefined ? 2000 : 20_000;

if (python === undefined)
  console.log(
    'OpenFisca: no Python with it (YOKOTEN_PYTHON or .cache/openfisca), nothing to compare with',
  );

const packages = [
  {
    module: 'mihon',
    folder: python === undefined ? undefined : MIHON,
    days: ['2024-10-01', '2016-02-01'],
    batches: 1,
  },
  {
    module: 'openfisca_country_template',
    folder: inPackage('openfisca_country_template'),
    days: ['2016-06-01', '2024-01-01'],
    batches: 1,
  },
  {
    module: 'openfisca_japan',
    folder: inPackage('openfisca_japan'),
    days: ['2026-05-15', '2024-12-01', '2022-01-10'],
    // 120,000 households in `.ci/run`, 1,020,000 in the full tier.
    batches: tier === 'full' ? 17 : tier === 'ci' ? 2 : 1,
  },
];

describe.each(packages)('$module', ({ module, folder, days, batches }) => {
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
      const rules = await packed();
      let [cells, different] = [0, 0];
      const remains = new Map<string, number>();
      for (let seed = 1; seed <= batches; seed++) {
        const options = { count: AT_A_TIME, period, seed };
        const found = comparePython(
          python ?? '',
          { name: module, folder: folder ?? '' },
          rules,
          options,
        );
        const vectors = Object.entries(found.failed).filter(([, reason]) => !oneByOne.test(reason));
        expect([...found.refused].sort()).toEqual(vectors.map(([name]) => name).sort());
        expect(found.agreements.filter(({ beyond }) => beyond > 0)).toEqual([]);
        for (const one of found.agreements) {
          cells += one.cells;
          different += one.different;
          if (one.different > 0)
            remains.set(one.name, (remains.get(one.name) ?? 0) + one.different);
        }
      }
      expect(different / cells).toBeLessThanOrEqual(0.001);
      const listed = [...remains].map(([name, times]) => `, ${name} ${times}`).join('');
      console.log(
        `${module} ${period}: ${AT_A_TIME * batches} households, ${cells} values, ${different} not the very same${listed}`,
      );
    },
    3_600_000,
  );
});
