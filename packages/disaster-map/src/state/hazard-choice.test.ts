import { expect, test } from 'vitest';
import { hazardCatalogue } from '../hazards/catalogue.ts';
import { offeredRasters, shownRaster } from './hazard-choice.ts';

const hazardLayers = hazardCatalogue.filter(({ id }) =>
  ['flood-l2', 'flood-l1', 'tsunami', 'avalanche'].includes(id),
);
const town = { hazardLayers };
const shown = (parts: object) =>
  shownRaster(town, { hazard: undefined, raster: undefined, opacity: 0.7, ...parts })?.id;

test('a chosen hazard brings its first raster along; without one the map is bare', () => {
  expect(shown({})).toBeUndefined();
  expect(shown({ hazard: 'flood' })).toBe('flood-l2');
  expect(shown({ hazard: 'tsunami' })).toBe('tsunami');
  expect(shown({ hazard: 'volcano' })).toBeUndefined();
});

test('a raster that a person chose, or put away, is what counts', () => {
  expect(shown({ hazard: 'flood', raster: 'flood-l1' })).toBe('flood-l1');
  expect(shown({ hazard: 'flood', raster: 'none' })).toBeUndefined();
  expect(shown({ raster: 'avalanche' })).toBe('avalanche');
  expect(shown({ hazard: 'flood', raster: 'tsunami' })).toBeUndefined();
});

const opened = (parts: object, shownHazardLayer = 'flood-l1') =>
  shownRaster(
    { ...town, shownHazardLayer },
    { hazard: undefined, raster: undefined, opacity: 0.7, ...parts },
  )?.id;

test('a page may open with one, until a hazard is chosen or it is put away', () => {
  expect(opened({})).toBe('flood-l1');
  expect(opened({ hazard: 'tsunami' })).toBe('tsunami');
  expect(opened({ raster: 'none' })).toBeUndefined();
  expect(opened({}, 'not-there')).toBeUndefined();
});

const ids = (hazard?: 'flood') => offeredRasters(town, { hazard }).map(({ id }) => id);

test('without a hazard all are offered, also those that belong to none of the eight', () => {
  expect(ids()).toEqual(['flood-l2', 'flood-l1', 'tsunami', 'avalanche']);
  expect(ids('flood')).toEqual(['flood-l2', 'flood-l1']);
  expect(offeredRasters({}, { hazard: undefined })).toEqual([]);
});
