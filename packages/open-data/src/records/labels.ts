/** What people say for standard columns whose name is made for machines. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['所在地_連結表記', '住所'],
  ['所在地_都道府県', '都道府県'],
  ['所在地_市区町村', '市区町村'],
  ['所在地_町字', '町'],
  ['建物名等(方書)', '建物'],
  ['名称_カナ', '読み'],
  ['名称_英字', '英語の名前'],
  ['名称_英語', '英語の名前'],
  ['名称_通称', 'よく使う名前'],
  ['団体名', '管理する団体'],
  ['利用可能曜日', '使える曜日'],
  ['利用可能時間特記事項', '時間について'],
  ['利用可能日時特記事項', '日時について'],
  ['開始日時特記事項', '日時について'],
  ['料金(基本)', '料金'],
  ['料金(詳細)', '料金の説明'],
  ['場所名称', '場所'],
  ['アクセス方法', '行き方'],
  ['駐車場情報', '駐車場'],
  ['連絡先FormURL', '問い合わせのページ'],
  ['URL', 'ウェブページ'],
]);

/** What a column is called on a page in Japanese: the file's own word, unless it is a name that only machines use. */
export function plainLabel(header: string, standard: string | undefined): string {
  return (
    (standard === undefined || header !== standard ? undefined : PLAIN.get(standard)) ?? header
  );
}
