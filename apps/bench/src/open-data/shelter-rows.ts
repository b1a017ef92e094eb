import { withCheckDigit } from '@yokoten/standard';
import { loadDataset } from '@yokoten/standard/datasets';
import { Random } from './random.ts';

type Make = (random: Random, row: number) => string;

const SCHOOLS = [
  '第一小学校',
  '中央中学校',
  '市民センター',
  '東公園',
  '総合体育館',
  '緑が丘高等学校',
] as const;
const KANA = [
  'ダイイチショウガッコウ',
  'チュウオウチュウガッコウ',
  'シミンセンター',
  'ヒガシコウエン',
  'ソウゴウタイイクカン',
  'ミドリガオカコウトウガッコウ',
] as const;
const TOWNS = ['本町', '元町', '緑町', '大字上野', '栄町', '字川原'] as const;

const digits = (random: Random, size: number): string =>
  String(random.below(10 ** size)).padStart(size, '0');
const optional =
  (share: number, make: Make): Make =>
  (random, row) =>
    random.below(100) < share ? make(random, row) : '';
const code = (five: string): Make => {
  const whole = withCheckDigit(five) ?? '';
  return () => whole;
};

/** What stands in the columns of a list of emergency evacuation sites; a column that is not here is blank. */
const CLEAN = new Map<string, Make>([
  ['全国地方公共団体コード', code('13201')],
  ['ID', (_, row) => String(row).padStart(10, '0')],
  ['名称', (random) => random.of(SCHOOLS)],
  ['名称_カナ', (random) => random.of(KANA)],
  ['所在地_全国地方公共団体コード', code('13201')],
  [
    '所在地_連結表記',
    (random) => `東京都見本市${random.of(TOWNS)}${random.below(9) + 1}-${random.below(30) + 1}`,
  ],
  ['緯度', (random) => `35.${digits(random, 6)}`],
  ['経度', (random) => `139.${digits(random, 6)}`],
  ['標高', optional(30, (random) => `${random.below(300)}.${random.below(10)}`)],
  ['電話番号', (random) => `042-${digits(random, 3)}-${digits(random, 4)}`],
  ['郵便番号', (random) => `192${digits(random, 4)}`],
  ['市区町村コード', code('13201')],
  ['地方公共団体名', () => '見本市'],
  ['想定収容人数', (random) => String(random.below(2000))],
  ['URL', optional(30, (_, row) => `https://www.city.example.jp/shelter/${row}.html`)],
  ['備考', optional(10, () => '"体育館のみ, 要事前連絡"')],
]);
const FLAG: Make = (random) => (random.below(2) === 0 ? '1' : '');

/** One cell of a dirty row is written as real files do it. */
const DIRT: readonly [column: string, make: Make][] = [
  ['緯度', (random) => `139.${digits(random, 6)}`],
  ['緯度', () => '３５．６５５０'],
  ['経度', () => ''],
  ['経度', () => '不明'],
  ['名称_カナ', () => 'ｼﾐﾝｾﾝﾀｰ'],
  ['電話番号', () => '０４２－６２０－７２５２'],
  ['電話番号', () => '(042)620-7252'],
  ['郵便番号', () => '192-0063'],
  ['市区町村コード', () => '132011'],
  ['災害種別_地震', () => '○'],
  ['標高', () => '約120m'],
  ['URL', () => 'www.city.example.jp'],
  ['名称', () => ''],
];

/** Rows in the layout of 指定緊急避難場所 as the standard writes it now. */
export interface ShelterRows {
  readonly header: readonly string[];
  /** Each a line with its end. The same for the same seed. */
  lines(count: number, dirtyPercent: number): Generator<string>;
}

export async function shelterRows(seed: number): Promise<ShelterRows> {
  const { generations } = await loadDataset('evacuation-space');
  const columns = generations[0]?.columns ?? [];
  const header = columns.map(({ name }) => name);
  const makers = columns.map(
    ({ name, format }) => CLEAN.get(name) ?? (format === 'flag' ? FLAG : () => ''),
  );
  return {
    header,
    *lines(count, dirtyPercent) {
      const random = new Random(seed);
      yield `${header.join(',')}\r\n`;
      for (let row = 1; row <= count; row++) {
        const cells = makers.map((make) => make(random, row));
        if (random.below(100) < dirtyPercent) {
          const [column, make] = DIRT[random.below(DIRT.length)] ?? ['備考', () => ''];
          cells[header.indexOf(column)] = make(random, row);
        }
        yield `${cells.join(',')}\r\n`;
      }
    },
  };
}
