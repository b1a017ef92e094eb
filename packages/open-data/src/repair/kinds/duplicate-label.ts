import type { TableKind } from '../context.ts';
import { freeName } from '../internal/labels.ts';

/** The second and later columns of one name get a number, 画像_2: read by name, they would hide each other. */
export const duplicateLabel: TableKind = ({ draft }) => {
  const taken = new Set(draft.header);
  const seen = new Set<string>();
  for (const [index, label] of [...draft.header].entries()) {
    if (label === '' || !seen.has(label)) {
      seen.add(label);
      continue;
    }
    const name = freeName(taken, label);
    taken.add(name);
    draft.setLabel(index, name, { code: 'open-data/duplicate-label', confidence: 0.95 });
  }
};
