import type { Column, Format } from '../dataset.ts';
import {
  codes,
  column,
  current,
  presence,
  recommended,
  type Definition,
} from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const GROUP = /^(データセット|ファイル|連絡先)(?=.)/;
/** Only labels were seen; データセット_最終更新日 elsewhere suggests that the headers join their parts with `_`. */
const labelled = (name: string, en: string, format?: Format): Column =>
  column(name, en, format, { aliases: GROUP.test(name) ? [name.replace(GROUP, '$1_')] : [] });

const category = column('分類', 'Category');
const frequency = column('更新頻度', 'Updated how often');
const hasApi = column('API対応有無', 'Has an API', 'string', { codes: presence });

const definition: Definition = {
  source:
    'Labels that a reader of published files gives the 42 columns; their punctuation in the header and the official definition (book A, 3.09, 2026-08-01) were not seen.',
  generations: [
    current([
      common.code,
      labelled('データセットID', 'Dataset ID'),
      common.publisher,
      labelled('データセットタイトル', 'Dataset title'),
      labelled('データセットサブタイトル', 'Dataset subtitle'),
      labelled('データセット概要', 'Dataset summary'),
      column('キーワード', 'Keywords'),
      category,
      column('ユニバーサルメニュー', 'Universal menu'),
      labelled('データセット公開日', 'Dataset published on', 'date'),
      labelled('データセット最終更新日', 'Dataset updated on', 'date'),
      labelled('データセットバージョン', 'Dataset version'),
      labelled('データセット言語', 'Dataset language'),
      labelled('データセットURL', 'Dataset website', 'url'),
      frequency,
      column('準拠する標準', 'Standard followed'),
      column('関連ドキュメント', 'Related documents'),
      column('来歴情報', 'Provenance'),
      column('対象地域', 'Area covered'),
      column('対象期間', 'Period covered'),
      labelled('連絡先名称', 'Whom to ask'),
      labelled('連絡先メールアドレス', 'Email', 'email'),
      labelled('連絡先電話番号', 'Phone for questions', 'phone'),
      labelled('連絡先内線番号', 'Extension for questions'),
      labelled('連絡先FormURL', 'Contact form', 'url'),
      labelled('連絡先備考', 'Contact notes'),
      labelled('データセット備考', 'Notes on the dataset'),
      labelled('ファイルタイトル', 'File title'),
      labelled('ファイルアクセスURL', 'File access page', 'url'),
      labelled('ファイルダウンロードURL', 'File download', 'url'),
      labelled('ファイル説明', 'File description'),
      labelled('ファイル形式', 'File format'),
      labelled('ファイルライセンス', 'File licence'),
      {
        ...labelled('ファイルステータス', 'File status'),
        codes: codes(
          ['配信中', 'Published'],
          ['配信準備中', 'In preparation'],
          ['配信停止中', 'Withdrawn'],
        ),
      },
      labelled('ファイルサイズ', 'File size'),
      labelled('ファイル公開日', 'File published on', 'date'),
      labelled('ファイル最終更新日', 'File updated on', 'date'),
      labelled('ファイル利用規約', 'File terms of use'),
      labelled('ファイル関連ドキュメント', 'Documents related to the file'),
      labelled('ファイル言語', 'File language'),
      labelled('ファイル準拠する標準', 'Standard the file follows'),
      hasApi,
    ]),
    recommended(
      [
        ...previous.owner,
        column('データ名称', 'Title'),
        column('データ概要', 'Summary'),
        column('データ形式', 'File format'),
        {
          ...category,
          format: 'code',
          codes: codes(
            ['国土・気象', 'Land and weather'],
            ['人口・世帯', 'Population and households'],
            ['労働・賃金', 'Labour and wages'],
            ['農林水産業', 'Farming, forestry and fishing'],
            ['鉱工業', 'Mining and industry'],
            ['商業・サービス業', 'Trade and services'],
            ['企業・家計・経済', 'Companies, households and economy'],
            ['住宅・土地・建設', 'Housing, land and building'],
            ['エネルギー・水', 'Energy and water'],
            ['運輸・観光', 'Transport and tourism'],
            ['情報通信・科学技術', 'Communication, science and technology'],
            ['教育・文化・スポーツ・生活', 'Education, culture, sport and life'],
            ['行財政', 'Administration and finance'],
            ['司法・安全・環境', 'Justice, safety and environment'],
            ['社会保障・衛生', 'Social security and health'],
            ['国際', 'International'],
            ['その他', 'Other'],
          ),
        },
        frequency,
        common.url,
        { ...hasApi, format: 'code' },
        column('ライセンス', 'Licence'),
        column('登録日', 'Registered on', 'date'),
        column('最終更新日', 'Updated on', 'date'),
        common.note,
      ],
      ['データ名称', 'データ形式', '分類', '最終更新日'],
    ),
  ],
};
export default definition;
