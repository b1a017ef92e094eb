import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOf, drawLine, HEIGHT, placeOf, WIDTH } from './chart.ts';

describe('a line', () => {
  test('falls straight down where the amount jumps between neighbouring values', () => {
    const { path, top } = drawLine([0, 500, 501, 1000], [60, 60, 0, 0]);
    expect(top).toBe(60);
    expect(path).toBe('M0 6L500 6L501 6L501 300L1000 300');
  });

  test('of nothing lies on the ground', () => {
    expect(drawLine([0, 10], [0, 0]).path).toBe(`M0 ${HEIGHT}L${WIDTH} ${HEIGHT}`);
  });

  test('stays inside of its box, whatever is paid', () => {
    const rising = fc
      .uniqueArray(fc.integer({ min: 0, max: 1e9 }), { minLength: 2, maxLength: 30 })
      .map((values) => values.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(
        rising,
        fc.array(fc.nat(1e7), { minLength: 30, maxLength: 30 }),
        (values, amounts) => {
          const { path } = drawLine(values, amounts.slice(0, values.length));
          for (const [, x, y] of path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
            expect(Number(x)).toBeLessThanOrEqual(WIDTH);
            expect(Number(y)).toBeLessThanOrEqual(HEIGHT);
          }
        },
      ),
    );
  });
});

describe('the table beside it', () => {
  test('has one row for each level stretch', () => {
    expect(bandsOf([0, 500, 501, 1000], [60, 60, 0, 0])).toEqual([
      { from: 0, to: 500, first: 60, last: 60 },
      { from: 501, to: 1000, first: 0, last: 0 },
    ]);
  });

  test('says every amount that the line has at a value that was tried', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(5)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (drawn) => {
        let at = 0;
        const values = [0, ...drawn.map(([step]) => (at += step))];
        const amounts = [0, ...drawn.map(([, amount]) => amount)];
        const bands = bandsOf(values, amounts);
        expect(bands[0]?.from).toBe(0);
        expect(bands.at(-1)?.to).toBe(values.at(-1));
        for (const [place, value] of values.entries()) {
          const told = bands.some(
            ({ from, to, first, last }) =>
              (value === from && amounts[place] === first) ||
              (value === to && amounts[place] === last) ||
              (value > from && value < to && first === last && amounts[place] === first),
          );
          expect(told).toBe(true);
        }
      }),
    );
  });
});

test('a place is between the first value and the last', () => {
  expect(placeOf(5, [0, 10])).toBe(0.5);
  expect(placeOf(-5, [0, 10])).toBe(0);
  expect(placeOf(5, [5, 5])).toBe(0);
});
