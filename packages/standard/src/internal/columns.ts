import type { Column } from '../dataset.ts';
import { availability, column } from './column.ts';

export const code: Column = column(
  '全国地方公共団体コード',
  'Local government code',
  'municipality-code',
  {
    aliases: [
      '都道府県コード又は市区町村コード',
      '市区町村コード',
      '市町村コード',
      '都道府県コード',
    ],
  },
);
export const id: Column = column('ID', 'ID', 'string', { aliases: ['NO', 'No', 'NO.'] });
export const publisher: Column = column('地方公共団体名', 'Local government');
export const name: Column = column('名称', 'Name', 'string', {
  aliases: ['施設名', '施設名称', '名 称'],
});
export const nameKana: Column = column('名称_カナ', 'Name in katakana', 'katakana', {
  aliases: ['カナ名称', '名称（カナ）'],
});
/** The standard writes 英字 in some datasets and 英語 in others. */
export const nameLatin: Column = column('名称_英字', 'Name in English', 'string', {
  aliases: ['名称_英語', '名称（英字）', '施設名(英語)'],
});
export const nameEnglish: Column = column('名称_英語', 'Name in English', 'string', {
  aliases: ['名称_英字', '名称（英字）', '施設名(英語)'],
});
export const commonName: Column = column('名称_通称', 'Common name');
export const poiCode: Column = column('POIコード', 'POI code');

export const addressCode: Column = column(
  '所在地_全国地方公共団体コード',
  'Local government code of the address',
  'municipality-code',
);
export const townId: Column = column('町字ID', 'Town ID', 'town-id');
export const wholeAddress: Column = column('所在地_連結表記', 'Address', 'string', {
  aliases: [
    '住所',
    '所在地',
    '所在地_連結標記',
    '所在地_連結表示',
    '所在地＿連結表記',
    '施設所在地',
  ],
});
export const prefecture: Column = column('所在地_都道府県', 'Prefecture', 'string', {
  aliases: ['都道府県名'],
});
export const municipality: Column = column('所在地_市区町村', 'Municipality', 'string', {
  aliases: ['市区町村名'],
});
export const town: Column = column('所在地_町字', 'Town and block');
export const houseNumber: Column = column('所在地_番地以下', 'House number');
export const building: Column = column('建物名等(方書)', 'Building', 'string', {
  aliases: ['方書', '建物名等_方書', '建物名等（方書）'],
});
export const address: readonly Column[] = [
  addressCode,
  townId,
  wholeAddress,
  prefecture,
  municipality,
  town,
  houseNumber,
  building,
];

export const latitude: Column = column('緯度', 'Latitude', 'latitude');
export const longitude: Column = column('経度', 'Longitude', 'longitude');
export const height: readonly Column[] = [
  column('高度の種別', 'Kind of height', 'string', {
    codes: [
      { value: '階数', en: 'Storey' },
      { value: '標高', en: 'Above sea level' },
      { value: '地表高', en: 'Above ground' },
    ],
  }),
  column('高度の値', 'Height', 'number'),
];
export const elevation: Column = column('標高', 'Elevation (m)', 'number');

export const phone: Column = column('電話番号', 'Phone', 'phone');
export const extension: Column = column('内線番号', 'Extension');
export const fax: Column = column('FAX番号', 'Fax', 'phone');
export const written: readonly Column[] = [
  column('連絡先メールアドレス', 'Email', 'email'),
  column('連絡先FormURL', 'Contact form', 'url'),
  column('連絡先備考', 'Contact notes'),
];
export const contact: readonly Column[] = [phone, extension, ...written];
/** Whom to ask, where that is not the place itself. */
export const inquiries: readonly Column[] = [
  column('連絡先名称', 'Whom to ask'),
  column('連絡先電話番号', 'Phone for questions', 'phone'),
  column('連絡先内線番号', 'Extension for questions'),
];
export const postalCode: Column = column('郵便番号', 'Postal code', 'postal');
export const corporateNumber: Column = column('法人番号', 'Corporate number', 'corporate-number');
export const organisation: Column = column('団体名', 'Organisation', 'string', {
  aliases: ['管理団体名'],
});

export const weekdays: Column = column('利用可能曜日', 'Open on', 'weekdays');
export const opens: Column = column('開始時間', 'Opens', 'time');
export const closes: Column = column('終了時間', 'Closes', 'time');
/** The standard writes 時間 in some datasets and 日時 in others. */
export const timeNotes: Column = column('利用可能時間特記事項', 'Notes on hours', 'string', {
  aliases: ['利用可能日時特記事項'],
});
export const dateTimeNotes: Column = column('利用可能日時特記事項', 'Notes on hours', 'string', {
  aliases: ['利用可能時間特記事項'],
});

const provided = (header: string, en: string): Column =>
  column(header, en, 'string', { codes: availability });

export const nursing: Column = provided('授乳室', 'Nursing room');
export const changing: Column = provided('おむつ替えコーナー', 'Nappy changing');
export const pushchairs: readonly Column[] = [
  provided('ベビーカー貸出', 'Pushchairs to borrow'),
  provided('ベビーカー利用', 'Pushchairs allowed'),
];
export const forChildren: readonly Column[] = [
  nursing,
  changing,
  provided('飲食可否', 'Eating and drinking'),
  ...pushchairs,
];

/** GIF's アクセシビリティ. How presence is written differs from file to file, so the list of values stays open. */
export const accessibility: readonly Column[] = [
  provided('車椅子可', 'Wheelchair access'),
  provided('車椅子貸出', 'Wheelchairs to borrow'),
  provided('ツエ貸出', 'Walking sticks to borrow'),
  provided('バリアフリートイレ', 'Accessible toilet'),
  provided('スロープ、エレベータ、エスカレータ', 'Ramp, lift or escalator'),
  provided('点字ブロック等の移動支援', 'Tactile paving'),
  provided('点字や読上による支援', 'Braille or read aloud'),
  // GIF itself has a dot before 聴導犬.
  {
    ...provided('盲導犬・介助犬、聴導犬同伴', 'Assistance dogs'),
    aliases: ['盲導犬・介助犬・聴導犬同伴'],
  },
  provided('字幕', 'Captions'),
  provided('筆談対応', 'Help in writing'),
  provided('優先駐車場', 'Priority parking'),
  provided('オストメイト対応トイレ', 'Ostomate toilet'),
  ...forChildren,
];

export const explanation: Column = column('説明', 'Description');
export const explanationEnglish: Column = column('説明_英語', 'Description in English');
/** Who runs it. */
export const operator: Column = column('法人の名称', 'Operator', 'string', { aliases: ['団体名'] });
export const url: Column = column('URL', 'Website', 'url');
export const image: Column = column('画像', 'Picture', 'url');
export const imageLicence: Column = column('画像_ライセンス', 'Picture licence');
export const note: Column = column('備考', 'Notes');
export const access: Column = column('アクセス方法', 'Getting there');
export const parking: Column = column('駐車場情報', 'Parking');
export const accessList: Column = column('バリアフリー情報', 'Accessibility', 'list');
/** Fees. Some files ask 料金_要否 instead of naming the kind. */
export const feeKind: Column = column('料金種別', 'Kind of fee', 'string', {
  aliases: ['料金_要否'],
});
export const fee: Column = column('料金', 'Fee');
export const feeNote: Column = column('料金備考', 'Notes on the fee');
