import { buildMap } from '@yokoten/disaster-map/build';
import { readPlaces } from '@yokoten/open-data';
import { exportCsv } from '@yokoten/open-data/export';
import type { Examination, ReportPositions } from '@yokoten/open-data/report';
import type { Bbox, LngLat } from '@yokoten/standard';
import type { MadeMap, PageLanguage, Town } from '../protocol.ts';

/** More than a phone can list; the report's own picture shows the rest. */
const MOST_PLACES = 20_000;

/**
 * The map page that the corrected file would make, without a background: nobody is asked for tiles. Rows without a
 * position are left to the report, where a published map would refuse a file with many of them.
 */
export async function mapOf(
  { corrected: { table, mapping }, report }: Examination,
  language: PageLanguage,
  town: Town | undefined,
): Promise<MadeMap> {
  const located = new Set(readPlaces(table, mapping).places.map(({ row }) => row));
  const rows = table.rows.filter(({ row }) => located.has(row)).slice(0, MOST_PLACES);
  const bbox = town?.bbox ?? boxAround(report.positions);
  if (rows.length === 0 || bbox === undefined) return { document: undefined, leftOut: 0 };
  const { bytes } = exportCsv({ ...table, rows }, mapping);
  const name = layerName(report.file);
  const { document } = await buildMap({
    config: {
      title: { ja: report.file, en: report.file },
      languages: [language],
      background: 'none',
      credit: { source: { ja: report.file }, licence: null },
      layers: [{ name, ...(mapping.dataset !== undefined && { as: mapping.dataset }) }],
    },
    municipality: {
      name: town?.name ?? { ja: report.file },
      bbox,
      centroid: town?.centroid ?? middleOf(bbox),
    },
    files: [{ path: `data/01-${name}.csv`, bytes }],
  });
  return { document, leftOut: located.size - rows.length };
}

/** What the places that lie together span; a single one far off would leave the others a dot. */
function boxAround(positions: ReportPositions | null): Bbox | undefined {
  const near = positions?.points.filter(({ outlier }) => outlier !== true) ?? [];
  if (positions === null || near.length === 0) return positions?.bbox ?? undefined;
  const lngs = near.map(({ at }) => at[0]);
  const lats = near.map(({ at }) => at[1]);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** The file's name as that of a layer: it can tell 避難所 from 避難場所. */
function layerName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]{1,8}$/u, '');
  return name.replace(/[\\/.]/gu, '').replace(/^\d+-/u, '') || 'places';
}

function middleOf([west, south, east, north]: Bbox): LngLat {
  return [(west + east) / 2, (south + north) / 2];
}
