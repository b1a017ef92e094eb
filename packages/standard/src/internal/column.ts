import type { Code, Column, Format, Generation, Requirement } from '../dataset.ts';

/** What a file in src/datasets holds; the rest of a dataset stands in the catalogue. */
export interface Definition {
  readonly source: string;
  readonly generations: readonly [current: Generation, previous?: Generation];
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

/** 有 and 無, as the datasets write them out. */
export const presence: readonly Code[] = [
  { value: '有', en: 'Yes' },
  { value: '無', en: 'No' },
];
