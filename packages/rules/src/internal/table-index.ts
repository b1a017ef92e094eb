import { RulesError } from '../error.ts';

/**
 * An index into a dimension of `size`; a negative one counts from the end, as in numpy.
 * @throws RulesError `rules/table-index`
 */
export function at(index: number, size: number): number {
  if (index >= 0 && index < size) return index;
  if (index < 0 && index >= -size) return index + size;
  throw outside(index, size);
}

/**
 * An item of a list parameter.
 * @throws RulesError `rules/table-index`
 */
export function itemOf(list: unknown, index: number): number {
  const items = list as readonly number[];
  return items[at(index, items.length)] as number;
}

function outside(index: number, size: number): RulesError {
  return new RulesError('rules/table-index', {
    ja: `表の${index}番目が必要ですが、表は0から${size - 1}までです。入力の値を確かめてください。`,
    en: `Row ${index} of a table is needed, which has rows 0 to ${size - 1}. Check the values stated.`,
  });
}
