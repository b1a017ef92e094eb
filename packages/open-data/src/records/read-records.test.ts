import { describe, expect, test } from 'vitest';
import { type DatasetId, recognise } from '../recognise.ts';
import { readTable } from '../table.ts';
import { readRecords, type Records } from './read-records.ts';

async function recordsOf(csv: string, as?: DatasetId): Promise<Records> {
  const table = readTable(new TextEncoder().encode(csv), { file: 'data/a.csv' });
  return readRecords(table, await recognise(table, { as }));
}

const kindsOf = ({ columns }: Records): Record<string, string> =>
  Object.fromEntries(columns.map(({ header, kind }) => [header, kind]));

const EVENTS = `ID,イベント名,イベント名_カナ,開始日,終了日,開始時間,料金(基本),場所名称,緯度,経度,URL
E1,川のまつり,カワノマツリ,2026/4/1,2026/4/3,10:00,無料,川の広場,35.1,139.1,https://example.com/
E2,森の市,モリノイチ,令和8年5月2日,,09:00,500円,森の公園,,,
E3,,,2026-06-01,2026-06-01,,,,35.2,139.2,`;

describe('a standard dataset', () => {
  test('says what its columns are good for, and what they are called', async () => {
    const read = await recordsOf(EVENTS, 'event');
    expect(kindsOf(read)).toEqual({
      ID: 'minor',
      イベント名: 'name',
      イベント名_カナ: 'reading',
      開始日: 'date',
      終了日: 'date',
      開始時間: 'time',
      '料金(基本)': 'fee',
      場所名称: 'address',
      緯度: 'minor',
      経度: 'minor',
      URL: 'url',
    });
    expect(read.columns.find(({ header }) => header === '開始日')?.label.en).toBe('First day');
  });

  test('keeps every row, with its day in one notation, and tells what a row lacks', async () => {
    const { records, problems } = await recordsOf(EVENTS, 'event');
    expect(records.map(({ id, name, at }) => [id, name, at])).toEqual([
      ['e1', '川のまつり', [139.1, 35.1]],
      ['e2', '森の市', undefined],
      ['e3', '2026-06-01', [139.2, 35.2]],
    ]);
    expect(records.map(({ cells }) => cells[3])).toEqual([
      '2026-04-01',
      '2026-05-02',
      '2026-06-01',
    ]);
    expect(problems.map(({ code, row, severity }) => [code, row, severity])).toEqual([
      ['open-data/no-coordinates', 3, 'warning'],
      ['open-data/no-name', 4, 'warning'],
    ]);
  });
});

function row(name: string, town: string, spot: string, note: string): string {
  return `${name},${town},${spot},${note}`;
}

async function told(rows: readonly string[]): Promise<string[]> {
  const { columns } = await recordsOf(`施設名,市区町村,設置位置,備考\n${rows.join('\n')}`);
  return columns.flatMap(({ header, tellsApart }) => (tellsApart ? [header] : []));
}

describe('rows of the same name', () => {
  test('are told apart by the column in which they differ', async () => {
    const rows = ['1階受付', '2階会議室', '体育館'].map((spot) =>
      row('本館', '北町', spot, '同じ'),
    );
    expect(await told([...rows, row('別館', '南町', '玄関', '同じ')])).toEqual(['設置位置']);
  });

  test('are not, where nothing tells them apart or hardly any share a name', async () => {
    const same = Array.from({ length: 4 }, () => row('本館', '北町', '玄関', '同じ'));
    expect(await told(same)).toEqual([]);
    const own = Array.from({ length: 60 }, (_, at) => row(`館${at}`, '北町', `${at}階`, '同じ'));
    expect(await told([...own, row('館1', '南町', '別の階', '同じ')])).toEqual([]);
  });
});

function ofTowns(...towns: readonly string[]): string {
  const rows = Array.from({ length: 12 }, (_, at) => `館${at},${towns[at % towns.length]},${at}番`);
  return `名称,所在地_市区町村,所在地_連結表記\n${rows.join('\n')}`;
}

describe('towns', () => {
  test('are a choice where the data is of several, else a part of the address', async () => {
    expect(kindsOf(await recordsOf(ofTowns('北町', '南町')))['所在地_市区町村']).toBe('choice');
    expect(kindsOf(await recordsOf(ofTowns('北町')))['所在地_市区町村']).toBe('minor');
  });
});

describe('any other table', () => {
  test('is told by its cells', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) =>
        `${i},団体${i},区${i % 3},2026年1月${i + 1}日,${i * 10},https://example.com/${i},○,,042-000-00${i + 10}`,
    );
    const read = await recordsOf(
      `番号,集まりの名,区,開催日,参加者数,リンク,手話,空,電話\n${rows.join('\n')}`,
    );
    expect(kindsOf(read)).toEqual({
      番号: 'minor',
      集まりの名: 'name',
      区: 'choice',
      開催日: 'date',
      参加者数: 'number',
      リンク: 'url',
      手話: 'flag',
      電話: 'phone',
    });
    expect(read.problems).toEqual([]);
    expect(read.records).toHaveLength(12);
  });

  test('the stops of a bus timetable (GTFS) are places', async () => {
    const { records } = await recordsOf(
      'stop_id,stop_name,stop_lat,stop_lon,location_type\n1_01,駅前,35.5,139.5,0\n2_01,市役所前,35.6,139.6,0',
    );
    expect(records.map(({ name, at }) => [name, at])).toEqual([
      ['駅前', [139.5, 35.5]],
      ['市役所前', [139.6, 35.6]],
    ]);
  });

  test('without a position anywhere is no map, and nobody is told that positions are missing', async () => {
    const { records, problems } = await recordsOf('名称,緯度,経度\nあ,,\nい,,');
    expect(records.map(({ at }) => at)).toEqual([undefined, undefined]);
    expect(problems).toEqual([]);
  });

  test('without anything like a name is told once', async () => {
    const { records, problems } = await recordsOf('日付,人口\n2026-01-01,10\n2026-02-01,11');
    expect(records.map(({ name }) => name)).toEqual(['2026-01-01', '2026-02-01']);
    expect(problems.map(({ code }) => code)).toEqual(['open-data/missing-label']);
  });
});

async function idsOf(csv: string): Promise<string[]> {
  return (await recordsOf(csv)).records.map(({ id }) => id);
}

describe('ids', () => {
  test('stay the same while other rows come and go, and while other cells are mended', async () => {
    const [first, second] = await idsOf('名称,住所,電話\n本館,一丁目,1\n別館,二丁目,2');
    expect(await idsOf('名称,住所,電話\n新館,三丁目,3\n別館,二丁目,20')).toContain(second);
    expect(first).toMatch(/^r[a-z0-9]{14}$/);
  });

  test('are different for rows that are the same', async () => {
    const [first, second] = await idsOf('名称,住所\n本館,一丁目\n本館,一丁目');
    expect(second).toBe(`${first}-2`);
  });

  test.each([
    ['con1/../x', 'a path'],
    ['COM1', 'a name that Windows keeps'],
    ['本1', 'letters beyond ASCII'],
    ['', 'nothing'],
    ['A2', 'the same but for capitals'],
  ])('of the file are not taken with %j among them: %s', async (id) => {
    const ids = await idsOf(`ID,名称\n${id},本館\na2,別館`);
    expect(ids.every((one) => /^r[a-z0-9]{14}$/.test(one))).toBe(true);
  });
});
