import { column, current, type Definition } from '../internal/column.ts';
import * as school from '../internal/school-columns.ts';

const definition: Definition = {
  source:
    'Headers of published files; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([
      column(
        '情報の管理主体_全国地方公共団体コード',
        'Local government code',
        'municipality-code',
        {
          aliases: ['全国地方公共団体コード'],
        },
      ),
      school.id,
      school.code,
      ...school.address,
      school.name,
      school.nameKana,
      column('行政サービス拠点種別', 'Kind of school'),
      column('通学区域_登録年月日', 'District registered on', 'date'),
      column('通学区域_廃止日', 'District abolished on', 'date'),
      column('通学区域の住所', 'Addresses of the district', 'list'),
      column('特記事項', 'Notes'),
      column('ポリゴン_ファイル名', 'File of the outline'),
    ]),
  ],
};
export default definition;
