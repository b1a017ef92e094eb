import { expect, test } from 'vitest';
import { inspect, OpenDataError, readTable } from './index.ts';

test('the whole entry works in a browser: CP932 in, report out', async () => {
  const name = [0x96, 0xbc, 0x8f, 0xcc, 0x2c];
  const rest = [...new TextEncoder().encode('lat,lng\r\nA,35.6,139.3\r\n')];
  const found = await inspect(Uint8Array.from([...name, ...rest]), { file: 'dropped.csv' });
  expect(found).toMatchObject({ encoding: 'cp932', rows: 1, problems: [] });
  expect(found.columns.map(({ standard }) => standard)).toEqual(['名称', '緯度', '経度']);
});

test('a refusal is an OpenDataError there too', () => {
  expect(() => readTable(new Uint8Array(), { file: 'dropped.csv' })).toThrow(OpenDataError);
});
