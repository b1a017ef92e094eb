/**
 * What the generated households are shaped after. Figures only, each with the statistic that it is from:
 *
 * - [A] 厚生労働省「2023（令和5）年 国民生活基礎調査の概況」: types of households, income, children.
 * - [B] the same for 2022 (令和4年): how the 16.6 % that [A] leaves are divided.
 * - [C] 厚生労働省「令和4年生活のしづらさなどに関する調査」: holders of the three 手帳; divided by 124.9 million people.
 * - [D] 総務省「令和2年国勢調査」: people by prefecture, in units of ten thousand.
 * - [E] 総務省「令和5年住宅・土地統計調査」: 35.0 % of households rent; 59,656 yen a month on average.
 */

/** Types of households, per cent of all. [A], [B] */
export const TYPES = [
  ['single', 34.0],
  ['couple', 24.6],
  ['couple-with-children', 24.8],
  ['one-parent', 6.7],
  ['three-generations', 3.8],
  ['other', 6.1],
] as const;

/** Households of 65 and over among those who live alone (8,553 of 18,495) and among couples (8,635 of 13,395 thousand). [A] */
export const OLD_AMONG_SINGLE = 0.462;
export const OLD_AMONG_COUPLES = 0.645;
/** Couples with unmarried children of whom one is a minor: 7,465 of 13,516 thousand. [A] */
export const MINORS_AMONG_COUPLES_WITH_CHILDREN = 0.552;
/** One child, two, three, in households with children. [A] */
export const CHILDREN = [
  [1, 48.6],
  [2, 39.7],
  [3, 11.7],
] as const;

/** Yearly income of households: upper end of a class in ten thousand yen, per cent of households. [A] */
export const INCOMES = [
  [100, 6.9],
  [200, 14.6],
  [300, 14.5],
  [400, 12.9],
  [500, 10.7],
  [600, 8.5],
  [700, 6.4],
  [800, 5.8],
  [900, 4.6],
  [1000, 3.7],
  [1100, 2.6],
  [1200, 2.3],
  [1300, 1.8],
  [1400, 1.0],
  [1500, 0.8],
  [1600, 0.7],
  [1700, 0.3],
  [1800, 0.3],
  [1900, 0.3],
  [2000, 0.2],
  [3000, 1.3],
] as const;

/** Mean yearly income in ten thousand yen: of all, of households of older people, of others, of those with children. [A] */
export const MEAN_INCOME = { all: 524.2, old: 304.9, others: 651.1, children: 812.6 } as const;

/** How many people in a hundred hold a 手帳: 4,159, 1,140, 1,203 thousand. [C] */
export const HANDBOOKS = { body: 3.33, mind: 0.91, spirit: 0.96 } as const;

/** [E] */
export const RENTING = 0.35;
export const MEAN_RENT = 59_656;

/** [D] */
export const PREFECTURES: readonly (readonly [name: string, people: number])[] = [
  ['北海道', 522.5],
  ['青森県', 123.8],
  ['岩手県', 121.1],
  ['宮城県', 230.2],
  ['秋田県', 96.0],
  ['山形県', 106.8],
  ['福島県', 183.3],
  ['茨城県', 286.7],
  ['栃木県', 193.3],
  ['群馬県', 193.9],
  ['埼玉県', 734.5],
  ['千葉県', 628.4],
  ['東京都', 1404.8],
  ['神奈川県', 923.7],
  ['新潟県', 220.1],
  ['富山県', 103.5],
  ['石川県', 113.3],
  ['福井県', 76.7],
  ['山梨県', 81.0],
  ['長野県', 204.8],
  ['岐阜県', 197.9],
  ['静岡県', 363.3],
  ['愛知県', 754.2],
  ['三重県', 177.0],
  ['滋賀県', 141.4],
  ['京都府', 257.8],
  ['大阪府', 883.8],
  ['兵庫県', 546.5],
  ['奈良県', 132.4],
  ['和歌山県', 92.3],
  ['鳥取県', 55.3],
  ['島根県', 67.1],
  ['岡山県', 188.8],
  ['広島県', 280.0],
  ['山口県', 134.2],
  ['徳島県', 72.0],
  ['香川県', 95.0],
  ['愛媛県', 133.5],
  ['高知県', 69.2],
  ['福岡県', 513.5],
  ['佐賀県', 81.1],
  ['長崎県', 131.2],
  ['熊本県', 173.8],
  ['大分県', 112.4],
  ['宮崎県', 107.0],
  ['鹿児島県', 158.8],
  ['沖縄県', 146.7],
];
