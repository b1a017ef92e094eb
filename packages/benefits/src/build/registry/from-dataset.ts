import type { Table } from '@yokoten/open-data/read';
import { recognise } from '@yokoten/open-data';
import type { ListedProgramme } from '../../listing/model.ts';
import { agesOfWords } from './ages.ts';
import type { ImportedProgramme } from './from-registry.ts';
import { placeOf } from './place-of.ts';
import type { Quality } from './quality.ts';
import { TextFields } from './text-fields.ts';

const TITLE = 'タイトル（制度名）';

/** Columns that no other dataset has: one of them beside the title says that a table is of this one. */
const TELLING = ['支援制度ID', '支援制度種別', '制度概要', '制度所管組織'];

/** Reads a cell by the standard's name of its column. */
type Cells = (column: string) => string | undefined;

/**
 * The programmes of a table of the standard dataset 支援制度（給付金）情報. Nothing where it is another dataset.
 * @param municipality code for rows that state none
 */
export async function fromDataset(
  table: Table,
  municipality: string | undefined,
  quality: Quality,
): Promise<readonly ImportedProgramme[] | undefined> {
  const { columns } = await recognise(table, { as: 'support-system' });
  const positions = new Map(
    columns.flatMap(({ standard, index }) => (standard === undefined ? [] : [[standard, index]])),
  );
  if (!positions.has(TITLE) || !TELLING.some((column) => positions.has(column))) return undefined;
  return table.rows.flatMap(({ row, cells }) => {
    quality.records++;
    const read: Cells = (column) => {
      const position = positions.get(column);
      const text = position === undefined ? undefined : cells[position]?.trim();
      return text === '' ? undefined : text;
    };
    const programme = fromRow(read, row, municipality, quality);
    return programme === undefined ? [] : [programme];
  });
}

function fromRow(
  read: Cells,
  row: number,
  municipality: string | undefined,
  quality: Quality,
): ImportedProgramme | undefined {
  const title = read(TITLE);
  const stated = read('支援制度ID');
  const called = stated ?? `行${row}`;
  if (title === undefined) quality.trouble('no-title', called);
  const place = placeOf(read('全国地方公共団体コード') ?? municipality, called, quality);
  if (title === undefined || place === undefined) return undefined;
  if (stated === undefined) quality.trouble('no-id', called, title);
  const id = stated ?? `${place.code}-${title}`;
  const fields = new TextFields(id, quality);
  const subtitle = read('サブタイトル（通称等）');
  const ages = agesOfWords([read('対象者'), title].filter((text) => text !== undefined).join('\n'));
  if (ages === 'contradict') quality.trouble('ages-contradict', id, read('対象者'));
  quality.age(ages === undefined || ages === 'contradict' ? 'unknown' : 'inferred');
  const apply = fields.span('受付', read('受付開始日'), read('受付終了日'), read('募集時期'));
  const contact = {
    name: read('連絡先名称') ?? read('お問い合わせ先'),
    phone: read('連絡先電話番号')?.normalize('NFKC'),
    email: read('連絡先メールアドレス'),
    url: fields.url('連絡先FormURL', read('連絡先FormURL')),
    address: read('連絡先住所'),
  };
  const programme = {
    id,
    title,
    summary: fields.text('制度概要', joined(subtitle, read('制度概要'))),
    who: fields.text('対象者', joined(read('対象者'), read('対象地域'))),
    what: fields.text('内容', read('内容')),
    how: fields.text('利用・申請方法', read('利用・申請方法')),
    law: fields.text('根拠法令', read('根拠法令')),
    ages: ages === 'contradict' ? undefined : ages,
    apply,
    contact: known(contact),
    infoUrl: fields.url('URL', read('URL')) ?? fields.url('詳細参照先', read('詳細参照先')),
    applyUrl: fields.url('電子申請URL', read('電子申請URL')),
    links: fields.links.length > 0 ? fields.links : undefined,
    updated: fields.span('公開日', read('公開日'))?.from,
  };
  if (apply?.to !== undefined) quality.deadlines++;
  if (programme.contact !== undefined) quality.contacts++;
  return { place, programme: known(programme) as Omit<ListedProgramme, 'sequence'> };
}

function joined(...parts: (string | undefined)[]): string | undefined {
  const some = parts.filter((part) => part !== undefined);
  return some.length === 0 ? undefined : some.join('\n');
}

/** Without what is not known; nothing where nothing is. */
function known(parts: Readonly<Record<string, unknown>>): object | undefined {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
