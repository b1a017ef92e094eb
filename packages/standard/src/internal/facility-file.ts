import type { Column, Companion } from '../dataset.ts';
import { column } from './column.ts';
import * as common from './columns.ts';

export const facilityId: Column = column('施設_ID', 'Facility ID');

/** A column of the flat layout, its headers in the companion, and the shorter one in files that are in one piece. */
type Part = readonly [flat: Column, headers: readonly string[], short?: string];

const own = (name: string, en: string, format?: Column['format']): Part => [
  column(name, en, format),
  [name],
];

const PARTS: readonly Part[] = [
  [facilityId, [facilityId.name]],
  own('施設_名称', 'Facility'),
  [common.poiCode, ['施設_POIコード']],
  [common.wholeAddress, ['住所_連結表記'], '連結表記'],
  [common.prefecture, ['住所_都道府県'], '都道府県'],
  [common.municipality, ['住所_市区町村（郡）', '住所_市区町村'], '市区町村'],
  [common.town, ['住所_町字'], '町字'],
  [common.townId, ['住所_町字ID']],
  [common.houseNumber, ['住所_番地以下'], '番地以下'],
  [common.building, ['住所_建物名等(方書)']],
  [common.postalCode, ['連絡先_郵便番号']],
  [common.phone, ['連絡先_電話番号']],
  own('住所_緯度', 'Latitude of the facility', 'latitude'),
  own('住所_経度', 'Longitude of the facility', 'longitude'),
  own('施設_サービス曜日', 'Facility open on', 'weekdays'),
  own('施設_開始時刻', 'Facility opens', 'time'),
  own('施設_終了時刻', 'Facility closes', 'time'),
  own('施設_日時備考', 'Notes on hours of the facility'),
  own('施設_URL', 'Website of the facility', 'url'),
];

/** As seen beside files of 投票所一覧 and its like; order and required marks are unknown. */
export const facilityFile: Companion = {
  fileEnding: '_facility.csv',
  joinOn: '施設_ID',
  columns: PARTS.flatMap(([{ en, format }, headers]) =>
    headers.map((header) => column(header, en, format)),
  ),
};

/** What the companion adds to the flat layout, 施設_ID apart. */
export const facilityColumns: readonly Column[] = PARTS.slice(1).map(([flat, headers, short]) => {
  const others = short === undefined ? headers : [...headers, short];
  return Object.assign({}, flat, {
    aliases: [...flat.aliases, ...others.filter((header) => header !== flat.name)],
  });
});
