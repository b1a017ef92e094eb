import type { Decoded } from '../../encoding.ts';
import { needsGeometry } from '../../geometry.ts';
import { cellLimit } from '../../internal/limits.ts';
import { GEOMETRY_LAT, GEOMETRY_LNG } from '../../internal/place-columns.ts';
import { examine } from '../../internal/table-problems.ts';
import type { Finding } from '../../problem.ts';
import type { Table, TableRow } from '../../table.ts';
import { type Context, inside, marked, type Outcome } from '../context.ts';
import { partFinding, refuse } from '../refuse.ts';
import { type Folder, foldersOf } from './folders.ts';
import type { Placemark } from './placemark.ts';
import { placemarkLines } from './placemark-lines.ts';

/**
 * Reads KML (OGC 12-007): one table a folder that has placemarks. `geometry:lat` and `geometry:lng` hold the position
 * of a point, the kind of any other shape; links to other maps are named, not followed.
 * @throws OpenDataError `open-data/broken-xml`, `open-data/too-many-cells`
 */
export function readKml(decoded: Decoded, context: Context): Outcome {
  const xml = decoded.decode(decoded.bytes);
  const { folders, links } = foldersOf(xml, context.file);
  const lines = placemarkLines(xml);
  const filled = folders.filter(({ placemarks }) => placemarks.length > 0);
  const tables = filled.map((folder) => {
    const part = filled.length === 1 ? context : inside(context, folder.path);
    return folderTable(folder, lines, decoded, part);
  });
  const findings = links.map((value): Finding =>
    partFinding('open-data/network-link', 'warning', context, { value }),
  );
  return { tables, findings };
}

function folderTable(
  { placemarks }: Folder,
  lines: readonly number[],
  { encoding, bom, bytes }: Decoded,
  context: Context,
): Table {
  const { file } = context;
  const columns = new Map([GEOMETRY_LAT, GEOMETRY_LNG].map((name, index) => [name, index]));
  for (const [, placemark] of placemarks)
    for (const name of placemark.columns.keys())
      if (!columns.has(name)) columns.set(name, columns.size);
  const count = columns.size * placemarks.length;
  if (count > cellLimit(bytes.length)) throw refuse('open-data/too-many-cells', file, { count });
  const header = [...columns.keys()];
  const rows = placemarks.map(([number, placemark], index): TableRow => {
    const cells = [
      ...positionCells(placemark),
      ...header.slice(2).map((name) => placemark.columns.get(name) ?? ''),
    ];
    const row = { row: index + 2, line: lines[number] ?? 1, cells };
    const { geometry } = placemark;
    return geometry !== undefined && needsGeometry(geometry) ? { ...row, geometry } : row;
  });
  const shape = { file, header, headerRow: 1, headerLine: 1, rows, preamble: [], blankRows: 0 };
  const problems = examine(shape);
  return marked({ ...shape, kind: 'kml', encoding, bom, newline: 'none', problems }, context);
}

function positionCells({ geometry, broken }: Placemark): [lat: string, lng: string] {
  if (geometry === undefined) return [broken ?? '', broken ?? ''];
  if (geometry.type !== 'Point') return [geometry.type, geometry.type];
  const [lng, lat] = geometry.coordinates;
  return [String(lat), String(lng)];
}
