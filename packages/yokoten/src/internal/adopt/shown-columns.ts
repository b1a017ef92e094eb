import { evacuationHazardColumns } from '@yokoten/standard/datasets';
import type { LayerTally } from './layer-tally.ts';

const PLACE = new Set<string>(['名称', '緯度', '経度', '緯度,経度', ...evacuationHazardColumns]);

/** Headers that a map's page leaves out by itself: codes, numbers, parts of an address. */
const USUALLY_HIDDEN =
  /コード$|^(ID|NO|町字ID|法人番号|地方公共団体名|都道府県名|市区町村名|画像(_ライセンス)?)$|^所在地_(?!連結表記)|^geometry:/u;

/**
 * The `fields` of a layer whose map showed every column: those that a page would leave out are to be shown. Name,
 * position and hazards are drawn.
 */
export function shownColumns({ mappings }: LayerTally): Readonly<Record<string, true>> | undefined {
  const headers = mappings.flatMap(({ columns, definition }) =>
    columns.flatMap(({ header, standard = header.trim() }) => {
      const name = header.trim();
      const isDrawn = PLACE.has(standard) || standard === definition?.nameColumn;
      const isHidden = USUALLY_HIDDEN.test(standard) || USUALLY_HIDDEN.test(name);
      return name === '' || isDrawn || !isHidden ? [] : [name];
    }),
  );
  if (headers.length === 0) return undefined;
  return Object.fromEntries([...new Set(headers)].map((header) => [header, true as const]));
}
