import { nearest } from '@yokoten/standard/nearest';
import type { ConfigProblem } from '@yokoten/standard/app';
import type { Field, Filter, Layer } from '../document.ts';

/** More choices than this are no help to anybody; a search finds them sooner. */
const MOST_VALUES = 50;

type FilteredLayer = Pick<Layer, 'fields' | 'places'>;

/** Looks up the columns to filter by: the values each has, over all layers that have it. */
export function readFilters(
  headers: readonly string[],
  layers: readonly FilteredLayer[],
): { readonly filters: readonly Filter[]; readonly problems: readonly ConfigProblem[] } {
  const filters: Filter[] = [];
  const problems: ConfigProblem[] = [];
  const known = new Set(layers.flatMap(({ fields }) => fields.map(({ header }) => header.trim())));
  for (const [at, header] of headers.entries()) {
    const field = layers.flatMap(({ fields }) => fields).find((one) => isCalled(one, header));
    const values = new Set(layers.flatMap((layer) => valuesOf(layer, header)));
    const path = ['filters', at];
    if (field === undefined) problems.push(unknown(header, known, path));
    else if (values.size > MOST_VALUES) problems.push(tooMany(header, values.size, path));
    else filters.push({ header: field.header, label: field.label, values: [...values] });
  }
  return { filters, problems };
}

function isCalled(field: Field, header: string): boolean {
  return field.header.trim() === header;
}

function valuesOf({ fields, places }: FilteredLayer, header: string): string[] {
  const index = fields.findIndex((field) => isCalled(field, header));
  return index === -1 ? [] : places.flatMap(({ 4: values }) => values[index] ?? []);
}

function unknown(
  header: string,
  known: ReadonlySet<string>,
  path: ConfigProblem['path'],
): ConfigProblem {
  const guess = nearest(header, known);
  const ja =
    guess === undefined
      ? `ある列: ${[...known].join('、') || 'なし'}`
      : `「${guess}」ではありませんか。`;
  const en =
    guess === undefined ? `There: ${[...known].join(', ') || 'none'}.` : `Did you mean "${guess}"?`;
  return {
    code: 'disaster-map/unknown-field',
    path,
    message: {
      ja: `絞り込みの「${header}」という列はありません。${ja}`,
      en: `There is no column "${header}" to filter by. ${en}`,
    },
  };
}

function tooMany(header: string, count: number, path: ConfigProblem['path']): ConfigProblem {
  return {
    code: 'disaster-map/too-many-values',
    path,
    message: {
      ja: `「${header}」には${count}種類の値があります。絞り込めるのは${MOST_VALUES}種類までです。`,
      en: `"${header}" has ${count} different values. A filter can have ${MOST_VALUES} at most; take another column.`,
    },
  };
}
