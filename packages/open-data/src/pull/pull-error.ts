import { CatalogueError, type RequestFacts } from '../catalogue/catalogue-error.ts';
import { fill, type Sentence } from '../catalogue/fill.ts';

/** Codes of what can go wrong with files that are pulled, beside the codes of requests. */
export type PullErrorCode =
  | 'open-data/broken-lock'
  | 'open-data/outside-folder'
  | 'open-data/missing-offline'
  | 'open-data/hash-mismatch'
  | 'open-data/changed-at-source'
  | 'open-data/file-exists'
  | 'open-data/page-instead-of-file'
  | 'open-data/not-published'
  | 'open-data/no-boundary'
  | 'open-data/unexpected-answer'
  | 'open-data/same-layer';

const sentences: Readonly<Record<PullErrorCode, Sentence>> = {
  'open-data/broken-lock': [
    '「{url}」を読めません（{value}）。前の版に戻すか、消して取得し直してください。',
    '"{url}" cannot be read ({value}). Restore an earlier version, or delete it and pull again.',
  ],
  'open-data/outside-folder': [
    '「{url}」には保存しません（{value}）。data フォルダーなど、下のフォルダーを指定してください。',
    'Nothing is saved to "{url}" ({value}). Name a data file in a folder of the project, e.g. in data/.',
  ],
  'open-data/missing-offline': [
    '「{value}」がありません。オフラインでないときに、取得してください。',
    '"{value}" is not here, and nothing is fetched offline. Pull it once while online.',
  ],
  'open-data/hash-mismatch': [
    '「{value}」は、取得したあとに変わっています。上書きしてよければ、overwrite を指定してください。',
    '"{value}" was changed after it was pulled. Keep it under another name, or allow it to be overwritten.',
  ],
  'open-data/changed-at-source': [
    '「{url}」の内容が、記録と違います。新しい内容でよければ、update を指定してください。',
    'The content at "{url}" is not what was recorded. To take the new one, pull with update.',
  ],
  'open-data/file-exists': [
    '「{value}」は、すでにあります。別の名前にするか、overwrite を指定してください。',
    '"{value}" is there already and was not pulled. Choose another name, or allow it to be overwritten.',
  ],
  'open-data/page-instead-of-file': [
    '「{url}」は、ファイルではなくウェブページです。ファイルのアドレスを確かめてください。',
    'At "{url}" there is a web page, not a file. Check the address of the file.',
  ],
  'open-data/not-published': [
    '「{value}」のデータは、公開されていません（{url}）。市区町村のデータを置いてください。',
    'No data of "{value}" is published at {url}. Put the municipality\'s own in its place.',
  ],
  'open-data/no-boundary': [
    '「{url}」に、「{value}」の境界がありません。ほかの配布元を指定してください。',
    'There is no boundary of "{value}" at "{url}". Name another source.',
  ],
  'open-data/unexpected-answer': [
    '「{url}」の内容が、「{expected}」ではありません（{value}）。配布元を確かめてください。',
    'At "{url}" there is no {expected} ({value}). Check the source.',
  ],
  'open-data/same-layer': [
    '「{value}」と同じ名前のレイヤー「{expected}」があります。どちらかを消してください。',
    '"{value}" is the same layer as "{expected}", which is there already. Delete one of them.',
  ],
};

/** Thrown where a file cannot be pulled. */
export type PullError = CatalogueError<PullErrorCode>;

/** The error of a code, with its sentences. */
export function pullError(code: PullErrorCode, facts: RequestFacts, cause?: unknown): PullError {
  const [ja, en] = sentences[code];
  const text = { ja: fill(ja, facts), en: fill(en, facts) };
  return new CatalogueError(code, facts, text, { cause });
}
