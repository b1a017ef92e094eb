import { expect, test } from 'vitest';
import { HAZARDS } from '../document.ts';
import { hazardCatalogue } from './catalogue.ts';

test.each(hazardCatalogue.map((layer) => [layer.id, layer] as const))('%s', (id, layer) => {
  const { url, minZoom, maxZoom, title, credit, hazard, legend } = layer;
  expect(id).toMatch(/^[a-z][a-z\d-]+$/);
  expect(url).toMatch(
    /^https:\/\/disaportal(data)?\.gsi\.go\.jp\/[\w/]+\/\{z\}\/\{x\}\/\{y\}\.png$/,
  );
  expect(minZoom).toBeLessThan(maxZoom);
  expect(title.ja).not.toBe('');
  expect(title['en']).toBeDefined();
  expect(credit.url).toMatch(/^https:/);
  if (hazard !== undefined) expect(HAZARDS).toContain(hazard);
  expect(new Set(legend.map(({ color }) => color)).size).toBe(legend.length);
  for (const { color, label, range, source } of legend) {
    expect(color).toMatch(/^#[\da-f]{6}$/);
    expect(source).toMatch(/\S/);
    expect(label['en']).toBeDefined();
    if (range?.to !== undefined) expect(range.from).toBeLessThan(range.to);
  }
});

test('each id and each address stands once', () => {
  for (const key of ['id', 'url'] as const)
    expect(new Set(hazardCatalogue.map((layer) => layer[key])).size).toBe(hazardCatalogue.length);
});

test('a colour that two legends give two ranges has the wider one', () => {
  const depths = hazardCatalogue.find(({ id }) => id === 'flood-l2')?.legend ?? [];
  expect(depths.map(({ label }) => label.ja)).toEqual([
    '0.3m未満',
    '0.5m未満',
    '0.5m以上1m未満',
    '0.5m以上3m未満',
    '3m以上5m未満',
    '5m以上10m未満',
    '10m以上20m未満',
    '20m以上',
  ]);
});
