import type { BrowseColumn, ColumnKind } from '@yokoten/open-data/browse';

/** What says most about a record at a glance, in this order. */
const TELLING: readonly ColumnKind[] = [
  'date',
  'address',
  'choice',
  'weekdays',
  'time',
  'fee',
  'phone',
  'number',
  'text',
];
/** One of a kind is enough at a glance, but for what tells records apart. */
const MOST_OF_A_KIND: Partial<Readonly<Record<ColumnKind, number>>> = { choice: 2, number: 2 };

/** 0-based columns that say most about a record at a glance, at most `count`, in the order of the table. */
export function highlightColumns(columns: readonly BrowseColumn[], count: number): number[] {
  const chosen = TELLING.flatMap((kind) =>
    columns
      .flatMap((column, index) =>
        isOf(column, kind) && !isEnd(columns, index) && !isSaid(columns, column) ? [index] : [],
      )
      .toSorted((a, b) => Number(isKind(columns[b])) - Number(isKind(columns[a])))
      .slice(0, MOST_OF_A_KIND[kind] ?? 1),
  );
  const apart = columns.findIndex(({ tellsApart }) => tellsApart);
  const wanted = apart === -1 ? chosen : [apart, ...chosen.filter((index) => index !== apart)];
  return wanted.slice(0, count).toSorted((a, b) => a - b);
}

/** Days in words (`8月5日（水）～16日（日）`) are no date, and say as much. */
function isOf({ kind, header }: BrowseColumn, wanted: ColumnKind): boolean {
  if (kind === 'text' && /(日時?|日程|期間)$/u.test(header)) return wanted === 'date';
  return kind === wanted;
}

/** A part of the address, which says it already. */
function isSaid(columns: readonly BrowseColumn[], { header }: BrowseColumn): boolean {
  return /(都道府県|市区町村)名?$/u.test(header) && columns.some(({ kind }) => kind === 'address');
}

/** What something is says more than who runs it. */
function isKind(column: BrowseColumn | undefined): boolean {
  return /種別|種類|分類|区分|カテゴリ|category|type/iu.test(column?.header ?? '');
}

/** The column that says when something ends whose beginning this column says: `開始日` and `終了日`. */
export function endColumn(columns: readonly BrowseColumn[], index: number): number | undefined {
  const { header = '', kind } = columns[index] ?? {};
  if (kind !== 'date' && kind !== 'time') return undefined;
  const end = partner(header, '開始', '終了') ?? partner(header, 'start', 'end');
  const found = columns.findIndex((column) => column.header === end);
  return found === -1 ? undefined : found;
}

/** Whether a column says when something ends whose beginning another column says. */
export function isEnd(columns: readonly BrowseColumn[], index: number): boolean {
  const { header = '', kind } = columns[index] ?? {};
  if (kind !== 'date' && kind !== 'time') return false;
  const start = partner(header, '終了', '開始') ?? partner(header, 'end', 'start');
  return columns.some((column) => column.header === start);
}

function partner(header: string, from: string, to: string): string | undefined {
  return header.includes(from) ? header.replace(from, to) : undefined;
}
