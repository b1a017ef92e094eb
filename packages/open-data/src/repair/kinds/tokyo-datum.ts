import { alignedRows } from '../cells.ts';
import { columnOf, type TableKind } from '../context.ts';
import { fromTokyoDatum } from '../internal/datum.ts';
import type { Draft } from '../internal/draft.ts';
import { isOn } from '../internal/degrees.ts';

const OLD = /日本測地系(?!\s?20)|旧測地系|tokyo\s?(?:datum|97)?|tky/iu;
const DATUM_COLUMN = /測地系|座標系|^crs$|^datum$/iu;
const OLD_VALUE = /^(?:日本測地系|旧測地系|旧日本測地系|tokyo(?:\s?datum)?|epsg:4301|4301)$/iu;
const REASON = { code: 'open-data/datum-suspect', confidence: 0.9 } as const;

/**
 * Positions in 日本測地系 (Tokyo Datum), some 400 m off on today's maps. Where the headers say so they become 緯度 and 経度, and
 * `tokyoPositions` computes the values anew; where a column beside them says so, that is flagged. A shift alone proves nothing.
 * @returns whether the values are in the old system.
 */
export function tokyoLabels(draft: Draft): boolean {
  const lat = oldColumn(draft, /緯度|lat/iu);
  const lng = oldColumn(draft, /経度|lng|lon/iu);
  if (lat === undefined || lng === undefined) return false;
  // Columns of today's system stand beside them.
  if (draft.header.includes('緯度') || draft.header.includes('経度')) return false;
  for (const [index, name] of [
    [lat, '緯度'],
    [lng, '経度'],
  ] as const) {
    draft.setLabel(index, name, REASON);
    draft.assign(index, name);
  }
  return true;
}

/** Computes the positions of such a table in today's system, about 10 m exact, once they are decimal degrees. */
export const tokyoPositions: TableKind = (context) => {
  const lat = columnOf(context, '緯度');
  const lng = columnOf(context, '経度');
  if (lat === undefined || lng === undefined) return;
  for (const row of alignedRows(context)) {
    const [y = '', x = ''] = [row.cells[lat.index], row.cells[lng.index]];
    if (!isOn('lat', y) || !isOn('lng', x)) continue;
    const [east, north] = fromTokyoDatum([Number(x), Number(y)]);
    context.draft.setCell(row, lat.index, north.toFixed(6), REASON);
    context.draft.setCell(row, lng.index, east.toFixed(6), REASON);
  }
};

/** The one column whose header names the axis and the old system. */
function oldColumn(draft: Draft, axis: RegExp): number | undefined {
  const [index, ...more] = [...draft.header.keys()].filter((at) => {
    const label = (draft.header[at] ?? '').normalize('NFKC').slice(0, 60);
    return axis.test(label) && OLD.test(label);
  });
  return more.length > 0 ? undefined : index;
}

/** A column beside the positions that names the old system. */
export const tokyoValues: TableKind = (context) => {
  const { draft } = context;
  if (columnOf(context, '緯度') === undefined) return;
  for (const [index, label] of draft.header.entries()) {
    if (!DATUM_COLUMN.test(label.normalize('NFKC').slice(0, 60))) continue;
    const rows = alignedRows(context).filter(({ cells }) =>
      OLD_VALUE.test((cells[index] ?? '').slice(0, 40).normalize('NFKC').trim()),
    );
    if (rows.length > 0)
      draft.doubt('open-data/datum-suspect', rows[0], { index, count: rows.length });
  }
};
