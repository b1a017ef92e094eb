import { buildSimulation, parsePeriod } from '@yokoten/rules';
import { boundsOf, missingInputs } from '@yokoten/rules/bounds';
import { calculateExactly, explain, packOfSteps } from '@yokoten/rules/trace';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkSchemes, type SchemeCheck } from '../src/build.ts';

const folder = join(import.meta.dirname, '../demo');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

let checked: SchemeCheck;
beforeAll(async () => {
  checked = await checkSchemes(sources);
});

test('the demo schemes are right, and their examples come out', () => {
  expect(checked.findings).toEqual([]);
  expect(checked.failed).toBe(0);
  expect(checked.passed).toBeGreaterThanOrEqual(18);
});

const limit = (base: number, dependants: number): number => base + dependants * 380_000;

/** The law of the child allowance once more, by hand, in another way: year by year and child by child. */
function allowance(
  births: readonly string[],
  supported: readonly boolean[],
  incomes: readonly (readonly [income: number, dependants: number])[],
  month: string,
): number {
  const [year = 0, monthOfYear = 0] = month.split('-').map(Number);
  const schoolYear = monthOfYear >= 4 ? year : year - 1;
  const ages = births.map((birth) => {
    const [y = 0, m = 0, d = 0] = birth.split('-').map(Number);
    const late = m > 4 || (m === 4 && d >= 2);
    return {
      end: schoolYear + 1 - y - (late ? 1 : 0),
      months: (year - y) * 12 + monthOfYear - m,
      birth,
    };
  });
  const now = month >= '2024-10';
  const counts = (end: number, at: number): boolean =>
    end <= 18 || (now && end <= 22 && (supported[at] ?? false));
  // Who supports the children most: whoever earns most; of those, whoever has most dependants.
  const most = Math.max(...incomes.map(([income]) => income));
  const dependants = Math.max(...incomes.flatMap(([income, n]) => (income === most ? n : [])));
  if (!now && month >= '2022-06' && most >= limit(8_580_000, dependants)) return 0;
  const special = !now && most >= limit(6_220_000, dependants);
  let total = 0;
  for (const [at, { end, months, birth }] of ages.entries()) {
    if (months < 0 || end > (now ? 18 : 15)) continue;
    const older = ages.filter(
      (other, i) =>
        other.months >= 0 &&
        counts(other.end, i) &&
        (other.birth < birth || (other.birth === birth && i < at)),
    ).length;
    if (special) total += 5000;
    else if (now) total += older >= 2 ? 30_000 : months <= 36 ? 15_000 : 10_000;
    else total += months <= 36 || (end <= 12 && older >= 2) ? 15_000 : 10_000;
  }
  return total;
}

const day = (from: string, to: string) =>
  fc
    .date({
      min: new Date(`${from}T00:00:00Z`),
      max: new Date(`${to}T00:00:00Z`),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));
const family = fc.record({
  children: fc.array(
    fc.record({
      birth: fc.oneof(
        day('2000-01-01', '2024-01-01'),
        fc.constantFrom('2006-04-01', '2006-04-02', '2012-04-01', '2012-04-02', '2009-04-01'),
      ),
      supported: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  guardians: fc.array(
    fc.tuple(
      fc.oneof(
        fc.integer({ min: 0, max: 15_000_000 }),
        fc.constantFrom(6_220_000, 7_359_999, 9_720_000),
      ),
      fc.integer({ min: 0, max: 5 }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  month: fc
    .tuple(fc.integer({ min: 2012, max: 2027 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
    .filter((month) => month >= '2012-06'),
});

function simulate(
  {
    children,
    guardians,
  }: { children: { birth: string; supported: boolean }[]; guardians: [number, number][] },
  known = true,
) {
  const data = checked.compiled?.data;
  if (data === undefined) throw new Error('not compiled');
  const parents = guardians.map(([income, dependants], at) => [
    `p${at}`,
    {
      生年月日: { ETERNITY: '1985-01-01' },
      ...(known && {
        所得: { ETERNITY: income },
        児童手当_扶養親族等の数: { ETERNITY: dependants },
      }),
    },
  ]);
  const young = children.map(({ birth, supported }, at) => [
    `c${at}`,
    { 生年月日: { ETERNITY: birth }, 児童手当_親が生活費などを負担: { ETERNITY: supported } },
  ]);
  const { simulation } = buildSimulation(packOfSteps(data, data.steps), {
    persons: Object.fromEntries([...parents, ...young]),
    households: {
      home: { guardians: parents.map(([id]) => id), children: young.map(([id]) => id) },
    },
  });
  return { simulation, steps: data.steps };
}

describe('児童手当, before and after October 2024', () => {
  test('equals the law worked out by hand, for any family and month', () => {
    fc.assert(
      fc.property(family, (one) => {
        const { simulation } = simulate(one);
        const column = simulation.calculate('児童手当_額', one.month);
        const got = [...column].reduce<number>((sum, value) => sum + Number(value), 0);
        const births = one.children.map(({ birth }) => birth);
        const supported = one.children.map((child) => child.supported);
        expect(got).toBe(allowance(births, supported, one.guardians, one.month));
      }),
    );
  });

  test('while the income is unknown, the amount lies within its bounds', () => {
    fc.assert(
      fc.property(family, (one) => {
        const { simulation, steps } = simulate(one, false);
        const unknown = one.guardians.flatMap((_, member) => [
          { variable: '所得', member, least: 0, most: 20_000_000 },
          { variable: '児童手当_扶養親族等の数', member, least: 0, most: 15 },
        ]);
        const exact = [...simulate(one).simulation.calculate('児童手当_額', one.month)];
        for (const [at, value] of exact.entries()) {
          const { least, most } = boundsOf(
            simulation,
            steps,
            '児童手当_額',
            one.month,
            unknown,
            at,
          );
          expect(least).toBeLessThanOrEqual(Number(value));
          expect(most).toBeGreaterThanOrEqual(Number(value));
        }
      }),
    );
  });

  test('since October 2024 the income is not asked for', () => {
    const one = {
      children: [{ birth: '2015-05-05', supported: false }],
      guardians: [[0, 0]] as [number, number][],
    };
    const { simulation, steps } = simulate(one, false);
    const unknown = [{ variable: '所得', member: 0, least: 0, most: 20_000_000 }];
    expect(missingInputs(simulation, steps, '児童手当_額', '2024-10', unknown, 1)).toEqual([]);
    expect(missingInputs(simulation, steps, '児童手当_額', '2024-09', unknown, 1)).toHaveLength(1);
  });

  test('the explanation names the figure of the law, with the day from which it holds', () => {
    const one = {
      children: [{ birth: '2023-05-05', supported: false }],
      guardians: [[0, 0]] as [number, number][],
    };
    const { simulation, steps } = simulate(one);
    const { nodes, asOf } = explain(simulation, steps, '児童手当_額', '2025-01', 1);
    const figures = nodes.flatMap(({ parameters }) => parameters);
    expect(figures.map(({ value, from }) => [value, from])).toEqual([[15_000, '2024-10-01']]);
    expect(asOf).toBe('2024-10-01');
    const [path] = figures.map((figure) => figure.path);
    const sources = checked.compiled?.data.sources.parameters[path ?? ''];
    expect(sources?.map(({ article }) => article)).toEqual(['第6条']);
  });
});

test('a multiple with digits behind the point is exact: what fractions say is what is stored', () => {
  fc.assert(
    fc.property(family, fc.integer({ min: 0, max: 90_000 }), (one, rent) => {
      const { simulation, steps } = simulate(one);
      const at = simulation.pack.indexOf('就学援助（見本市）_借家の家賃');
      simulation.set(at, parsePeriod('ETERNITY'), Int32Array.of(rent));
      const name = '就学援助（見本市）_基準になる額';
      const [exact] = calculateExactly(simulation, steps, name, '2025-10').values;
      expect(exact?.fraction).toBe(String(simulation.calculate(name, '2025-10')[0]));
    }),
  );
});
