import type { Facet, TableView } from '@yokoten/open-data-app';

/**
 * 絞り込みに使う項目。suggested は、データから自動で選んだものです。
 * By what the list can be narrowed. `suggested` was chosen from the data.
 *
 * 減らす   suggested.filter(({ id }) => id !== '団体名')
 * 加える   [...suggested, table.choice('所在地_町字')]
 * 自分で   { kind: 'choice', id: '広さ', label: { ja: '広さ' }, match: 'any',
 *           options: [{ value: '広い', label: { ja: '100席から' } }],
 *           valuesOf: (record) => (Number(table.cell(record, '席数')) >= 100 ? ['広い'] : []) }
 */
export function facets(suggested: Facet[], _table: TableView): readonly (Facet | undefined)[] {
  return suggested;
}
