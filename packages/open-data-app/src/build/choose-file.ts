import { nearest } from '@yokoten/standard/nearest';
import type { AppConfig } from './config.ts';
import type { ConfigProblem, DataFile } from '@yokoten/standard/app';

/** What lies in `data/` without being data. */
const NO_DATA =
  /^(\.|~\$)|^(boundary\.geojson|address\.csv|readme.*\.(md|txt)|thumbs\.db|desktop\.ini)$|\.patch\.json$/i;

/** The file that is shown: the one of `data/`, or the one the config names. Neither is no fault: a new town has none yet. */
export function chooseFile(
  files: readonly DataFile[],
  { file: named, isFetched }: Pick<AppConfig, 'file' | 'isFetched'>,
): { readonly file?: DataFile; readonly problem?: ConfigProblem } {
  const candidates = files.filter(
    ({ path }) => path.startsWith('data/') && !NO_DATA.test(baseName(path)),
  );
  if (named !== undefined) {
    // macOS writes か + ゙ where everybody else writes が.
    const wanted = withFolder(named).normalize('NFC');
    const file = candidates.find(({ path }) => path.normalize('NFC') === wanted);
    if (file !== undefined) return { file };
    return isFetched ? {} : { problem: noSuchFile(named, candidates) };
  }
  const [file, ...others] = candidates;
  if (file === undefined) return {};
  return others.length === 0 ? { file } : { problem: severalFiles(candidates) };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withFolder(path: string): string {
  return path.startsWith('data/') ? path : `data/${path}`;
}

function severalFiles(files: readonly DataFile[]): ConfigProblem {
  const [first = ''] = files.map(({ path }) => path);
  const list = files.slice(0, 5).map(({ path }) => `「${path}」`);
  const more = files.length > 5 ? `ほか${files.length - 5}個` : '';
  return {
    code: 'open-data-app/several-files',
    path: [],
    file: files[1]?.path ?? first,
    message: {
      ja: `データが${files.length}個あります: ${list.join('')}${more}。\n使わないほうを消すか、設定に "data": { "file": "${first}" } と書いてください。`,
      en: `There are ${files.length} data files: ${files
        .slice(0, 5)
        .map(({ path }) => path)
        .join(
          ', ',
        )}. Delete what is not used, or write "data": { "file": "${first}" } into the config.`,
    },
  };
}

function noSuchFile(named: string, files: readonly DataFile[]): ConfigProblem {
  const paths = files.map(({ path }) => path);
  const guess = nearest(withFolder(named), paths) ?? (paths.length === 1 ? paths[0] : undefined);
  return {
    code: 'open-data-app/no-such-file',
    path: ['data', 'file'],
    message: {
      ja: `「${named}」というファイルはありません。${guess === undefined ? `data フォルダーにあるのは: ${paths.join('、') || 'なし'}` : `「${guess}」ではありませんか。`}`,
      en: `There is no file "${named}". ${guess === undefined ? `The folder data holds: ${paths.join(', ') || 'nothing'}.` : `Did you mean "${guess}"?`}`,
    },
  };
}
