import {
  datasets,
  evacuationHazardColumns,
  loadDataset,
  type Column,
} from '@yokoten/standard/datasets';
import type { ColumnMapping, Mapping, Places } from '@yokoten/open-data';
import type { Localized } from '@yokoten/standard';
import type { Field, FieldRole } from '../document.ts';
import type { LayerConfig } from './layer-config.ts';

/** A column that is shown, and where it stands in the file. */
export interface ShownField extends Field {
  readonly index: number;
  /** What a cell says to a reader; `null` where it is blank. */
  readonly read: (cell: string) => string | null;
}

const PHOTO_LICENCE = '画像_ライセンス';

/** What decides beyond the file which columns are shown. */
export interface FieldSettings {
  readonly settings: LayerConfig['fields'];
  /** Headers that are filtered by, and therefore shown. */
  readonly filters: readonly string[];
  /** 0-based column of the photos, where they may be shown. */
  readonly photo: number | undefined;
}

/** Drawn, or only for machines; the parts of an address are in 所在地_連結表記. */
const HIDDEN = new Set<string>([
  ...evacuationHazardColumns,
  'ID',
  'NO',
  '名称',
  '緯度',
  '経度',
  '緯度,経度',
  '町字ID',
  '法人番号',
  '地方公共団体名',
  '都道府県名',
  '市区町村名',
  '画像',
  PHOTO_LICENCE,
]);
const CODE = /コード$|^geometry:/u;
const ADDRESS_PART = /^所在地_(?!連結表記)/u;

const ROLES: readonly (readonly [role: FieldRole, header: RegExp])[] = [
  ['address', /^(所在地|住所)/u],
  ['phone', /^(電話|連絡先電話|tel)/iu],
  ['url', /^(url|ホームページ|リンク|ウェブ)/iu],
  ['capacity', /収容/u],
  // Whether there is any, not how many or where: 車椅子貸出 and an accessible toilet say nothing about the way in.
  ['step-free', /^(車椅子可|段差なし|バリアフリー(対応)?|スロープ)$|^スロープ、/u],
  ['pets', /^ペット(?!.*(備考|数|頭|場所))/u],
  ['hours', /時間|曜日|日時/u],
  ['note', /備考|説明|注意|特記|対象となる/u],
  ['kind', /^(?!.*災害).*(種別|種類|分類|区分|カテゴリ)/u],
];

/** Plainer than the standard's own word, or for a header in English. */
const PLAIN: ReadonlyMap<string, Localized> = new Map(
  Object.entries({
    所在地_連結表記: { ja: '住所', en: 'Address' },
    電話番号: { ja: '電話番号', en: 'Phone' },
    URL: { ja: 'ウェブページ', en: 'Website' },
    名称_カナ: { ja: 'よみがな', en: 'Reading' },
    名称_英字: { ja: '英語の名前', en: 'Name in English' },
    名称_英語: { ja: '英語の名前', en: 'Name in English' },
    種別: { ja: '種別', en: 'Kind' },
    備考: { ja: '備考', en: 'Notes' },
    説明: { ja: '説明', en: 'Description' },
    FAX番号: { ja: 'FAX', en: 'Fax' },
    FAX: { ja: 'FAX', en: 'Fax' },
    '建物名等(方書)': { ja: '建物名', en: 'Building' },
    想定収容人数: { ja: '収容人数', en: 'Capacity' },
    指定避難所との重複: { ja: '指定避難所でもある', en: 'Also a designated shelter' },
  }),
);

/**
 * Which columns a place's detail shows: all that hold anything and are not drawn, marked as code or part of an address
 * that stands in one piece beside it; the config can show and hide any.
 */
export async function chooseFields(
  mapping: Mapping,
  { places }: Places,
  { settings, filters, photo }: FieldSettings,
): Promise<ShownField[]> {
  const dictionary = await columnsByName(mapping);
  const wholeAddress = mapping.columns.some(({ standard }) => standard === '所在地_連結表記');
  return mapping.columns.flatMap((column): ShownField[] => {
    const { index, header, standard = header } = column;
    const isPhoto = index === photo;
    const isFilter = filters.includes(header.trim());
    const setting = settings.get(header.trim()) ?? (isPhoto || isFilter ? true : undefined);
    const isFilled = places.some(({ cells }) => (cells[index] ?? '') !== '');
    const isHidden =
      (HIDDEN.has(standard) && !(photo !== undefined && standard === PHOTO_LICENCE)) ||
      standard === mapping.definition?.nameColumn ||
      CODE.test(standard) ||
      (wholeAddress && ADDRESS_PART.test(standard));
    if (setting === false || !isFilled || (setting === undefined && isHidden)) return [];
    const known = dictionary.get(standard);
    const label = typeof setting === 'object' ? setting : labelOf(column, known);
    const read = known?.format === 'flag' ? readFlag : readText;
    const role = isPhoto ? 'photo' : roleOf(column);
    return [{ index, header, label, role, read }];
  });
}

function roleOf({ header, standard = header }: ColumnMapping): FieldRole {
  return ROLES.find(([, form]) => form.test(standard))?.[0] ?? 'other';
}

function labelOf(
  { header, standard = header.trim() }: ColumnMapping,
  known: Column | undefined,
): Localized {
  const plain = PLAIN.get(standard);
  const en = plain?.['en'] ?? known?.en;
  const isLatin = !/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(header);
  const ja = plain !== undefined && (isLatin || header === standard) ? plain.ja : header.trim();
  return { ja, ...(en !== undefined && { en }) };
}

function readText(cell: string): string | null {
  return cell === '' ? null : cell;
}

/** `1` alone tells a reader nothing. */
function readFlag(cell: string): string | null {
  return cell === '1' ? '○' : readText(cell);
}

/** The columns of all datasets, since lists of one's own borrow from any; the file's own dataset comes first. */
async function columnsByName({ dataset }: Mapping): Promise<ReadonlyMap<string, Column>> {
  const ids = datasets.map(({ id }) => id).filter((id) => id !== dataset);
  const ordered = dataset === undefined ? ids : [dataset, ...ids];
  const loaded = await Promise.all(ordered.map((id) => loadDataset(id)));
  const columns = loaded.flatMap(({ generations }) =>
    generations.flatMap(({ columns }) => columns),
  );
  return new Map(columns.toReversed().map((column) => [column.name, column]));
}
