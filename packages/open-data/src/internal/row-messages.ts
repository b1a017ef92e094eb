import type { RowCode } from '../problem-code.ts';
import type { Message } from './file-messages.ts';

/** Sentences about a header cell, a row or a cell. Japanese sentences stay under 40 characters. */
export const rowMessages: Readonly<Record<RowCode, Message>> = {
  'open-data/blank-label': ({ count }) =>
    count === undefined
      ? {
          ja: '値のある列の見出しが空です。列名を付けてください。',
          en: 'A column with values has no header. Give it a name.',
        }
      : {
          ja: `見出しも値もない列が${count}列あります。不要なら消してください。`,
          en: `Columns with neither header nor values: ${count}. Delete them if they serve no purpose.`,
        },
  'open-data/duplicate-label': ({ column }) => ({
    ja: `見出し「${column ?? ''}」が重なっています。別の名前に変えてください。`,
    en: `The header "${column ?? ''}" occurs more than once. Rename one of them.`,
  }),
  'open-data/missing-label': ({ expected }) => ({
    ja: `必須の列「${expected ?? ''}」がありません。列を足してください。`,
    en: `The required column "${expected ?? ''}" is missing. Add it.`,
  }),
  'open-data/missing-cell': ({ count, rows }) =>
    rows === undefined
      ? {
          ja: `セルが見出しより${count ?? 0}個少ないです。列のずれを確かめてください。`,
          en: `Fewer cells than the header: ${count ?? 0}. Check that no column slipped.`,
        }
      : {
          ja: `どの行も、セルが見出しより${count ?? 0}個少ないです。余分な見出しを消してください。`,
          en: `Every row has fewer cells than the header: ${count ?? 0}. Delete headers without a column.`,
        },
  'open-data/extra-cell': ({ count, rows }) =>
    rows === undefined
      ? {
          ja: `セルが見出しより${count ?? 0}個多いです。余分なカンマを消すか、値を引用符で囲んでください。`,
          en: `More cells than the header: ${count ?? 0}. Remove stray commas, or put values with a comma in quotes.`,
        }
      : {
          ja: `${rows}行で、見出しの右に空のセルがあります。不要なら消してください。`,
          en: `Rows with blank cells beyond the header: ${rows}. Delete them if they serve no purpose.`,
        },
  'open-data/stray-quote': () => ({
    ja: '引用符の使い方が正しくありません。値の全体を「"」で囲むか、消してください。',
    en: 'A quote does not enclose the whole cell. Quote the whole value or remove the quote.',
  }),
  'open-data/unterminated-quote': () => ({
    ja: '引用符が閉じていません。値の終わりに「"」を足してください。',
    en: 'A quote is never closed. Add the closing quote at the end of the value.',
  }),
  'open-data/encoding-error': () => ({
    ja: '読めない文字があります。元の表で、文字を確かめてください。',
    en: 'The cell holds a character that could not be decoded. Check it in the source table.',
  }),
  'open-data/not-a-point': ({ value }) => ({
    ja: `点ではない図形（${value ?? ''}）です。地点として描くには、点にしてください。`,
    en: `The geometry is a ${value ?? ''}, not a point. Give a point to have it drawn as a place.`,
  }),
  'open-data/no-coordinates': () => ({
    ja: '緯度・経度がありません。十進の度で入力してください。',
    en: 'Latitude or longitude is missing. Fill them in as decimal degrees.',
  }),
  'open-data/not-a-number': ({ column, value }) => ({
    ja: `「${column ?? ''}」の「${value ?? ''}」は数値ではありません。十進の度で入力してください。`,
    en: `"${value ?? ''}" in "${column ?? ''}" is not a number. Write decimal degrees, e.g. 35.681236.`,
  }),
  'open-data/swapped-latlng': ({ at }) => ({
    ja: `緯度と経度が逆のようです（${at ?? ''}）。入れ替えてください。`,
    en: `Latitude and longitude seem swapped (${at ?? ''}). Exchange them.`,
  }),
  'open-data/lost-decimal-point': ({ column, value }) => ({
    ja: `「${column ?? ''}」の「${value ?? ''}」は小数点がないようです。入れ直してください。`,
    en: `"${value ?? ''}" in "${column ?? ''}" seems to have lost its decimal point. Put it back.`,
  }),
  'open-data/out-of-japan': ({ at }) => ({
    ja: `位置が日本の外です（${at ?? ''}）。緯度・経度を確かめてください。`,
    en: `The position is outside Japan (${at ?? ''}). Check latitude and longitude.`,
  }),
  'open-data/outside-area': ({ at }) => ({
    ja: `位置が区域の外です（${at ?? ''}）。正しければ、そのままで構いません。`,
    en: `The position lies outside the municipality (${at ?? ''}). Leave it if that is right.`,
  }),
  'open-data/full-width-number': () => ({
    ja: '全角の数字を、半角として読みました。半角に直すと確実です。',
    en: 'Full-width digits were read as half-width. Write half-width digits to be sure.',
  }),
  'open-data/no-name': ({ value }) => ({
    ja: `名称が空のため「${value ?? ''}」と表示します。名称を入力してください。`,
    en: `The name is blank, so "${value ?? ''}" is shown. Fill in the name.`,
  }),
  'open-data/constraint-error': ({ column }) => ({
    ja: `必須の「${column ?? ''}」が空です。値を入力してください。`,
    en: `The required "${column ?? ''}" is blank. Fill it in.`,
  }),
  'open-data/other-municipality': ({ value, expected }) => ({
    ja: `団体コードが「${value ?? ''}」です。「${expected ?? ''}」か、確かめてください。`,
    en: `The local government code is "${value ?? ''}". Check whether it should be "${expected ?? ''}".`,
  }),
  'open-data/unique-error': ({ value }) => ({
    ja: `ID「${value ?? ''}」が重なっています。別の番号を付けてください。`,
    en: `The ID "${value ?? ''}" occurs more than once. Give each row its own.`,
  }),
  'open-data/duplicate-row': ({ value }) => ({
    ja: `${value ?? ''}行目と同じ内容です。どちらかを消してください。`,
    en: `The row repeats row ${value ?? ''}. Delete one of them.`,
  }),
};
