import { note, type Note } from './found.ts';
import type { LayerTally } from './layer-tally.ts';

/**
 * Why a file of data cannot be a layer of a page that is published; nothing where it can. The file is kept beside the
 * app's data then.
 */
export function asideNote(file: string, tally: LayerTally): Note | undefined {
  const { rows, placed, isStopping, reason } = tally;
  if (reason !== undefined)
    return note(
      'unreadable',
      `読めません。「adopted」フォルダーに残しました。${reason.ja}`,
      `It cannot be read, and is kept in the folder adopted. ${reason['en'] ?? ''}`,
      file,
    );
  if (rows === 0)
    return note(
      'empty-layer',
      '行がありません。「adopted」フォルダーに残しました。行を足したら data に移してください。',
      'It has no row, and is kept in the folder adopted; move it to data once it has some.',
      file,
    );
  if (placed === 0)
    return note(
      'no-places',
      `${rows}行のどれにも、緯度と経度が見つかりません。「adopted」フォルダーに残しました。`,
      `No latitude and longitude were found in its ${rows} rows. It is kept in the folder adopted.`,
      file,
    );
  if (!isStopping) return undefined;
  return note(
    'rows-without-place',
    `${rows}行のうち${rows - placed}行に、使える緯度と経度がありません。\n1割を超えると公開が止まるので「adopted」フォルダーに残しました。直して data に移してください。`,
    `${rows - placed} of ${rows} rows have no usable position. More than a tenth stops a page, so it is kept in the folder adopted. Mend it and move it to data.`,
    file,
  );
}

/** A file whose name in `data/` is another one than before. */
export function renamedNote(file: string, target: string): Note {
  return note(
    'renamed',
    `名前が重なるか、別の意味になるので「data/${target}」にしました。`,
    `Its name is taken or means something else; it is now data/${target}.`,
    file,
  );
}
