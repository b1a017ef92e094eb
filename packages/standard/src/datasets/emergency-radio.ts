import { column, type Definition } from '../internal/column.ts';
import * as model from '../internal/data-model.ts';
import * as common from '../internal/columns.ts';

const definition: Definition = {
  source:
    'Headers of published files in two parts. Of files in one piece only some headers were seen: the flat layout is named as in book A. The official definition was not seen.',
  generations: model.layouts(
    ['防災行政無線'],
    [...model.head, column('地区名', 'District'), common.note],
  ),
};
export default definition;
