import type { Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import { facilityColumns, facilityFile, facilityId } from '../internal/facility-file.ts';

const equipment = [facilityId, common.nursing, common.changing, ...common.pushchairs];

const definition: Definition = {
  source: 'Not seen: inferred from the names in アクセシビリティ of GIF (438).',
  generations: [
    { id: 'current', layout: 'flat', columns: [...equipment, ...facilityColumns] },
    { id: 'current', layout: 'data-model', columns: equipment, companion: facilityFile },
  ],
};
export default definition;
