import type { Places, Problem, Table } from '@yokoten/open-data';
import type { LayerFile } from './layer-files.ts';

/** 画像 is the column of the standard datasets; the others are what lists of one's own write. */
const PHOTO = /^(画像|写真|サムネイル(画像)?|image|photo)(_?URL)?$/iu;

/** The 0-based column with addresses of photos: the one the config names, else the first that is called so. */
export function photoColumn(
  header: readonly string[],
  named: string | undefined,
): number | undefined {
  const index = header.findIndex((name) =>
    named === undefined ? PHOTO.test(name.trim()) : name.trim() === named,
  );
  return index === -1 ? undefined : index;
}

/** The address of a photo, where it comes by https from one of the `hosts` (origins); `null` otherwise. */
export function photoAddress(cell: string, hosts: readonly string[]): string | null {
  const url = URL.canParse(cell) ? new URL(cell) : undefined;
  return url?.protocol === 'https:' && hosts.includes(url.origin) ? url.href : null;
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
