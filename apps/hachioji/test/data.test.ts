import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const data = fileURLToPath(new URL('../data/', import.meta.url));
const source = fileURLToPath(
  new URL('../../../../shared/data/shelters/hachioji-city-hazardmap/', import.meta.url),
);
const boundarySource = fileURLToPath(
  new URL('../../../../shared/data/boundaries/hachioji-n03-2019.geojson', import.meta.url),
);
const hasSource = existsSync(source) && existsSync(boundarySource);
if (!hasSource) console.log('apps/hachioji: the city’s own files are not here, not compared.');

/** What the city publishes, counted by hand: file number to rows. */
const ROWS = { '01': 15, '02': 135, '03': 14, '04': 119, '05': 19, '06': 19, '07': 15, '08': 8 };
const files = readdirSync(data).filter((name) => name.endsWith('.csv'));

type Row = Readonly<Record<string, string>>;

/** Neither the city's files nor ours quote a cell, so a comma is always a border; the test needs no parser to trust. */
function rowsOf(path: string): Row[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const [head = [], ...body] = text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split(','));
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

const ours = new Map(files.map((name) => [name.slice(0, 2), rowsOf(data + name)]));
const all = [...ours.values()].flat();

describe('the eight layers', () => {
  test('hold the 344 rows the city publishes', () => {
    expect(Object.fromEntries([...ours].map(([number, rows]) => [number, rows.length]))).toEqual(
      ROWS,
    );
    expect(all).toHaveLength(344);
  });

  test.each(files)('%s opens in Excel: BOM, CRLF, no ragged row', (name) => {
    const text = readFileSync(data + name, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n"]/);
    const widths = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').length);
    expect(new Set(widths).size).toBe(1);
  });

  test('give every row one ID, kept by Excel as text', () => {
    expect(new Set(all.map((row) => row['ID'])).size).toBe(344);
    for (const row of all) expect(row['ID']).toMatch(/^132012-0[1-8]-\d{3}$/);
  });

  test('write values as the standard asks', () => {
    for (const row of all) {
      expect(row['緯度']).toMatch(/^35\.\d{6}$/);
      expect(row['経度']).toMatch(/^139\.\d{6}$/);
      expect(row['所在地_連結表記']).toMatch(/^東京都(八王子市|日野市)/);
      expect(row['電話番号'] ?? '').toMatch(/^$|^042-6\d\d-\d{4}$/);
      expect(row['URL'] ?? '').toMatch(/^$|^https:\/\/www\.city\.hachioji\.tokyo\.jp[\w/.]*$/);
    }
  });

  test('mark the sites for 地震 and claim nothing about the other hazards', () => {
    const sites = [...(ours.get('03') ?? []), ...(ours.get('04') ?? [])];
    const hazards = Object.keys(sites[0] ?? {}).filter((header) => header.startsWith('災害種別_'));
    expect(hazards).toHaveLength(8);
    for (const row of sites) {
      for (const hazard of hazards) expect(row[hazard]).toBe(hazard === '災害種別_地震' ? '1' : '');
    }
  });
});

describe.skipIf(!hasSource)('against the city’s own files', () => {
  const theirs = new Map(
    hasSource ? readdirSync(source).map((name) => [name.slice(0, 2), rowsOf(source + name)]) : [],
  );

  test.each(Object.keys(ROWS))(
    'layer %s: every row is there, in order, and nothing more',
    (number) => {
      const mine = ours.get(number) ?? [];
      const city = theirs.get(number) ?? [];
      expect(mine.map((row) => row['名称'])).toEqual(city.map((row) => row['name']?.trim()));
      for (const [i, row] of mine.entries()) {
        expect(Math.abs(Number(row['緯度']) - Number(city[i]?.['lat']))).toBeLessThanOrEqual(1e-6);
        expect(Math.abs(Number(row['経度']) - Number(city[i]?.['lon']))).toBeLessThanOrEqual(1e-6);
      }
    },
  );

  test('the addresses are the city’s, but for width, hyphens and the building', () => {
    const differing: string[] = [];
    for (const [number, rows] of ours) {
      for (const [i, row] of rows.entries()) {
        const written = `${row['所在地_連結表記']}${row['建物名等(方書)']}`.replace(
          /^東京都(八王子市)?/,
          '',
        );
        const city = theirs.get(number)?.[i]?.['住所'] ?? '';
        if (written !== city.normalize('NFKC').replaceAll('−', '-').replace(/\s/g, '')) {
          differing.push(`${row['名称']}: ${city}`);
        }
      }
    }
    expect(differing).toEqual([
      '由井第一小学校: 打越町348－',
      '浅川河川敷: 長沼橋付近～市立上壱分方小学校付近',
    ]);
  });

  test('telephone and fax numbers are the city’s with the area code', () => {
    for (const number of ['05', '08']) {
      for (const [i, row] of (ours.get(number) ?? []).entries()) {
        const city = theirs.get(number)?.[i];
        expect(row['電話番号']).toBe(dialled(city?.['電話']));
        expect(row['FAX番号'] ?? '').toBe(dialled(city?.['FAX']));
      }
    }
  });

  test('none of the city’s explanatory sentences is copied', () => {
    const written = [...files, '../yokoten.config.jsonc']
      .map((name) => readFileSync(data + name, 'utf8'))
      .join();
    const sentences = new Set(
      [...theirs.values()]
        .flat()
        .map((row) => row['説明'] ?? '')
        .filter(Boolean),
    );
    expect(sentences.size).toBeGreaterThan(5);
    for (const sentence of sentences) expect(written).not.toContain(sentence.slice(0, 16));
  });
});

function dialled(number = ''): string {
  const plain = number.normalize('NFKC');
  return plain === '-' || plain === '' ? '' : `042-${plain}`;
}
