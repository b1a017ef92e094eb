import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const name = column('イベント名', 'Name');
const nameKana = column('イベント名_カナ', 'Name in katakana', 'katakana');
const nameEnglish = column('イベント名_英語', 'Name in English', 'string', {
  aliases: ['イベント名_英字'],
});
const dates = [
  column('開始日', 'First day', 'date'),
  column('終了日', 'Last day', 'date'),
  column('開始時間', 'Begins', 'time', { aliases: ['開始時刻'] }),
  column('終了時間', 'Ends', 'time', { aliases: ['終了時刻'] }),
  column('開始日時特記事項', 'Notes on dates', 'string', { aliases: ['日時備考', '日時説明'] }),
];
const fee = column('料金(基本)', 'Basic fee (yen)');
const fees = column('料金(詳細)', 'Fees in detail');
const host = column('主催者', 'Host', 'string', { aliases: ['主催団体'] });
const venue = column('場所名称', 'Place');
const taking = [
  column('定員', 'Capacity', 'integer'),
  column('参加申込終了日', 'Apply until', 'date', { aliases: ['申込期限日'] }),
  column('参加申込終了時間', 'Apply until what time', 'time', { aliases: ['申込期限時刻'] }),
  column('参加申込方法', 'How to apply', 'string', { aliases: ['申込方法'] }),
];

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      common.code,
      common.corporateNumber,
      common.id,
      common.publisher,
      name,
      nameKana,
      nameEnglish,
      column('イベント通称', 'Common name', 'string', { aliases: ['名称(通称)'] }),
      column('サブタイトル', 'Subtitle'),
      column('コンテンツURL', 'Content', 'url'),
      column('状態', 'Status'),
      column('キーワード', 'Keywords'),
      column('タグ', 'Tags'),
      column('開催パターン', 'How it repeats'),
      ...dates,
      column('概要', 'Summary'),
      common.explanation,
      column('イベント種類', 'Kind'),
      fee,
      fees,
      common.feeKind,
      host,
      column('共催団体', 'Held together with', 'string', { aliases: ['共催・協力団体'] }),
      column('対象者', 'For whom'),
      venue,
      ...common.address,
      common.latitude,
      common.longitude,
      common.access,
      common.parking,
      ...taking,
      ...common.inquiries,
      common.image,
      common.url,
      common.note,
    ]),
    recommended(
      [
        ...previous.owner,
        name,
        nameKana,
        nameEnglish,
        ...dates,
        common.explanation,
        { ...fee, format: 'integer' },
        fees,
        ...common.inquiries,
        host,
        venue,
        previous.address,
        previous.building,
        common.latitude,
        common.longitude,
        common.access,
        common.parking,
        ...taking,
        common.url,
        common.note,
      ],
      [
        'イベント名',
        'イベント名_カナ',
        ...dates.slice(0, 4).map((date) => date.name),
        '説明',
        '場所名称',
        '住所',
      ],
    ),
  ],
};
export default definition;
