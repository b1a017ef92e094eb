import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSamePlaces, type KnownPlace } from './same-places.ts';

const first: KnownPlace = { name: '見本市立第一小学校', at: [139.3, 35.6], source: 0 };

describe('findSamePlaces', () => {
  test('the same name near by, with its distance in metres', () => {
    const other = { name: '第一小学校', at: [139.3, 35.601], source: 1 } as const;
    const [same, ...rest] = findSamePlaces([first, other]);
    expect(rest).toEqual([]);
    expect(same).toMatchObject({ pair: [0, 1], by: 'name' });
    // A thousandth of a degree of latitude.
    expect(same?.distance).toBeCloseTo(111.2, 0);
    expect(same?.confidence).toBeGreaterThan(0.9);
  });

  test.each([
    ['too far away', { name: '第一小学校', at: [139.3, 35.61], source: 1 }],
    ['of the same source', { name: '第一小学校', at: [139.3, 35.6], source: 0 }],
    ['with another name', { name: '見本公園', at: [139.3, 35.6], source: 1 }],
    ['without a name', { name: '', at: [139.3, 35.6], source: 1 }],
  ] as const)('not %s', (_, other) => {
    expect(findSamePlaces([first, other])).toEqual([]);
  });

  test('a similar name at the same spot is a question', () => {
    const other = { name: '第一小学校体育館', at: [139.3001, 35.6], source: 1 } as const;
    expect(findSamePlaces([first, other])).toMatchObject([{ by: 'position', confidence: 0.6 }]);
  });

  test('without a position, name and address together', () => {
    const here = { ...first, address: '見本町1-2' };
    const other = { name: '第一小学校', address: '見本町１－２', source: 1 };
    const elsewhere = { name: '第一小学校', address: '別町3', source: 2 };
    expect(findSamePlaces([here, other, elsewhere])).toEqual([
      { pair: [0, 1], by: 'address', confidence: 0.9 },
    ]);
  });

  test('agrees with comparing every pair', () => {
    const place = fc.record({
      name: fc.constantFrom('公園', '小学校', '市立小学校', '図書館'),
      at: fc.tuple(
        fc.double({ min: 139.3, max: 139.32, noNaN: true }),
        fc.double({ min: 35.6, max: 35.62, noNaN: true }),
      ),
      source: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        const found = findSamePlaces(places, { within: 500 }).filter(({ by }) => by === 'name');
        const slow = places.flatMap((one, i) =>
          places.slice(i + 1).flatMap((other, j) => {
            const same = findSamePlaces([one, other], { within: 500 });
            return same.some(({ by }) => by === 'name') ? [`${i} ${i + 1 + j}`] : [];
          }),
        );
        expect(found.map(({ pair }) => pair.join(' ')).sort()).toEqual(slow.sort());
      }),
    );
  });
});
