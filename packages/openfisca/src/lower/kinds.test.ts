import type { Kind } from '@yokoten/rules/trace';
import { expect, test } from 'vitest';
import { type Operand, resultKind } from './kinds.ts';

const array = (kind: Kind): Operand => ({ kind, axis: 0 });
const whole = (value: number): Operand => ({ kind: 'int64', axis: -1, range: [value, value] });
const fraction = (value: number): Operand => ({ kind: 'float64', axis: -1, range: [value, value] });
const truth: Operand = { kind: 'bool', axis: -1 };

// Each line was seen by running numpy 1.24.
test.each<[Operand[], Kind]>([
  [[array('float32'), whole(65_535)], 'float32'],
  [[array('float32'), whole(65_536)], 'float64'],
  [[array('float32'), whole(300_000)], 'float64'],
  [[array('float32'), whole(-32_768)], 'float32'],
  [[array('float32'), whole(-32_769)], 'float64'],
  [[array('float32'), fraction(0.1)], 'float32'],
  [[array('float32'), fraction(1e39)], 'float64'],
  [[array('float32'), array('int32')], 'float64'],
  [[array('float32'), array('int64')], 'float64'],
  [[array('float32'), array('bool')], 'float32'],
  [[array('float32'), truth], 'float32'],
  [[array('int32'), whole(2 ** 31 - 1)], 'int32'],
  [[array('int32'), whole(2 ** 31)], 'int64'],
  [[array('int32'), fraction(0.5)], 'float64'],
  [[array('int32'), array('bool')], 'int32'],
  [[array('int32'), array('int64')], 'int64'],
  [[array('bool'), whole(3)], 'int64'],
  [[array('bool'), fraction(0.5)], 'float64'],
  [[array('bool'), array('bool')], 'bool'],
  [[array('float32'), whole(300_000), fraction(0.5)], 'float64'],
  [[array('float32'), whole(0), fraction(0.5)], 'float32'],
  [[whole(1), whole(0)], 'int64'],
  [[whole(1), fraction(0.5)], 'float64'],
  [[truth, whole(0)], 'int64'],
  [[truth, truth], 'bool'],
])('%j → %s', (operands, kind) => {
  expect(resultKind(operands)).toBe(kind);
  expect(resultKind(operands.toReversed())).toBe(kind);
});

test('a single value of unknown size counts as a large one', () => {
  expect(resultKind([array('float32'), { kind: 'int64', axis: -1 }])).toBe('float64');
});
