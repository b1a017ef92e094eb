import { expect, test } from 'vitest';
import { readBackground } from './config-background.ts';
import { readContacts, readCredit } from './config-credit.ts';
import { readDataset } from './config-dataset.ts';
import { ConfigReader } from './config-reader.ts';

type Read = (reader: ConfigReader) => unknown;

/** What a reader makes of a value, and what it says of it. */
function told(read: Read): { read: unknown; codes: string[]; paths: string[]; said: string } {
  const reader = new ConfigReader({ value: 'some-app/config-value', key: 'some-app/unknown-key' });
  const value = read(reader);
  const { problems } = reader;
  return {
    read: value,
    codes: problems.map(({ code }) => code),
    paths: problems.map(({ path }) => path.join('.')),
    said: problems.map(({ message }) => message.ja).join('\n'),
  };
}

test('a credit without a source, or with a key that is none, is told at its place', () => {
  const lacking = told((reader) => readCredit(reader, { licence: null }, ['credit']));
  expect([lacking.read, lacking.codes]).toEqual([undefined, ['some-app/config-value']]);
  const misspelt = told((reader) =>
    readCredit(reader, { source: '見本市', license: 'CC0-1.0' }, ['credit']),
  );
  expect(misspelt.codes).toEqual(['some-app/unknown-key']);
  expect(misspelt.said).toContain('「licence」ではありませんか');
});

test('contacts are counted from one, and each fault is told once', () => {
  const value = ['042-000-0000', { label: '窓口', value: '042', url: '042-000-0000' }];
  const { codes, paths, said } = told((reader) => readContacts(reader, value, ['contacts']));
  expect(codes).toEqual(['some-app/config-value', 'some-app/config-value']);
  expect(paths).toEqual(['contacts.0', 'contacts.1.url']);
  expect(said).toMatch(/「contacts\.1」.*「contacts\.2\.url」.*tel:/s);
});

test('a background has a name, or an address with zooms and credit', () => {
  expect(told((reader) => readBackground(reader, undefined, [])).read).toHaveProperty('url');
  expect(told((reader) => readBackground(reader, 'none', []))).toMatchObject({ codes: [] });
  expect(told((reader) => readBackground(reader, 'gsi-pail', ['x'])).said).toContain('gsi-pale');
  const http = { url: 'http://example.jp/{z}/{x}/{y}', credit: { source: 'x' } };
  expect(told((reader) => readBackground(reader, http, ['background'])).paths).toEqual([
    'background.url',
  ]);
});

test.each([
  ['aed', 'aed', ''],
  ['公衆トイレ', undefined, '"public-toilet" (公衆トイレ一覧)'],
  ['public-toilets', undefined, '"public-toilet" (公衆トイレ一覧)'],
  [7, undefined, '"event" (イベント一覧)'],
])('the dataset %j is %s', (value, id, offered) => {
  const { read, said } = told((reader) => readDataset(reader, value, ['as']));
  expect(read).toBe(id);
  expect(said).toContain(offered);
});
