/** Kanji that headers, names and addresses of municipal tables are full of; each a fact of the standard's columns. */
const FREQUENT = new Set(
  '一丁万三上下不世丘中主乗乳事二五井交京人今介仏仕付代以件伊休会位住体作使供便保修倉個借停備像億先光免児入全八公六共具内円再写冬冷出分利制前力加動務勤北区医十千午南単危卵原反収受口古可台右号各合吉同名向吸味呼和品員喫器噴四回図固国園土在地坂城域埼堀堂堤場塀塔塚塩境墓壁壇士声売変夏夕外多夜大天太夫央失女妊妻始姓婚婦子字学宅守安完宗官定実室宮害家容寄富寒寺対専導小少尾届屋層山岡岩岬岸峠島崎崖川工左市布師席帯常平年幼庁広床府度座庫庭建弁式強形役後徒得心必応急性情想愛成戸所扉手才扱投担持指振捨授提揚援撮支放政救教数整敷文料断新方施旅日旧早昇春昼時晩晴暑曇曜書月有服朝期木未本札杉村来東松林枚果架柱柵柿栗校株根桃案桜梅棒棟森植業楽構様標橋機次止正武歯歳歴死段毎氏民気水氷永汁池決沖沢河油治沼泉泊法波注洋洗津洪活流浄浜浦海浸消液深減温港湖湯満源準溝溶滑滝漬潮火災点無焼煙照煮熊燃牛物特犬状猫献現理環瓶生産用田由申男町画界畑留番畳病発登百的皆皇目直相県真着知石砂研破碑確礎社祉祝神祠票禁福私秋科称移税種稲空窓立童竹第等管箱築米粗糖系約紙級終組経結給統続緊線緯縦缶署美老考者聞職肉育能脳自至舎色芋芝花茶荷菊落葉蒸薬虫衆行術街表袋被装製西要見規視覧観角解言計記訪設許診証評試話誌認語課調護谷豆豚象負財販貯買貸費賀資質赤起越足跡路身車軽輪農込近返送通造連週進遊運過道達適選遺避還部郵都配酒酢里重野量金鉄銀銅録長門閉開間関閣阪防降限院除険陽階隔際障集雑離難雨雪電震青面音響項順頭題額願類風食飯飲飼養館駅駐駒高髪魚鳥鶏鹿麦麺麻黒鼻齢'.split(
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
