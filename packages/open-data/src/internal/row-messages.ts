import type { RowCode } from '../problem-code.ts';
import type { Message } from './file-messages.ts';

const USELESS = {
  ja: '不要なら消してください。',
  en: 'Delete them if they serve no purpose.',
};

/** Sentences about a header cell, a row or a cell. Japanese sentences stay under 40 characters. */
export const rowMessages: Readonly<Record<RowCode, Message>> = {
  'open-data/blank-label': {
    ja: '値のある列の見出しが空です。列名を付けてください。',
    en: 'A column with values has no header. Give it a name.',
    many: {
      ja: `見出しも値もない列が{count}列あります。${USELESS.ja}`,
      en: `Columns with neither header nor values: {count}. ${USELESS.en}`,
    },
  },
  'open-data/duplicate-label': {
    ja: '見出し「{column}」が重なっています。別の名前に変えてください。',
    en: 'The header "{column}" occurs more than once. Rename one of them.',
  },
  'open-data/missing-label': {
    ja: '必須の列「{expected}」がありません。列を足してください。',
    en: 'The required column "{expected}" is missing. Add it.',
  },
  'open-data/missing-cell': {
    ja: 'セルが見出しより{count}個少ないです。列のずれを確かめてください。',
    en: 'Fewer cells than the header: {count}. Check that no column slipped.',
    many: {
      ja: 'どの行も、セルが見出しより{count}個少ないです。余分な見出しを消してください。',
      en: 'Every row has fewer cells than the header: {count}. Delete headers without a column.',
    },
  },
  'open-data/extra-cell': {
    ja: 'セルが見出しより{count}個多いです。余分なカンマを消すか、値を引用符で囲んでください。',
    en: 'More cells than the header: {count}. Remove stray commas, or put values with a comma in quotes.',
    many: {
      ja: `見出しの右に空のセルがある行が{count}行あります。${USELESS.ja}`,
      en: `Rows with blank cells beyond the header: {count}. ${USELESS.en}`,
    },
  },
  'open-data/stray-quote': {
    ja: '引用符の使い方が正しくありません。値の全体を「"」で囲むか、消してください。',
    en: 'A quote does not enclose the whole cell. Quote the whole value or remove the quote.',
  },
  'open-data/unterminated-quote': {
    ja: '引用符が閉じていません。値の終わりに「"」を足してください。',
    en: 'A quote is never closed. Add the closing quote at the end of the value.',
  },
  'open-data/encoding-error': {
    ja: '読めない文字があります。元の表で、文字を確かめてください。',
    en: 'The cell holds a character that could not be decoded. Check it in the source table.',
  },
  'open-data/not-a-point': {
    ja: '点ではない図形（{value}）です。地点として描くには、点にしてください。',
    en: 'The geometry is a {value}, not a point. Give a point to have it drawn as a place.',
  },
  'open-data/no-coordinates': {
    ja: '緯度・経度がありません。十進の度で入力してください。',
    en: 'Latitude or longitude is missing. Fill them in as decimal degrees.',
  },
  'open-data/not-a-number': {
    ja: '「{column}」の「{value}」は数値ではありません。十進の度で入力してください。',
    en: '"{value}" in "{column}" is not a number. Write decimal degrees, e.g. 35.681236.',
  },
  'open-data/swapped-latlng': {
    ja: '緯度と経度が逆のようです（{at}）。入れ替えてください。',
    en: 'Latitude and longitude seem swapped ({at}). Exchange them.',
  },
  'open-data/lost-decimal-point': {
    ja: '「{column}」の「{value}」は小数点がないようです。入れ直してください。',
    en: '"{value}" in "{column}" seems to have lost its decimal point. Put it back.',
  },
  'open-data/out-of-japan': {
    ja: '位置が日本の外です（{at}）。緯度・経度を確かめてください。',
    en: 'The position is outside Japan ({at}). Check latitude and longitude.',
  },
  'open-data/outside-area': {
    ja: '位置が区域の外です（{at}）。正しければ、そのままで構いません。',
    en: 'The position lies outside the municipality ({at}). Leave it if that is right.',
    many: {
      ja: '{count}行の位置が区域の外です。別の市区町村のファイルではないか、確かめてください。',
      en: 'Rows outside the municipality: {count}. Check whether this is the file of another one.',
    },
  },
  'open-data/full-width-number': {
    ja: '全角の数字を、半角として読みました。半角に直すと確実です。',
    en: 'Full-width digits were read as half-width. Write half-width digits to be sure.',
  },
  'open-data/no-name': {
    ja: '名称が空のため「{value}」と表示します。名称を入力してください。',
    en: 'The name is blank, so "{value}" is shown. Fill in the name.',
  },
  'open-data/constraint-error': {
    ja: '必須の「{column}」が空です。値を入力してください。',
    en: 'The required "{column}" is blank. Fill it in.',
  },
  'open-data/other-municipality': {
    ja: '団体コードが「{value}」です。「{expected}」か、確かめてください。',
    en: 'The local government code is "{value}". Check whether it should be "{expected}".',
  },
  'open-data/unique-error': {
    ja: 'ID「{value}」が重なっています。別の番号を付けてください。',
    en: 'The ID "{value}" occurs more than once. Give each row its own.',
  },
  'open-data/duplicate-row': {
    ja: '{value}行目と同じ内容です。どちらかを消してください。',
    en: 'The row repeats row {value}. Delete one of them.',
  },
};
