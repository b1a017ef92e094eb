import { codes, column, current, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';

const definition: Definition = {
  source:
    'Labels that a reader of published files gives the columns; their punctuation in the header, columns for tags and the official definition (book B) were not seen.',
  generations: [
    current([
      common.code,
      common.publisher,
      column('制度所管組織', 'Department in charge'),
      column('支援制度ID', 'Scheme ID', 'string', { aliases: ['支援制度_ID'] }),
      column('支援制度種別', 'For whom in general', 'string', {
        aliases: ['支援制度_種別'],
        codes: codes(['1', 'Individuals'], ['2', 'Businesses'], ['3', 'Municipalities']),
      }),
      column('タイトル（制度名）', 'Name', 'string', {
        aliases: ['タイトル_制度名', 'タイトル', '制度名'],
      }),
      column('サブタイトル（通称等）', 'Common name', 'string', {
        aliases: ['サブタイトル_通称等', 'サブタイトル'],
      }),
      column('対象者', 'For whom'),
      column('対象地域', 'Area covered'),
      column('制度概要', 'Summary'),
      column('内容', 'What is given'),
      column('利用・申請方法', 'How to apply'),
      column('募集時期', 'When to apply'),
      column('受付開始日', 'Apply from', 'date'),
      column('受付終了日', 'Apply until', 'date'),
      column('根拠法令', 'Law'),
      column('詳細参照先', 'Where to read more'),
      column('関連制度', 'Related schemes'),
      column('お問い合わせ先', 'Whom to ask', 'string', { aliases: ['問い合わせ先'] }),
      column('電子申請URL', 'Online application', 'url'),
      column('キーワード', 'Keywords'),
      column('公開日', 'Published on', 'date'),
      column('連絡先名称', 'Contact'),
      column('連絡先電話番号', 'Phone for questions', 'phone'),
      column('連絡先メールアドレス', 'Email', 'email'),
      column('連絡先FormURL', 'Contact form', 'url'),
      common.postalCode,
      column('連絡先住所', 'Contact address'),
      common.url,
    ]),
  ],
};
export default definition;
