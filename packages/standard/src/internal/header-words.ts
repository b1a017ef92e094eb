/** Columns that a header can mean (the first that a dataset has counts), how sure it makes us, and such headers. */
export type HeaderWords = readonly [columns: string, confidence: number, headers: string];

/**
 * Headers beyond the standard's own that mean one of its columns in lists of places, whatever their dataset: older
 * exports, GeoJSON, English, short forms. From 0.8 on they are used without asking.
 */
export const headerWords: readonly HeaderWords[] = [
  ['名称', 0.9, '場所名 名前'],
  [
    '名称',
    0.85,
    '公園名 病院名 医療機関名 学校名 園名 店名 店舗名 駅名 会場名 避難所名 避難場所名 トイレ名 建物名',
  ],
  [
    '名称',
    0.85,
    'facilityname stationname parkname schoolname shopname sheltername spotname reservoirname',
  ],
  ['名称', 0.6, 'title label 施設 場所 所在施設 地点名'],
  ['名称_カナ', 0.9, 'カナ名称 名称カナ フリガナ 読み仮名 名称よみ 名称読み 施設名カナ'],
  ['名称_英字 名称_英語', 0.9, '施設名英語 名称英語 名称英字 英語名 英語名称'],
  ['緯度', 0.65, 'y'],
  ['経度', 0.65, 'x'],
  ['緯度', 0.95, '緯度十進 緯度世界測地系'],
  ['経度', 0.95, 'long 経度十進 経度世界測地系'],
  ['緯度,経度', 0.7, 'location latlng latlon 位置 座標 位置情報 緯度経度'],
  ['標高', 0.9, 'elevation altitude 海抜 標高'],
  ['所在地_連結表記', 0.9, '施設所在地 所在地連結標記 所在地連結表示 住所連結表記'],
  ['所在地_連結表記', 0.85, '公園所在地 営業所所在地 学校所在地 施設住所 設置場所住所'],
  ['所在地_都道府県', 0.85, '都道府県 住所都道府県'],
  ['所在地_市区町村', 0.85, '市区町村 住所市区町村'],
  ['所在地_都道府県', 0.6, '都道府県名 prefecture pref prefname'],
  ['所在地_市区町村', 0.6, '市区町村名 city cityname'],
  ['所在地_町字', 0.85, '町字 住所町字 住所町名'],
  ['所在地_番地以下', 0.85, '番地以下 住所番地以下 住所丁目以下'],
  ['建物名等(方書)', 0.85, '方書 建物名等 建物名等方書'],
  [
    '全国地方公共団体コード',
    0.85,
    '地方公共団体コード 団体コード 市町村コード 市区町村コード 自治体コード',
  ],
  ['電話番号 施設電話番号 連絡先電話番号', 0.9, 'phone telephone telephonenumber 連絡先電話番号'],
  ['FAX番号', 0.9, 'fax faxnumber ファックス ファクス ファックス番号 ファクス番号 fax番号'],
  ['郵便番号', 0.9, 'zip zipcode postalcode 郵便番号'],
  ['連絡先メールアドレス', 0.9, 'email mail メール メールアドレス 連絡先メールアドレス'],
  ['URL', 0.9, 'website ホームページアドレス hp リンク link 詳細情報url referenceobject'],
  ['画像', 0.85, 'image photo 写真 画像url 写真url'],
  ['備考 特記事項', 0.9, 'notes remarks 備考1'],
  ['説明', 0.9, '説明日本語'],
  ['概要 説明', 0.85, 'summary overview 概要 施設概要 施設の概要 公園の概要'],
  ['種別', 0.85, '施設種別 カテゴリ カテゴリー 種類'],
  ['種別', 0.8, 'type'],
  ['種別', 0.7, 'category'],
  ['アクセス方法', 0.85, 'アクセス 交通アクセス access アクセス方法'],
  ['駐車場情報', 0.8, '駐車場 parking'],
  ['ID', 0.8, '共通id'],
  ['ID', 0.6, '番号 通し番号 連番'],
];

/** Columns of places and events in GIF's core data models (438) that no dataset took over. */
export const modelledHeaders =
  '関連施設 設備情報 一般利用可否 料金有無 料金説明 決済種別 駐車場有無 駐車場料金 駐輪場情報 サブイベント 対象となる産業 関連団体 言語コード 所要時間 掲載開始日 掲載終了日 受付場所 対象者備考 定員備考 外国語対応 外国語対応備考 開催条件 申込開始日 申込開始時刻 申込URL';
