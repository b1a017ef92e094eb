import type { Localized } from '../units.ts';
import type { DataFile, DataOrigin } from './contract.ts';
import type { Credit } from './credit.ts';

/** What a resident reads instead of an id that no list of licences holds. Names and addresses as their makers write them. */
const TERMS: ReadonlyMap<string, readonly [name: string, url?: string]> = new Map([
  [
    'LicenseRef-KSJ',
    ['国土数値情報ダウンロードサイト利用約款', 'https://nlftp.mlit.go.jp/ksj/other/agreement.html'],
  ],
  [
    'LicenseRef-GSI',
    ['国土地理院コンテンツ利用規約', 'https://www.gsi.go.jp/kikakuchousei/kikakuchousei40182.html'],
  ],
  [
    'LicenseRef-PDL-1.0',
    [
      '公共データ利用規約（第1.0版）',
      'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
    ],
  ],
  ['LicenseRef-GJSTU', ['政府標準利用規約']],
  ['LicenseRef-GJSTU-1.0', ['政府標準利用規約（第1.0版）']],
  ['LicenseRef-GJSTU-2.0', ['政府標準利用規約（第2.0版）']],
]);

const MADE: Localized = {
  ja: '取得したデータから、このページに要る部分を取り出しています。',
  en: 'The part this page needs was taken out of what was fetched.',
};

const CHANGED: Localized = {
  ja: '取得したあとに、このページのために直しています。',
  en: 'Changed for this page after it was fetched.',
};

/**
 * Source and licence of a file that was fetched, from the record of what was fetched; `undefined` where the file was not,
 * or where nobody to name is recorded.
 */
export function originCredit({ origin }: DataFile): Credit | undefined {
  if (origin?.credit == null) return undefined;
  const { credit, licence, url } = origin;
  const [name, licenceUrl] = TERMS.get(licence ?? '') ?? [licence];
  const processed = processing(origin);
  return {
    source: { ja: credit },
    ...(/^https:\/\//i.test(url) && { url }),
    licence: name,
    ...(licenceUrl && { licenceUrl }),
    ...(processed && { processed }),
  };
}

function processing({ isMade, isChanged }: DataOrigin): Localized | undefined {
  if (isMade && isChanged) return { ja: MADE.ja + CHANGED.ja, en: `${MADE.en} ${CHANGED.en}` };
  if (isChanged) return CHANGED;
  return isMade ? MADE : undefined;
}
