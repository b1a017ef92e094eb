import type { Places, Problem, Table } from '@yokoten/open-data';
import type { LayerFile } from './layer-files.ts';

/** 画像 is the column of the standard datasets; the others are what lists of one's own write. */
const PHOTO = /^(画像|写真|サムネイル(画像)?|image|photo)(_?URL)?$/iu;

/** A file of the app itself, as it is published beside the page. */
const OWN_PHOTO = /^(?:\.\/)?images\/[^?#:\\]+\.(?:jpe?g|png|webp|avif|gif|svg)$/iu;

/**
 * The 0-based column with addresses of photos: the one the config names, else the first that is called so. `undefined`
 * where no photo could be shown: no host is allowed, and none of them is a file of the app.
 */
export function photoColumn(
  { header, rows }: Table,
  named: string | undefined,
  hosts: readonly string[],
): number | undefined {
  const index = header.findIndex((name) =>
    named === undefined ? PHOTO.test(name.trim()) : name.trim() === named,
  );
  const isOwn = rows.some(({ cells }) => ownAddress(cells[index] ?? '') !== null);
  return index === -1 || (hosts.length === 0 && !isOwn) ? undefined : index;
}

/**
 * The address of a photo, where it comes by https from one of the `hosts` (origins), or is a file in the app's own
 * `images/`; `null` otherwise.
 */
export function photoAddress(cell: string, hosts: readonly string[]): string | null {
  const own = ownAddress(cell);
  if (own !== null) return own;
  const url = URL.canParse(cell) ? new URL(cell) : undefined;
  return url?.protocol === 'https:' && hosts.includes(url.origin) ? url.href : null;
}

/** The findings without those about photos of the app's own: the standard wants https, a page lives without. */
export function withoutOwnPhotos(
  problems: readonly Problem[],
  photo: string | undefined,
): readonly Problem[] {
  if (photo === undefined) return problems;
  return problems.filter(
    ({ code, column, before }) =>
      code !== 'standard/format' || column !== photo || ownAddress(before ?? '') === null,
  );
}

/** Relative to the page; never out of its folder. */
function ownAddress(cell: string): string | null {
  const path = cell.trim();
  const isInside = !path.split('/').includes('..') && !/%(?:2e|2f|5c)/iu.test(path);
  return OWN_PHOTO.test(path) && isInside ? `./${encodeURI(path.replace(/^\.\//u, ''))}` : null;
}

/** Photos that are not shown, since their host is not allowed; each row that has one. */
export function photoProblems(
  { file }: LayerFile,
  { header }: Table,
  { places }: Places,
  index: number,
  hosts: readonly string[],
): Problem[] {
  return places.flatMap(({ row, line, cells }): Problem[] => {
    const before = cells[index] ?? '';
    if (before === '' || photoAddress(before, hosts) !== null) return [];
    return [
      {
        code: 'disaster-map/photo-not-allowed',
        severity: 'warning',
        file: file.path,
        row,
        line,
        column: header[index] ?? '',
        before,
        message: {
          ja: '写真を表示しません。https のアドレスにし、サーバーを設定の photoHosts に書いてください。',
          en: 'The photo is not shown. Give it an https address, and name its server in "photoHosts" of the config.',
        },
      },
    ];
  });
}
