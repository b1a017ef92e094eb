import { alignedRows } from '../cells.ts';
import { columnOf, type TableKind } from '../context.ts';

const PAIRS = [
  ['全国地方公共団体コード', '地方公共団体名'],
  ['所在地_全国地方公共団体コード', '所在地_市区町村'],
] as const;

/** A local government code that belongs to another name than the one beside it. Said once for each pair; which is right is not known. */
export const codeNameMismatch: TableKind = (context) => {
  const { draft, municipalityByCode } = context;
  if (municipalityByCode === undefined) return;
  for (const [codes, names] of PAIRS) {
    const code = columnOf(context, codes);
    const name = columnOf(context, names);
    if (code === undefined || name === undefined) continue;
    const seen = new Set<string>();
    for (const row of alignedRows(context)) {
      const text = row.cells[code.index] ?? '';
      const written = (row.cells[name.index] ?? '').replace(/\s/gu, '');
      const key = JSON.stringify([text, written]);
      if (written === '' || seen.has(key) || !code.fits(text) || text === '') continue;
      seen.add(key);
      const known = municipalityByCode(text);
      if (known?.name === undefined) continue;
      const { name: own, prefecture = '' } = known;
      if ([own, prefecture + own].some((one) => one.endsWith(written) || written.endsWith(one)))
        continue;
      if (written === prefecture) continue;
      draft.doubt('open-data/code-name-mismatch', row, {
        index: code.index,
        expected: written,
        at: own,
      });
    }
  }
};
