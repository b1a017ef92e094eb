import { column, type Definition } from '../internal/column.ts';
import * as model from '../internal/data-model.ts';

const definition: Definition = {
  source:
    'Headers of published files in two parts. The definition book is said to write ゴミ集積場所, files write ゴミ集積所. Files in one piece and the official definition were not seen: the flat layout is named as in book A.',
  generations: model.layouts(
    ['ゴミ集積場所', 'ゴミ集積所', 'ごみ集積場所', 'ごみ集積所'],
    [
      ...model.head,
      column('ゴミ種類', 'Kind of waste', 'string', { aliases: ['ごみ種類'] }),
      column('地区名', 'District'),
      column('ゴミ収集日', 'Collected on', 'string', { aliases: ['ごみ収集日'] }),
      column('自治体のページURL', 'Page of the municipality', 'url'),
      column('注意事項', 'Mind that'),
    ],
  ),
};
export default definition;
