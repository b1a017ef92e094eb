/** Kanji that headers, names and addresses of municipal tables are full of; each a fact of the standard's columns. */
const FREQUENT = new Set(
  '一丁七三上下世中乗九了事二五交人介以位住体供便保停健備催像先全八公六共内出分別利刻前北区医十南原参又収口可号名否品員商営四団国園土在地域報場外大女始姓子字学定室害家容対小居山岸島崎川市師帯年店府度座庭建式後応急性情想所投担政教数整料方施日明時曜書最月有木本村東林校棟森業概標橋機歳段氏水河沿法波津洪海消湖準漁潮火災点無照物特献生産用田申男町画留番療目県祉票福称種積立第等系終経結絡緊総線緯置考者育能英行街表西要計記設許診話語説課警谷象貸路車輪農込通連道避郵都野金開間関防降院階集難電項預類食館駐高'.split(
    '',
  ),
);

/**
 * How much a text reads like a municipal table, up to about 1: what share of its letters such tables are made of.
 * Half-width kana count where they can stand as they do (a voice mark needs its letter), rare kanji little,
 * controls, private use and other scripts not at all or against it.
 */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  let before = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    sum += isHalfKana(code) ? worthOfKana(code, before) : worthOf(letter, code);
    before = code;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function worthOf(letter: string, code: number): number {
  if (code === 9 || code === 10 || code === 13) return 1;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return -1;
  if (code < 0x7f || FREQUENT.has(letter)) return 1;
  if (code >= 0x3040 && code <= 0x30ff) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 0.4;
  if (code >= 0xe000 && code <= 0xf8ff) return -1;
  return MARKS.some(([first, last]) => code >= first && code <= last) ? 0.8 : 0;
}

/** Full-width letters, punctuation, and the symbols of JIS and of Microsoft's additions to it (№ ① ㈱ ㎡). */
const MARKS = [
  [0xff01, 0xff5e],
  [0x3000, 0x301f],
  [0x2010, 0x2027],
  [0x2100, 0x27bf],
  [0x3220, 0x33ff],
] as const;

function isHalfKana(code: number): boolean {
  return code >= 0xff61 && code <= 0xff9f;
}

/** EUC-JP read as CP932 is full of half-width kana, with marks in places where no word has them. */
function worthOfKana(code: number, before: number): number {
  const voiced = code === 0xff9e && (before === 0xff73 || (before >= 0xff76 && before <= 0xff84));
  const labial = code >= 0xff9e && before >= 0xff8a && before <= 0xff8e;
  if (voiced || labial) return 1.5;
  if (code >= 0xff9e) return -1;
  const small = (code >= 0xff67 && code <= 0xff70) || code === 0xff66;
  return small && !isHalfKana(before) ? 0 : 0.7;
}
