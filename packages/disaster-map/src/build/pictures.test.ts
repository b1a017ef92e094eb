import { expect, test } from 'vitest';
import { ConfigReader } from '@yokoten/standard/app';
import { readPictures } from './pictures.ts';

function read(value: unknown) {
  const reader = new ConfigReader({
    value: 'disaster-map/config-value',
    key: 'disaster-map/unknown-key',
  });
  return [readPictures(reader, value), reader.problems.length];
}

test('pictures keep their order, and are addressed beside the page', () => {
  const written = [
    { file: 'images/02-継続 時間.png', title: '継続時間' },
    { file: 'images/01-a.svg', title: { ja: '凡例', en: 'Legend' } },
  ];
  expect(read(written)).toEqual([
    [
      { url: encodeURI('./images/02-継続 時間.png'), title: { ja: '継続時間' } },
      { url: './images/01-a.svg', title: { ja: '凡例', en: 'Legend' } },
    ],
    0,
  ]);
  expect(read(undefined)).toEqual([[], 0]);
});

test.each([
  [[{ file: 'https://example.jp/a.png', title: 'a' }]],
  [[{ file: 'images/../a.png', title: 'a' }]],
  [[{ file: 'images/a.html', title: 'a' }]],
  [[{ file: 'images/a.png' }]],
  [[{ title: 'a' }]],
  ['images/a.png'],
])('%j is refused', (value) => {
  expect(read(value)).toEqual([[], 1]);
});
