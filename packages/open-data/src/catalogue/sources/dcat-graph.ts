import { list, record, text } from '../hostile-json.ts';

/** A node of a document by the plain, lower-case names of its fields; every field is a list of values. */
export type Node = ReadonlyMap<string, readonly unknown[]>;

/** The datasets of a document, and how to follow a reference in it. */
export interface Graph {
  readonly datasets: readonly Node[];
  /** The node that a value is, or that its `@id` names. */
  readonly follow: (value: unknown) => Node | undefined;
  /** Address of the next page. */
  readonly next?: string;
}

/** Deeper than any catalogue nests. */
const MOST_DEPTH = 12;

/** Finds every node of a document, however it nests them. */
export function graphOf(document: unknown): Graph {
  const datasets: Node[] = [];
  const byId = new Map<string, Node>();
  let next: string | undefined;
  const visit = (value: unknown, depth: number, isDataset: boolean): void => {
    if (depth > MOST_DEPTH) return;
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) visit(item, depth + 1, isDataset);
      return;
    }
    const of = record(value);
    if (of.size === 0) return;
    const node = fieldsOf(of);
    const types = list(node.get('@type')).map((type) => localName(text(type) ?? ''));
    if ((isDataset && node.size > 1) || types.includes('dataset')) datasets.push(node);
    next ??= localized(node.get('next')) ?? localized(node.get('nextpage'));
    const id = localized(node.get('@id'));
    if (id !== undefined && node.size > 1) byId.set(id, node);
    for (const [key, items] of node)
      if (!key.startsWith('@') || key === '@graph') visit(items, depth + 1, key === 'dataset');
  };
  visit(document, 0, false);
  return {
    datasets: [...new Set(datasets)],
    follow: (value) => {
      const [one] = Array.isArray(value) ? (value as unknown[]) : [value];
      const node = fieldsOf(record(one));
      const id = text(one) ?? localized(node.get('@id'));
      return (id === undefined ? undefined : byId.get(id)) ?? (node.size > 0 ? node : undefined);
    },
    ...(next !== undefined && { next }),
  };
}

/** Fields by their plain names: `dct:title`, `http://purl.org/dc/terms/title` and `title` are one. */
export function fieldsOf(of: ReadonlyMap<string, unknown>): Node {
  const node = new Map<string, readonly unknown[]>();
  for (const [key, value] of of) {
    const name = localName(key);
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    node.set(name, [...(node.get(name) ?? []), ...values]);
  }
  return node;
}

function localName(key: string): string {
  return (key.startsWith('@') ? key : (key.split(/[#/:]/u).at(-1) ?? key)).toLowerCase();
}

/** The text of a value: Japanese before others, `@value` and `@id` unpacked. */
export function localized(value: unknown): string | undefined {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  const japanese = values.find((one) => text(record(one).get('@language'))?.startsWith('ja'));
  for (const one of japanese === undefined ? values : [japanese, ...values]) {
    const of = record(one);
    const found = text(one) ?? text(of.get('@value')) ?? text(of.get('ja')) ?? text(of.get('@id'));
    if (found !== undefined) return found;
  }
  return undefined;
}
