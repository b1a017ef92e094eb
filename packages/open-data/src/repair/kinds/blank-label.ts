import { columnName } from '../../internal/address.ts';
import type { TableKind } from '../context.ts';
import { freeName } from '../internal/labels.ts';

/** A column with values but without a header gets a name from its letter, 列L, so that nothing is lost by name. */
export const blankLabel: TableKind = ({ draft }) => {
  const { header, rows } = draft;
  for (const [index, label] of header.entries()) {
    if (label !== '' || !rows.some(({ cells }) => (cells[index] ?? '') !== '')) continue;
    const name = freeName(new Set(header), `列${columnName(index)}`);
    draft.setLabel(index, name, { code: 'open-data/blank-label', confidence: 0.95 });
  }
};

/** Columns with neither header nor value go; the rightmost first, so that the others keep their place until then. */
export const blankColumn: TableKind = ({ draft }) => {
  const empty = draft.header.flatMap((label, index) =>
    label === '' && draft.rows.every(({ cells }) => (cells[index] ?? '') === '') ? [index] : [],
  );
  // A table needs a column: one that is blank from end to end is left for a person.
  if (empty.length === draft.header.length) return;
  for (const index of empty.toReversed()) {
    draft.removeColumn(index, { code: 'open-data/blank-label', confidence: 1 });
  }
};
