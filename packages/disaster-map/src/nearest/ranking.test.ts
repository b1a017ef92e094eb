import { expect, test } from 'vitest';
import { smallDocument, smallLayer, smallPlace } from '../../test/small-document.ts';
import type { Fit, Place } from '../document.ts';
import { entriesOf } from '../state/entry.ts';
import { applied, openModel } from '../state/model.ts';
import type { Origin } from './origin.ts';
import { nearestFitting, nearestPlaces, rankingFrom } from './ranking.ts';

const origin: Origin = { at: [141.05, 32.52], by: 'map' };

function place(
  id: string,
  east: number,
  flood: Fit,
  cells: readonly (string | null)[] = [],
): Place {
  return smallPlace(id, id, { at: [141.05 + east / 1000, 32.52], fit: { flood }, values: cells });
}

function town(): ReturnType<typeof smallDocument> {
  return smallDocument({
    layers: [
      smallLayer('避難場所', {
        kind: 'emergency-site',
        fields: [
          { header: '車椅子可', label: { ja: '車椅子可' }, role: 'step-free' },
          { header: 'ペット', label: { ja: 'ペット' }, role: 'pets' },
        ],
        places: [
          place('unfit', 1, 'x', ['○', '不可']),
          place('unknown', 2, '?', [null, null]),
          place('blank', 3, '-', ['0', '条件つきで可']),
          place('fit', 4, 'o', [null, '可']),
          place('fit-further', 9, 'o', ['○', null]),
        ],
      }),
      smallLayer('AED', { places: [smallPlace('aed', 'AED', { at: [141.05, 32.52] })] }),
    ],
  });
}

test('only a place that is designated counts as fitting; blank and unknown do not', () => {
  const places = nearestPlaces(entriesOf(town()));
  const ids = (wanted: Parameters<typeof nearestFitting>[2]): string[] =>
    nearestFitting(places, origin, wanted).map(({ entry }) => entry.id);
  expect(ids({ hazard: 'flood' })).toEqual(['fit', 'fit-further']);
  expect(ids({ hazard: 'flood', needs: ['step-free'] })).toEqual(['fit-further']);
  expect(ids({ hazard: 'earthquake' })).toEqual([]);
  expect(ids({ limit: 2 })).toEqual(['unfit', 'unknown']);
  expect(ids({ hazard: 'flood', isOpen: ({ id }) => id !== 'fit' })).toEqual(['fit-further']);
});

test('the list is nearest first, and fit for the hazard before that; AEDs are nowhere to flee to', () => {
  const model = openModel(town(), 'ja', undefined);
  const near = rankingFrom(origin, nearestPlaces(model.entries));
  const sorted = applied(model, { type: 'near', near });
  const ids = ({ ordered }: typeof model): string[] => ordered.map(({ id }) => id);
  expect(ids(sorted)).toEqual(['unfit', 'unknown', 'blank', 'fit', 'fit-further']);
  const flood = applied(sorted, { type: 'hazard', hazard: 'flood' });
  expect(ids(flood)).toEqual(['fit', 'fit-further', 'unknown', 'blank', 'unfit']);
  expect(ids(applied(sorted, { type: 'near', near: undefined }))).toContain('aed');
});

test('a need leaves out what is known to lack it, and puts what is unknown behind', () => {
  const model = openModel(town(), 'ja', undefined);
  const rank = (need: 'step-free' | 'pets') => {
    const near = rankingFrom(origin, nearestPlaces(model.entries), new Set([need]));
    return applied(model, { type: 'near', near }).ordered.map(({ id }) => id);
  };
  expect(rank('step-free')).toEqual(['unfit', 'fit-further', 'unknown', 'fit']);
  expect(rank('pets')).toEqual(['fit', 'unknown', 'blank', 'fit-further']);
});

test('a search keeps the order of the distances', () => {
  const model = openModel(town(), 'ja', undefined);
  const near = rankingFrom(origin, nearestPlaces(model.entries));
  const found = applied(applied(model, { type: 'near', near }), { type: 'search', query: 'fit' });
  expect(found.ordered.map(({ id }) => id)).toEqual(['unfit', 'fit', 'fit-further']);
});

test('where there are no shelters, every place can be the nearest', () => {
  const aeds = smallDocument({ layers: [smallLayer('AED', { places: [smallPlace('a', 'A')] })] });
  expect(nearestPlaces(entriesOf(aeds)).find(origin.at)).toHaveLength(1);
});
