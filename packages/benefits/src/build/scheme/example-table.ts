import type { Table } from '@yokoten/open-data/read';
import type { Findings, Place } from '../finding.ts';
import { cellsOf, entry, type TableCell } from './table-cells.ts';
import type { Entry, MapNode, TextNode, Tree } from './tree.ts';

/** The column that makes a table one of examples: what each is called. */
export const EXAMPLE_COLUMN = '例';

/** Columns that say what must come out; any other value as 「結果の基準額」. */
const RESULTS = ['対象', '額'];
const RESULT = '結果の';

const ROLES = ['保護者', '子', 'その他'] as const;

/** Examples of one scheme, known by its title, as the tree that 「例」 of a YAML file would give. */
export interface TableExamples {
  readonly title: TextNode;
  readonly examples: Tree;
}

/**
 * A table of examples: a row is a household and what must come out for it. 「子の生年月日」 is of a child, and of several with ；
 * between; 「対象」「額」「結果の…」 are results; any other column is an answer of the household. Without a guardian there is one, of
 * whom nothing is known.
 */
export function examplesOf(table: Table, findings: Findings): TableExamples[] {
  const rows = table.rows.map((row) => cellsOf(table, row)).filter((cells) => cells.length > 0);
  return rows.flatMap((cells): TableExamples[] => {
    const title = cells.find(({ column }) => column === '制度')?.text;
    const place = cells[0]?.text.place ?? { file: table.file };
    if (title === undefined) {
      findings.error(
        'benefits/missing-key',
        place,
        'この行の「制度」が空です。どの制度の例か、名前を書いてください。',
        'The cell 制度 is empty in this row. Write the name of the scheme that the example is of.',
      );
      return [];
    }
    return [{ title, examples: { kind: 'list', items: [exampleTree(cells, place)], place } }];
  });
}

function exampleTree(cells: readonly TableCell[], place: Place): MapNode {
  const results: Entry[] = [];
  const persons = new Map<string, Entry[][]>([['保護者', [[]]]]);
  const household: Entry[] = [];
  const head: Entry[] = [];
  for (const { column, text } of cells) {
    const role = ROLES.find((word) => column.startsWith(`${word}の`));
    if (column === EXAMPLE_COLUMN) head.push(entry('名前', text));
    else if (column === '月') head.push(entry('月', text));
    else if (column === '制度') continue;
    else if (RESULTS.includes(column)) results.push(entry(column, text));
    else if (column.startsWith(RESULT)) results.push(entry(column.slice(RESULT.length), text));
    else if (role === undefined) household.push(entry(column, text));
    else
      persons.set(role, withValues(persons.get(role) ?? [], column.slice(role.length + 1), text));
  }
  const members = [...persons].map(([role, all]) =>
    entry(role, { kind: 'list', items: all.map((entries) => mapOf(entries, place)), place }),
  );
  return mapOf(
    [
      ...head,
      entry('世帯', mapOf([...members, ...household], place)),
      ...(results.length > 0 ? [entry('結果', mapOf(results, place))] : []),
    ],
    place,
  );
}

/** One value for each person, in the order of the cell; an empty one says nothing of its person. */
function withValues(before: readonly Entry[][], name: string, text: TextNode): Entry[][] {
  const parts = text.value.split(/[\n;；]/).map((part) => part.trim());
  return Array.from({ length: Math.max(before.length, parts.length) }, (_, at) => {
    const [known = [], value = ''] = [before[at], parts[at]];
    return value === '' ? known : [...known, entry(name, { ...text, value })];
  });
}

function mapOf(entries: readonly Entry[], place: Place): MapNode {
  return { kind: 'map', entries, place };
}
