import type { Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as model from '../internal/data-model.ts';
import { facilityId } from '../internal/facility-file.ts';

const definition: Definition = {
  source: 'Not seen: inferred from 公営駐輪場一覧, its neighbour in the list.',
  generations: model.layouts(
    ['公営駐車場'],
    [common.code, facilityId, ...model.names, ...model.position],
  ),
};
export default definition;
