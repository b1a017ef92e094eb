import type { ForeignTree } from '../foreign/foreign.ts';
import { textOf } from '../upgrade/tree.ts';
import { note, type Note } from './found.ts';

const DOCUMENT = /^(?:[^/]+\/)?(?:README|LICENSE|NOTICE|licen[cs]e|readme)[^/]*$/i;

const LICENCE =
  /\bCC[ -]?(?:BY(?:-SA)?|0)\b|クリエイティブ・?コモンズ|Creative Commons|政府標準利用規約|公共データ利用規約|ODbL|PDL ?1\.0/i;

const LARGEST = 200_000;

/**
 * Lines of the owner's documents that speak of terms of use. Whether they are about the data only a person can say, so
 * the data's licence stays unstated, and the lines are pointed out.
 *
 * @param isKnown whether a file is one of the template's own
 */
export async function licenceNotes(
  { files }: Pick<ForeignTree, 'files'>,
  isKnown: (path: string, blob: string) => boolean,
): Promise<Note[]> {
  const notes: Note[] = [
    note(
      'licence',
      'データの利用条件は、元の設定に書かれていません。そのため「記載なし」と表示します。決まっていれば、設定の credit に書いてください。',
      'The older config states no terms for its data, so the page says that none are stated. If there are any, write them into credit of the config.',
    ),
  ];
  for (const file of files) {
    const { path, blob, size } = file;
    if (!DOCUMENT.test(path) || size > LARGEST || isKnown(path, blob)) continue;
    const text = textOf({ bytes: await file.read() });
    const line = (text ?? '').split('\n').findIndex((one) => LICENCE.test(one));
    if (line === -1) continue;
    notes.push(
      note(
        'licence',
        `${line + 1}行目に、利用条件らしい言葉があります。データのことなら、設定の credit に書いてください。`,
        `Line ${line + 1} speaks of terms of use. If they are about the data, write them into credit of the config.`,
        path,
      ),
    );
  }
  return notes;
}
