import { column, type Definition } from '../internal/column.ts';
import * as model from '../internal/data-model.ts';
import * as common from '../internal/columns.ts';

const definition: Definition = {
  source:
    'Headers of published files in two parts. Of files in one piece only some headers were seen: the flat layout is named as in book A. The official definition was not seen.',
  generations: model.layouts(
    ['公営駐輪場'],
    [
      ...model.head,
      column('屋内外', 'Indoors or outdoors'),
      column('最大駐輪台数', 'Bicycles at most', 'integer'),
    ],
    {
      plain: [
        column('サービス曜日', 'Open on', 'weekdays'),
        column('開始時刻', 'Opens', 'time'),
        column('終了時刻', 'Closes', 'time'),
        column('日時備考', 'Notes on hours'),
        common.feeKind,
        common.fee,
        common.feeNote,
        column('決済種別', 'Ways to pay'),
        column('開設日', 'Opened on', 'date'),
        common.note,
      ],
    },
  ),
};
export default definition;
