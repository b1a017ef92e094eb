import { describe, expect, test } from 'vitest';
import type { Summary } from './protocol.ts';
import { type Action, reduce, selectedItem, startState, type State } from './state.ts';

const summary: Summary = {
  part: undefined,
  parts: [],
  dataset: null,
  confidence: 0,
  rows: 3,
  points: { published: 50, corrected: 70 },
  errors: 1,
  warnings: 2,
  questions: 0,
  changes: 4,
  located: 3,
};

function after(...actions: readonly Action[]): State {
  return actions.reduce(reduce, startState('ja'));
}

const given: Action = {
  type: 'given',
  items: ['一.csv', '二.csv', '三.csv'].map((name, at) => ({ id: at + 1, name, isSample: false })),
};

describe('files that are given', () => {
  test('stand in their order, the first of them in view', () => {
    const state = after(given);
    expect(state.items.map(({ name }) => name)).toEqual(['一.csv', '二.csv', '三.csv']);
    expect(selectedItem(state)?.id).toBe(1);
  });

  test('come behind those that are there, and in view', () => {
    const more: Action = { type: 'given', items: [{ id: 9, name: '九.csv', isSample: true }] };
    const state = after(given, more);
    expect(state.items.map(({ id }) => id)).toEqual([1, 2, 3, 9]);
    expect(state.selected).toBe(9);
  });

  test('none given changes nothing', () => {
    const state = after(given);
    expect(reduce(state, { type: 'given', items: [] })).toBe(state);
  });
});

describe('a file that is closed', () => {
  test.each([
    [1, 1, 2],
    [3, 3, 2],
    [2, 1, 1],
  ])('%d, with %d in view, leaves %d in view', (closed, seen, left) => {
    const state = after(given, { type: 'select', id: seen }, { type: 'removed', id: closed });
    expect(state.selected).toBe(left);
    expect(state.said).toEqual({ kind: 'removed', id: closed });
  });

  test('as the last one leaves the page as it was at the start', () => {
    const state = after(given, ...[1, 2, 3].map((id): Action => ({ type: 'removed', id })));
    expect(state.items).toEqual([]);
    expect(selectedItem(state)).toBeUndefined();
  });
});

describe('an examination', () => {
  test('is said aloud when it is over, not while it goes on', () => {
    const working = { kind: 'working', step: 'check', done: 0.6 } as const;
    const busy = after(given, { type: 'status', id: 2, status: working });
    expect(busy.said).toBeUndefined();
    const done = reduce(busy, { type: 'status', id: 2, status: { kind: 'done', summary } });
    expect(done.said).toEqual({ kind: 'examined', id: 2 });
    const refusal = { kind: 'unopened' } as const;
    const refused = reduce(busy, { type: 'status', id: 2, status: { kind: 'refused', refusal } });
    expect(refused.said).toEqual({ kind: 'refused', id: 2 });
  });

  test('of one file leaves the others alone', () => {
    const before = after(given);
    const state = reduce(before, { type: 'dataset', id: 2, as: 'aed' });
    expect(state.items[1]?.as).toBe('aed');
    expect(state.items[0]).toBe(before.items[0]);
    expect(state.items[2]).toBe(before.items[2]);
  });
});
