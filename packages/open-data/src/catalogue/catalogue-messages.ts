import type { Localized } from '@yokoten/standard';
import type { CatalogueErrorCode, QuirkCode } from './catalogue-code.ts';
import type { RequestFacts } from './catalogue-error.ts';
import { fill, type Sentence } from './fill.ts';

/** Sentences of errors. Words in braces come from the facts. */
const errors: Readonly<Record<CatalogueErrorCode, Sentence>> = {
  'open-data/bad-url': [
    '「{url}」は使えるアドレスではありません。http か https で始まるアドレスを指定してください。',
    '"{url}" is no usable address ({value}). Give one that starts with http or https and holds no password.',
  ],
  'open-data/private-address': [
    '「{url}」は、手元か組織内のアドレスです（{value}）。公開されているアドレスを指定してください。',
    '"{url}" leads to this machine or an inner network ({value}). Give a public address, or allow private ones.',
  ],
  'open-data/too-many-redirects': [
    '「{url}」は、転送が{count}回を超えました。配布元のアドレスを確かめてください。',
    '"{url}" redirects more than {count} times. Check the address with its publisher.',
  ],
  'open-data/unreachable': [
    '「{url}」につながりません（{value}）。通信とアドレスを確かめてください。',
    '"{url}" cannot be reached ({value}). Check the connection and the address.',
  ],
  'open-data/blocked-by-cors': [
    '「{url}」は、ブラウザーからの読み取りを許していません（CORS）。「yokoten data pull {url}」で手元に保存してください。',
    '"{url}" does not let pages of other sites read it (CORS). Save it beside the app: yokoten data pull {url}',
  ],
  'open-data/timed-out': [
    '「{url}」から{seconds}秒、返事がありません。しばらくして、やり直してください。',
    '"{url}" was silent for {seconds} seconds. Try again later.',
  ],
  'open-data/too-many-requests': [
    '「{url}」が、アクセスを{seconds}秒待つよう求めています。時間をおいてください。',
    '"{url}" asks to wait {seconds} seconds, longer than is waited here. Try again after that.',
  ],
  'open-data/http-error': [
    '「{url}」が、{value}を返しました。アドレスが変わっていないか確かめてください。',
    '"{url}" answered {value}, expected {expected}. Check whether the address has changed.',
  ],
  'open-data/too-large': [
    '「{url}」は{count}バイトより大きいため、読みません。上限を上げるか、分けてください。',
    '"{url}" is larger than {count} bytes. Raise the limit or ask for less.',
  ],
  'open-data/truncated': [
    '「{url}」は途中で切れました（{value}／{expected}バイト）。やり直してください。',
    '"{url}" broke off: {value} of {expected} bytes came. Try again.',
  ],
  'open-data/not-json': [
    '「{url}」の返事がJSONではありません（{value}）。カタログのアドレスを確かめてください。',
    '"{url}" did not answer with JSON ({value}). Check the address of the catalogue.',
  ],
  'open-data/catalogue-error': [
    '「{url}」のカタログが断りました（{value}）。条件を確かめてください。',
    'The catalogue at "{url}" refused ({value}). Check what was asked of it.',
  ],
  'open-data/no-ckan': [
    '「{url}」にCKANのAPIが見つかりません。「/api/3/action」までのアドレスを指定してください。',
    'No CKAN API was found at "{url}" (tried {expected}). Give the address up to "/api/3/action".',
  ],
  'open-data/bad-cursor': [
    '続きの印が、この検索のものではありません。最初から検索してください。',
    'The cursor does not belong to this search ({value}). Start the search anew.',
  ],
  'open-data/no-url-column': [
    '「{url}」の一覧に、アドレスの列がありません。「ファイルダウンロードURL」などの列が必要です。',
    'The list at "{url}" has no column of addresses. Name one "url" or 「ファイルダウンロードURL」.',
  ],
  'open-data/dataset-needed': [
    'このカタログは、データセットを決めて探します。データセットを指定してください。',
    'The catalogue at "{url}" is searched by dataset. Say which dataset is wanted.',
  ],
  'open-data/ambiguous-municipality': [
    '「{value}」は複数あります（{expected}）。団体コードで指定してください。',
    '"{value}" is the name of several ({expected}). Give the code of the one that is meant.',
  ],
  'open-data/unknown-municipality': [
    '「{value}」という自治体が見つかりません。近い名前は「{expected}」です。',
    'No municipality is called "{value}". The nearest: {expected}.',
  ],
};

/** Sentences of what is odd about an entry. */
const quirks: Readonly<Record<QuirkCode, Sentence>> = {
  'open-data/licence-unstated': [
    'ライセンスが書かれていません。使う前に、公開元に確かめてください。',
    'No licence is stated. Ask the publisher before using it.',
  ],
  'open-data/licence-unknown': [
    'ライセンス「{value}」は、決まった名前に直せません。条件を読んでください。',
    'The licence "{value}" is none of the known ones. Read its terms.',
  ],
  'open-data/date-unreadable': [
    '更新日「{value}」を、日付として読めません。',
    'The date of update, "{value}", cannot be read as a date.',
  ],
  'open-data/date-unreliable': [
    'このカタログの更新日は、移行のときに書き換えられたものがあります。',
    'This catalogue rewrote its dates of update when it moved. Do not rely on them.',
  ],
  'open-data/bad-resource-url': [
    'ファイルのアドレスが使えません（{value}）。',
    'The address of a file cannot be used ({value}).',
  ],
  'open-data/shared-url': [
    '同じファイル（{value}）が、{count}か所に載っています。',
    'The same file ({value}) is listed {count} times.',
  ],
  'open-data/format-mismatch': [
    '形式は「{value}」と書かれていますが、アドレスは「{expected}」です。',
    'Declared as "{value}", but the address ends in "{expected}".',
  ],
  'open-data/no-table': [
    '表のファイルがありません（{value}のみ）。',
    'There is no table among the files, only {value}.',
  ],
  'open-data/changing-id': [
    'このアドレスは、データの更新で変わります。',
    'This address changes whenever the data is updated.',
  ],
  'open-data/municipality-unconfirmed': [
    '「{value}」のものかどうかは、題名などの言葉だけで判断しました。',
    'That this is of 「{value}」 is told by its words alone. Look at the page before using it.',
  ],
  'open-data/municipality-contradiction': [
    '公開元のコード（{value}）と名前（{expected}）が合いません。',
    "The publisher's code ({value}) and name ({expected}) do not agree.",
  ],
};

/** Sentences by code. */
const sentences: ReadonlyMap<string, Sentence> = new Map([
  ...Object.entries(errors),
  ...Object.entries(quirks),
]);

/** The sentence of an error or a quirk, in Japanese and English. A code of another package is its own sentence. */
export function sentenceOf(code: string, facts: RequestFacts): Localized {
  const [ja, en] = sentences.get(code) ?? [code, code];
  return { ja: fill(ja, facts), en: fill(en, facts) };
}
