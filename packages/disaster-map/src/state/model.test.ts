import { expect, test } from 'vitest';
import { largeLayer, smallDocument } from '../../test/small-document.ts';
import type { MapAction } from './map-state.ts';
import { applied, openModel, type MapModel } from './model.ts';

const open = (hash?: string): MapModel => openModel(smallDocument(), 'ja', hash);
const after = (model: MapModel, ...actions: MapAction[]): MapModel =>
  actions.reduce(applied, model);
const foundAfter = (action: MapAction): string[] => after(open(), action).found.map(({ id }) => id);

test('opens as the hash says, in the reader’s language unless the hash names one', () => {
  const model = openModel(smallDocument(), 'en', '#place=s2&hazard=flood&layers=AED');
  expect(model.selected?.name).toBe('高台グラウンド');
  expect(model.state).toMatchObject({ hazard: 'flood', language: 'en' });
  expect(model.found.map(({ id }) => id)).toEqual(['a1', 'a2']);
  expect(openModel(smallDocument(), 'en', '#lang=ja').state.language).toBe('ja');
  expect(openModel(smallDocument(), 'en', undefined).state.language).toBe('en');
});

test('another hazard gives another order of the same places', () => {
  const flood = after(open(), { type: 'hazard', hazard: 'flood' });
  expect(flood.ordered.map(({ id }) => id)).toEqual(['s2', 's1', 'h1', 'h2']);
  const earthquake = after(flood, { type: 'hazard', hazard: 'earthquake' });
  expect(earthquake.ordered.map(({ id }) => id)).toEqual(['s1', 's2', 'h1', 'h2']);
  expect(earthquake.found).toBe(flood.found);
});

test('what an action does not touch keeps its identity, so that the map is not grouped anew', () => {
  const model = after(open(), { type: 'hazard', hazard: 'flood' });
  for (const action of [
    { type: 'select', id: 's1' },
    { type: 'sheet', by: 1 },
    { type: 'view', view: { center: [141, 32.5], zoom: 12 } },
    { type: 'panel', panel: 'about' },
    { type: 'language', language: 'en' },
  ] satisfies MapAction[]) {
    const next = applied(model, action);
    expect(next.found).toBe(model.found);
    expect(next.ordered).toBe(model.ordered);
  }
});

test('a search, a layer and a spot each narrow the list', () => {
  expect(foundAfter({ type: 'search', query: '第一' })).toEqual(['h1']);
  expect(foundAfter({ type: 'layer', id: 'AED', visible: true })).toHaveLength(6);
  expect(foundAfter({ type: 'here', ids: ['s1', 'h2'] })).toEqual(['s1', 'h2']);
});

test('a place that is not there is not open', () => {
  expect(after(open(), { type: 'select', id: 'nowhere' }).selected).toBeUndefined();
});

test('whoever closes a place finds it in the list, even far down', () => {
  const document = smallDocument({ layers: [largeLayer('場所', 180)] });
  const model = openModel(document, 'ja', '#place=%E5%A0%B4%E6%89%80-120');
  expect(model.state.listed).toBe(50);
  expect(after(model, { type: 'select', id: undefined }).state.listed).toBe(150);
});

test('a place that is filtered out does not lengthen the list when it is closed', () => {
  const model = after(open('#place=a1'), { type: 'select', id: undefined });
  expect(model.state.listed).toBe(50);
});
