import type { Code, Column, Format, Generation, Requirement } from '../dataset.ts';

/** What a file in src/datasets holds; the rest of a dataset stands in the catalogue. */
export interface Definition {
  readonly source: string;
  readonly generations: readonly [current: Generation, ...others: Generation[]];
}

/** A column whose official mark is not known; see {@link marked}. */
export function column(
  name: string,
  en: string,
  format: Format = 'string',
  extra: { readonly aliases?: readonly string[]; readonly codes?: readonly Code[] } = {},
): Column {
  return { name, en, required: 'unknown', format, aliases: [], ...extra };
}

/** The same columns with their official marks: everything that is in neither list is optional. */
export function marked(
  columns: readonly Column[],
  required: readonly string[],
  recommended: readonly string[] = [],
): readonly Column[] {
  return columns.map((one) => {
    let mark: Requirement = 'optional';
    if (required.includes(one.name)) mark = 'required';
    else if (recommended.includes(one.name)) mark = 'recommended';
    return { ...one, required: mark };
  });
}

/** The current edition, in one file. */
export const current = (columns: readonly Column[]): Generation => ({
  id: 'current',
  layout: 'flat',
  columns,
});

/** 推奨データセット基本編, whose marks are known. */
export const recommended = (
  columns: readonly Column[],
  required: readonly string[],
): Generation => ({ id: 'previous', layout: 'flat', columns: marked(columns, required) });

/** A closed or open list whose values are their own explanation in Japanese: `[value, English]`. */
export const codes = (
  ...list: readonly (readonly [value: string, en: string])[]
): readonly Code[] => list.map(([value, en]) => ({ value, en }));

/** 有 and 無, as the datasets write them out. */
export const presence: readonly Code[] = [
  { value: '有', en: 'Yes' },
  { value: '無', en: 'No' },
];

/** The same, or GIF's 有無コード一覧 (438-1). */
export const availability: readonly Code[] = [
  ...presence,
  ...codes(['1', 'Yes'], ['0', 'No'], ['2', 'Not public'], ['9', 'Unknown']),
];
