import type { Table, TableRow } from '@yokoten/open-data';
import { readTime } from './japanese-time.ts';
import type { Observed, Opening, PlaceState } from './observed.ts';

/** How a source is to be understood; everything else is read from its columns. */
export interface StateReading {
  /** The source is a list of what is open: standing in it means open. Not standing in it means nothing. */
  readonly listsOpen?: boolean;
  /** When the source was made, for rows that say no time of their own. Milliseconds since 1970 (UTC). */
  readonly at?: number;
}

const COLUMNS = {
  id: /^(id|identifier|施設id|避難所id)$/iu,
  name: /^(名称|避難所名|施設名|施設名称|name)$/iu,
  opening: /^(開設状況|開設|開設状態|状態|opening|status|openingstatus|servicestatus)$/iu,
  crowding: /^(混雑状況|混雑|混雑度|crowding|congestion|occupancylevel)$/iu,
  people:
    /^(人数|避難者数|避難人数|現在の人数|people|occupancy|peopleoccupancy|peoplecount|numberofevacuees)(_|$)/iu,
  capacity: /^(収容人数|想定収容人数|定員|capacity|peoplecapacity|maximumattendeecapacity)$/iu,
  until: /^(有効期限|終了予定日時|閉鎖予定日時|validto|validuntil|dateexpires)(\.value)?$/iu,
  time: /^(時点|更新日時|最終更新日時|観測日時|日時|dateobserved|dateissued|datemodified|observedat|updatedat)(\.value)?$/iu,
} as const;

const OPENING: readonly (readonly [Opening, RegExp])[] = [
  ['closed', /^(閉鎖|閉鎖中|未開設|閉設|閉設済|閉所|開設なし|closed?|unopened|×|✕)$/iu],
  ['full', /^(満員|満室|受入不可|full)$/iu],
  [
    'open',
    /^(開設|開設中|開設済|開設済み|開所|受入中|受入可|空きあり|空き|混雑|やや混雑|open(ed)?|○|〇|◯)$/iu,
  ],
];

type Column = keyof typeof COLUMNS;

/** What a table says about places, in the order of its rows. A row that names no place is passed over. */
export function readStates(table: Table, reading: StateReading = {}): readonly PlaceState[] {
  const header = table.header.map((name) => name.normalize('NFKC').trim());
  const columns = new Map(
    Object.entries(COLUMNS).map(([name, form]) => [
      name,
      header.findIndex((title) => form.test(title)),
    ]),
  );
  const cell = ({ cells }: TableRow, column: Column): string =>
    (cells[columns.get(column) ?? -1] ?? '').normalize('NFKC').trim();
  // 人数_令和6年1月9日午後6時時点: the time of the whole table stands in a header.
  const headerTime = header.map(readTime).find((time) => time !== undefined);
  return table.rows.flatMap((row) => {
    const [id, name] = [cell(row, 'id'), cell(row, 'name')];
    if (id === '' && name === '') return [];
    const at = readTime(cell(row, 'time')) ?? headerTime ?? reading.at;
    const until = readTime(cell(row, 'until'));
    const seen = <T>(value: T | undefined): Observed<T> | undefined =>
      value === undefined ? undefined : { value, at, ...(until !== undefined && { until }) };
    const parts = {
      opening: seen(openingOf(cell(row, 'opening'), reading)),
      crowding: seen(cell(row, 'crowding') || undefined),
      people: seen(countOf(cell(row, 'people'))),
      capacity: seen(countOf(cell(row, 'capacity'))),
    };
    const known = Object.entries(parts).filter(([, part]) => part !== undefined);
    const named = { ...(id !== '' && { id }), ...(name !== '' && { name }) };
    return [{ ...named, ...(Object.fromEntries(known) as Partial<PlaceState>) }];
  });
}

/** A word that is not known says nothing; only an empty cell leaves it to the list. */
function openingOf(text: string, { listsOpen = false }: StateReading): Opening | undefined {
  if (text === '') return listsOpen ? 'open' : undefined;
  return OPENING.find(([, form]) => form.test(text))?.[0];
}

/** 1,200人 is a number, 屋内480人/屋外3,350人 is not one. */
function countOf(text: string): number | undefined {
  const match = /^(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.0{1,3})?(人|名)?$/u.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1].replaceAll(',', ''));
}
