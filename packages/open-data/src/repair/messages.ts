import type { Localized } from '@yokoten/standard';
import type { Message } from '../internal/file-messages.ts';
import type { FileCode, RowCode } from '../problem-code.ts';
import type { ReportCode } from '../report/codes.ts';
import type { RepairCode } from './codes.ts';

/** Codes that only repairs give out; the others have a sentence beside those of `validate`. */
type OwnCode = Exclude<RepairCode, FileCode | RowCode | ReportCode>;

/** What is ambiguous and was left as it is, by code. Japanese sentences stay under 40 characters. */
export const doubtMessages: Readonly<Partial<Record<OwnCode, Message>>> & {
  readonly 'open-data/patch-mismatch': Message;
  readonly 'open-data/not-a-patch-list': Message;
} = {
  'open-data/patch-mismatch': {
    ja: '「{value}」がここにありません。修正一覧と元の表を確かめてください。',
    en: 'The table does not hold "{value}" here. Use the patch list with the table it was made from.',
  },
  'open-data/not-a-patch-list': {
    ja: '修正一覧ではありません（{value}）。data fixが書いたJSONを使ってください。',
    en: 'This is no patch list ({value}). Use the JSON that data fix wrote.',
  },
  'open-data/html-in-cell': {
    ja: 'HTMLのタグが残っています。必要な文字だけにしてください。',
    en: 'The cell holds HTML tags that say more than their text. Keep the text alone.',
  },
  'open-data/json-fragment': {
    ja: 'JSONの断片があります。値だけにしてください（候補「{expected}」）。',
    en: 'The cell holds a piece of JSON. Keep the value alone, perhaps "{expected}".',
  },
  'open-data/unclear-number': {
    ja: '「{value}」は1つの数に決まりません。数だけを入力してください。',
    en: '"{value}" is not one exact number. Write the number alone, without unit.',
  },
  'open-data/excel-exponent': {
    ja: '「{value}」は表計算で桁が失われています。元の番号を入力してください。',
    en: '"{value}" lost digits in a spreadsheet. Enter the whole number again, as text.',
  },
  'open-data/lost-leading-zero': {
    ja: '先頭の0がないようです。「{expected}」か、確かめてください。',
    en: 'A leading zero seems to be lost. Check whether "{expected}" is right.',
  },
  'open-data/lost-check-digit': {
    ja: '検査数字がないか、先頭の0がありません。6桁の団体コードにしてください。',
    en: 'The code lacks its check digit or a leading zero. Write all six digits.',
  },
  'open-data/presence-mark': {
    ja: '「{value}」は有無のどちらか決まりません。列の書き方をそろえてください。',
    en: 'What "{value}" says in this column is not certain. Use one way to write yes and no.',
  },
  'open-data/unclear-mark': {
    ja: '「{value}」の意味が書かれていません。有か無か、備考で説明してください。',
    en: 'What "{value}" means is not stated. Write yes or no, and explain in a note.',
  },
  'open-data/missing-placeholder': {
    ja: '「{value}」は、0か値なしか分かりません。0か空欄にしてください。',
    en: '"{value}" can mean zero or no value. Write 0, or leave the cell blank.',
  },
  'open-data/ditto-mark': {
    ja: '「{value}」の指す値がすぐ上にありません。値を入力してください。',
    en: 'There is no value right above for "{value}" to repeat. Enter the value.',
  },
  'open-data/impossible-era': {
    ja: '「{value}」はその元号にない日です。西暦で入力してください。',
    en: 'Its era does not have the day "{value}". Write the date as YYYY-MM-DD.',
  },
  'open-data/unclear-date': {
    ja: '「{value}」は1日に決まりません。2026-04-01のように入力してください。',
    en: '"{value}" is not one certain day. Write a date like 2026-04-01.',
  },
  'open-data/unclear-time': {
    ja: '「{value}」は時刻に決まりません。09:00のように入力してください。',
    en: '"{value}" is not one certain time. Write a time like 09:00.',
  },
  'open-data/unclear-weekday': {
    ja: '「{value}」は曜日に決まりません。月火水のように入力してください。',
    en: 'Which weekdays "{value}" means is not certain. Write them like 月火水.',
  },
  'open-data/phone-format': {
    ja: '番号の前後に別の文字があります。内線は別の列に移してください。',
    en: 'There is more than a phone number here. Move an extension to its own column.',
  },
  'open-data/several-phones': {
    ja: '電話番号が2つ以上あります。1つにして、残りは備考に移してください。',
    en: 'The cell holds several phone numbers. Keep one and move the others to the notes.',
  },
  'open-data/url-format': {
    ja: 'URLが1つに決まりません。https://から入力してください。',
    en: 'The address is incomplete or more than one. Write one URL from https:// on.',
  },
  'open-data/email-format': {
    ja: 'メールアドレスが1つに決まりません。@を使って1つだけ書いてください。',
    en: 'This is not one plain mail address. Write a single one, with @.',
  },
  'open-data/address-prefecture': {
    ja: '住所に都道府県が2つあります。正しい方だけにしてください。',
    en: 'The address names two prefectures. Keep the right one.',
    many: {
      ja: '「{expected}」のない住所が{count}件あります。都道府県から書いてください。',
      en: 'Addresses without "{expected}": {count}. Begin them with the prefecture.',
    },
  },
  'open-data/code-name-mismatch': {
    ja: 'コードは「{at}」、名前は「{expected}」です。合わせてください。',
    en: 'The code belongs to "{at}", the name says "{expected}". Make them agree.',
  },
  'open-data/dms': {
    ja: '度分秒を小数のように書いたようです。十進の度に直してください。',
    en: 'These seem to be minutes and seconds behind the point. Write decimal degrees.',
  },
  'open-data/datum-suspect': {
    ja: '日本測地系の位置があるようです（{count}件）。世界測地系に直してください。',
    en: 'Positions that seem to be in Tokyo Datum: {count}. Convert them to JGD2011.',
  },
  'open-data/split-number': {
    ja: '桁区切りのカンマで列がずれたようです。値を引用符で囲んでください。',
    en: 'A thousands separator seems to have broken the row. Put the value in quotes.',
  },
  'open-data/total-row': {
    ja: '合計の行のようですが、数が合いません。データでなければ消してください。',
    en: 'This looks like a row of totals, but the sums differ. Delete it if it is no record.',
  },
};

/** What a patch did, by code; the sentence goes on with how to take it back. */
export const doneMessages: Readonly<
  Partial<Record<RepairCode, Localized & { readonly en: string }>>
> = {
  'open-data/formula-guard': {
    ja: "数式を防ぐ「'」を除きました",
    en: 'The apostrophe that guards against formulas was taken out',
  },
  'open-data/invisible-character': {
    ja: '見えない文字を消しました',
    en: 'Characters that cannot be seen were taken out',
  },
  'open-data/outer-blank': {
    ja: '前後の空白を消しました',
    en: 'Blanks around the value were taken out',
  },
  'open-data/mojibake': { ja: '文字化けを元の文字に戻しました', en: 'Garbled text was restored' },
  'open-data/line-break': { ja: '改行を消しました', en: 'Line breaks were taken out' },
  'open-data/html-in-cell': {
    ja: 'HTMLの記号を文字に直しました',
    en: 'HTML was turned into plain text',
  },
  'open-data/json-fragment': {
    ja: 'JSONの断片から値を取り出しました',
    en: 'The value was taken out of a piece of JSON',
  },
  'open-data/half-width-kana': {
    ja: '半角カタカナを全角にしました',
    en: 'Half-width katakana became full-width',
  },
  'open-data/hiragana-reading': {
    ja: '読みをカタカナにしました',
    en: 'The reading is in katakana now',
  },
  'open-data/ruby-in-cell': {
    ja: '名称から読みのかっこを除きました',
    en: 'The reading in brackets was taken out of the name',
  },
  'open-data/width-mixed': {
    ja: '全角の文字を半角にしました',
    en: 'Full-width characters became half-width',
  },
  'open-data/odd-hyphen': { ja: '横線を半角のハイフンにしました', en: 'Dashes became hyphens' },
  'open-data/thousands-separator': {
    ja: '桁区切りを除きました',
    en: 'Thousands separators were taken out',
  },
  'open-data/count-with-unit': { ja: '単位を除きました', en: 'The unit was taken out' },
  'open-data/excel-exponent': {
    ja: '指数の表示を元の番号に戻しました',
    en: 'A power of ten became the number it stands for',
  },
  'open-data/lost-leading-zero': {
    ja: '先頭の0を補いました',
    en: 'Leading zeros were put back',
  },
  'open-data/lost-check-digit': { ja: '検査数字を補いました', en: 'The check digit was added' },
  'open-data/presence-mark': {
    ja: '印や言葉を、標準の書き方にしました',
    en: 'A mark or word became the one the standard uses',
  },
  'open-data/missing-placeholder': {
    ja: '値がないことを表す文字を空欄にしました',
    en: 'A stand-in for a missing value became blank',
  },
  'open-data/ditto-mark': {
    ja: '「同上」を、上の行の値にしました',
    en: 'A ditto mark became the value of the row above',
  },
  'open-data/list-separator': {
    ja: '区切りを「;」にそろえました',
    en: 'Items are separated by ";" now',
  },
  'open-data/wareki': {
    ja: '和暦を西暦の日付にしました',
    en: 'A Japanese era date became YYYY-MM-DD',
  },
  'open-data/date-format': {
    ja: '日付の書き方をそろえました',
    en: 'The date is written as YYYY-MM-DD now',
  },
  'open-data/time-format': {
    ja: '時刻の書き方をそろえました',
    en: 'The time is written as hh:mm now',
  },
  'open-data/weekday-format': {
    ja: '曜日の書き方をそろえました',
    en: 'The weekdays are written in the order of the standard now',
  },
  'open-data/postal-format': {
    ja: '郵便番号を7桁の数字にしました',
    en: 'The postal code has seven digits now',
  },
  'open-data/phone-format': {
    ja: '電話番号を半角の数字とハイフンにしました',
    en: 'The phone number is digits and hyphens now',
  },
  'open-data/url-format': {
    ja: 'URLの初めを正しくしました',
    en: 'The beginning of the URL was put right',
  },
  'open-data/email-format': {
    ja: 'メールアドレスだけを残しました',
    en: 'Only the mail address was kept',
  },
  'open-data/swapped-latlng': {
    ja: '緯度と経度を入れ替えました',
    en: 'Latitude and longitude were exchanged',
  },
  'open-data/lost-decimal-point': {
    ja: '小数点を補いました',
    en: 'The decimal point was put back',
  },
  'open-data/degree-sign': {
    ja: '度の記号や方角を除きました',
    en: 'Degree signs and directions were taken out',
  },
  'open-data/dms': {
    ja: '度分秒を十進の度にしました',
    en: 'Degrees, minutes and seconds became decimal degrees',
  },
  'open-data/latlng-in-one-cell': {
    ja: '1つのセルの緯度・経度を2つに分けました',
    en: 'Latitude and longitude were taken apart',
  },
  'open-data/zero-coordinates': {
    ja: '0と0の位置を空欄にしました',
    en: 'The position 0, 0 became blank',
  },
  'open-data/datum-suspect': {
    ja: '日本測地系から計算し直しました（誤差約10m）',
    en: 'The position was computed anew from Tokyo Datum (about 10 m exact)',
  },
  'open-data/split-number': {
    ja: '桁区切りで分かれたセルを1つにしました',
    en: 'Cells that a thousands separator had broken are one again',
  },
  'open-data/pushed-cell': {
    ja: '余分な空のセルを除き、列のずれを直しました',
    en: 'A blank cell too many was taken out, so that the columns fit again',
  },
  'open-data/blank-row': { ja: '空の行を除きました', en: 'Blank rows were taken out' },
  'open-data/note-row': {
    ja: '注記の行をデータから除きました',
    en: 'A note was taken out of the data',
  },
  'open-data/total-row': {
    ja: '合計の行をデータから除きました',
    en: 'A row of totals was taken out of the data',
  },
  'open-data/repeated-header': {
    ja: '途中の見出しの行を除きました',
    en: 'A header among the rows was taken out',
  },
  'open-data/blank-label': {
    ja: '見出しのない列に名前を付けるか、除きました',
    en: 'A column without header was named, or taken out where it was blank',
  },
  'open-data/duplicate-label': {
    ja: '重なった見出しに番号を付けました',
    en: 'A repeated header got a number',
  },
};

/** The sentence of a patch in Japanese and English: what was done, and that it can be taken back. */
export function patchSentence({ code }: { readonly code: RepairCode }): Localized {
  const done = doneMessages[code];
  if (done === undefined) return { ja: code, en: code };
  return { ja: `${done.ja}。元に戻せます。`, en: `${done.en}. It can be taken back.` };
}
