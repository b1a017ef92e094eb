import type { Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as model from '../internal/data-model.ts';
import { facilityId } from '../internal/facility-file.ts';

const definition: Definition = {
  source:
    'Only the header 観光ポイント_全国地方公共団体コード was seen; the rest is inferred from 投票所一覧 and ゴミ集積所一覧.',
  generations: model.layouts(
    ['観光ポイント'],
    [common.code, facilityId, common.id, common.name, ...model.position],
  ),
};
export default definition;
