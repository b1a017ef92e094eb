import { column, type Definition } from '../internal/column.ts';
import * as model from '../internal/data-model.ts';
import * as common from '../internal/columns.ts';

const definition: Definition = {
  source:
    'Headers of published files in two parts. Of files in one piece only some headers were seen: the flat layout is named as in book A. The official definition was not seen.',
  generations: model.layouts(
    ['投票所'],
    [
      ...model.head,
      column('投票所区分', 'Kind of polling place'),
      column('投票区名', 'Polling district'),
    ],
    {
      plain: [
        column('投票区番号', 'Number of the polling district'),
        column('選挙区分', 'Kind of election'),
        common.note,
      ],
    },
  ),
};
export default definition;
