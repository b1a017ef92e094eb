import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PackedRecord } from './document.ts';
import { joinShards, shardIndex, shardsOf } from './shards.ts';

const record = (id: string): PackedRecord => [id, '', null, [id]];

test('whatever the ids are, joined shards are the records in their order, and an id tells its shard', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 50 }), (ids) => {
      const records = ids.map(record);
      const shards = shardsOf(records);
      expect(joinShards(shards)).toEqual(records);
      for (const id of ids) {
        const shard = shards[shardIndex(id, shards.length)];
        expect(shard?.records.map(([one]) => one)).toContain(id);
      }
    }),
  );
});

test.each([
  ['numbers', (at: number) => String(at)],
  ['numbers behind letters', (at: number) => `f${String(at).padStart(6, '0')}`],
  ['hashes', (at: number) => `r${Math.imul(at, 0x9e3779b1) >>> 0}`],
])('no shard is much larger than the others: ids are %s', (_, id) => {
  const shards = shardsOf(Array.from({ length: 50_000 }, (_, at) => record(id(at))));
  const sizes = shards.map(({ records }) => records.length);
  expect(sizes).toHaveLength(50);
  expect(Math.max(...sizes)).toBeLessThan(1300);
});
