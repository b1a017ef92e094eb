import { alignedRows } from '../cells.ts';
import { columnOf, type Context, type TableKind } from '../context.ts';
import { isOn, readDegrees } from '../internal/degrees.ts';

const BOTH = '緯度,経度';
const REASON = { code: 'open-data/latlng-in-one-cell', confidence: 0.95 } as const;
const SHARE = 0.5;

/**
 * A position in one cell, `34.3,134.0`, → two columns, in whichever order the cell has them: latitudes and longitudes of Japan
 * have no number in common. The cell itself stays where it has a column of its own.
 */
export const latlngInOneCell: TableKind = (context) => {
  const { draft } = context;
  const lat = columnOf(context, '緯度');
  const lng = columnOf(context, '経度');
  if (lat !== undefined && lng !== undefined) {
    for (const row of alignedRows(context)) {
      const [y = '', x = ''] = [row.cells[lat.index], row.cells[lng.index]];
      const pair = (y === '') === (x === '') ? undefined : splitPair(y === '' ? x : y);
      if (pair === undefined) continue;
      draft.setCell(row, lat.index, pair[0], REASON);
      draft.setCell(row, lng.index, pair[1], REASON);
    }
    return;
  }
  if (lat === undefined && lng === undefined) addColumns(context);
};

function addColumns(context: Context): void {
  const { draft } = context;
  const both = columnOf(context, BOTH);
  if (both === undefined || draft.header.includes('緯度') || draft.header.includes('経度')) return;
  const filled = alignedRows(context).filter(({ cells }) => (cells[both.index] ?? '') !== '');
  const pairs = filled.map((row) => [row, splitPair(row.cells[both.index] ?? '')] as const);
  const found = pairs.filter(([, pair]) => pair !== undefined);
  if (found.length === 0 || found.length < filled.length * SHARE) return;
  const [lat, lng] = ['緯度', '経度'].map((name) => {
    const index = draft.addColumn(name, REASON);
    draft.assign(index, name);
    return index;
  });
  for (const [row, pair] of found) {
    if (lat === undefined || lng === undefined || pair === undefined) continue;
    draft.setCell(row, lat, pair[0], REASON);
    draft.setCell(row, lng, pair[1], REASON);
  }
}

/** Latitude and longitude as decimal texts. */
function splitPair(text: string): readonly [lat: string, lng: string] | undefined {
  if (text.length > 100) return undefined;
  const [first, second, ...rest] = text
    .split(/\s?[,，、;；/／]\s?|\s+/u)
    .map((part) => readDegrees(part.replace(/^[([（]|[)\]）]$/gu, ''))?.text ?? '');
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  if (isOn('lat', first) && isOn('lng', second)) return [first, second];
  return isOn('lng', first) && isOn('lat', second) ? [second, first] : undefined;
}
