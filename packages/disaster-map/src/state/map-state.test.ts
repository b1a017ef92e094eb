import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallDocument } from '../../test/small-document.ts';
import { HAZARDS } from '../document.ts';
import {
  initialState,
  LIST_STEP,
  offeredLanguage,
  reduce,
  type MapAction,
  type MapState,
} from './map-state.ts';

const start = initialState(smallDocument(), 'ja');

describe('a reader', () => {
  test.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['ko', 'ja'],
    ['', 'ja'],
  ])('of %j is served in %s', (language, served) => {
    expect(offeredLanguage(['ja', 'en'], language)).toBe(served);
    expect(initialState(smallDocument(), language).language).toBe(served);
  });

  test('of a variety that is offered itself gets that one', () => {
    expect(offeredLanguage(['ja', 'zh', 'zh-Hant'], 'zh-Hant')).toBe('zh-Hant');
  });
});

test('the page opens with the visible layers, a half sheet and nothing chosen', () => {
  expect(start).toMatchObject({
    layers: new Set(['避難場所', '避難所']),
    sheet: 'half',
    panel: 'list',
    listed: LIST_STEP,
    query: '',
  });
  expect(start.selected).toBeUndefined();
});

test('a search ends the look at one spot and begins the list anew', () => {
  const state = { ...start, here: ['s1'], listed: 150 };
  expect(reduce(state, { type: 'search', query: '小' })).toMatchObject({
    query: '小',
    here: undefined,
    listed: LIST_STEP,
  });
});

test('layers are switched one by one', () => {
  const off = reduce(start, { type: 'layer', id: '避難所', visible: false });
  expect([...off.layers]).toEqual(['避難場所']);
  const on = reduce(off, { type: 'layer', id: 'AED', visible: true });
  expect([...on.layers]).toEqual(['避難場所', 'AED']);
});

test('what is opened raises a sheet that is folded away, and only that', () => {
  const low: MapState = { ...start, sheet: 'low' };
  const full: MapState = { ...start, sheet: 'full' };
  expect(reduce(low, { type: 'select', id: 's1' }).sheet).toBe('half');
  expect(reduce(low, { type: 'here', ids: ['s1'] }).sheet).toBe('half');
  expect(reduce(low, { type: 'panel', panel: 'about' }).sheet).toBe('half');
  expect(reduce(low, { type: 'select', id: undefined }).sheet).toBe('low');
  expect(reduce(full, { type: 'select', id: 's1' }).sheet).toBe('full');
});

test('the sheet has three heights and stops at the ends', () => {
  const up: MapAction = { type: 'sheet', by: 1 };
  const down: MapAction = { type: 'sheet', by: -1 };
  expect(reduce(start, up).sheet).toBe('full');
  expect(reduce(reduce(start, up), up).sheet).toBe('full');
  expect(reduce(reduce(start, down), down).sheet).toBe('low');
});

test('a place replaces the page about the data, and forgets what became of an earlier link', () => {
  const state: MapState = { ...start, panel: 'about', link: 'copied' };
  expect(reduce(state, { type: 'select', id: 's1' })).toMatchObject({
    selected: 's1',
    panel: 'list',
    link: undefined,
  });
});

test('the list is written out in steps, or up to a place, but not without end', () => {
  expect(reduce(start, { type: 'more' }).listed).toBe(100);
  expect(reduce(start, { type: 'reach', index: 49 }).listed).toBe(50);
  expect(reduce(start, { type: 'reach', index: 50 }).listed).toBe(100);
  expect(reduce({ ...start, listed: 200 }, { type: 'reach', index: 0 }).listed).toBe(200);
  expect(reduce(start, { type: 'reach', index: 100_000 }).listed).toBe(1000);
});

const id = fc.option(fc.constantFrom('s1', 'h1', 'nowhere'), { nil: undefined });
const action: fc.Arbitrary<MapAction> = fc.oneof(
  fc.record({ type: fc.constant('language' as const), language: fc.constantFrom('ja', 'en') }),
  fc.record({ type: fc.constant('search' as const), query: fc.string() }),
  fc.record({
    type: fc.constant('hazard' as const),
    hazard: fc.option(fc.constantFrom(...HAZARDS), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('layer' as const),
    id: fc.constantFrom('避難場所', 'AED'),
    visible: fc.boolean(),
  }),
  fc.record({ type: fc.constant('select' as const), id }),
  fc.record({
    type: fc.constant('here' as const),
    ids: fc.option(fc.array(fc.string()), { nil: undefined }),
  }),
  fc.record({ type: fc.constantFrom('more' as const) }),
  fc.record({ type: fc.constant('reach' as const), index: fc.nat() }),
  fc.record({ type: fc.constant('sheet' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({
    type: fc.constant('panel' as const),
    panel: fc.constantFrom('list' as const, 'about' as const),
  }),
  fc.record({
    type: fc.constant('link' as const),
    link: fc.constantFrom('copied' as const, 'shown' as const, undefined),
  }),
);

test('no action changes the state it is given, and none leaves a sheet or step that is not one', () => {
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      let state = start;
      for (const each of actions) {
        const before = structuredClone(state);
        const given = Object.freeze(state);
        state = reduce(given, each);
        expect(given).toEqual(before);
        expect(['low', 'half', 'full']).toContain(state.sheet);
        expect(state.listed % LIST_STEP).toBe(0);
        expect(state.selected !== undefined && state.panel === 'about').toBe(false);
      }
    }),
  );
});
