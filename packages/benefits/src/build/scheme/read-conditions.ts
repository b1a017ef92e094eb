import type { Condition, SourceNames } from './definition.ts';
import { Fields } from './fields.ts';
import { asText, type Entry, items, type MapNode, type TextNode, type Tree } from './tree.ts';
import type { Findings } from '../finding.ts';

/** Keys of a condition that are no names of values. */
export const CONDITION_KEYS: readonly string[] = [
  '説明', '根拠', 'から', 'まで', 'いずれか', 'すべて', 'どれでもない',
]; // prettier-ignore

const GROUPS = [
  ['いずれか', 'any'],
  ['すべて', 'all'],
  ['どれでもない', 'none'],
] as const;

/** A list of requirements that must all be met. */
export function readConditions(tree: Tree | undefined, findings: Findings): Condition[] {
  return items(tree).flatMap((item) => readCondition(item, findings) ?? []);
}

function readCondition(tree: Tree, findings: Findings): Condition | undefined {
  if (tree.kind === 'text') return { kind: 'holds', name: tree, place: tree.place, sources: [] };
  if (tree.kind === 'list')
    return { kind: 'all', of: readConditions(tree, findings), place: tree.place, sources: [] };
  return conditionOf(tree, [], findings);
}

/**
 * The requirement that a mapping is: each key that is no key of the language itself names a value and its range.
 * @param other further keys of the language at this place, such as a row's 「額」
 */
export function conditionOf(map: MapNode, other: readonly string[], findings: Findings): Condition {
  const known = [...CONDITION_KEYS, ...other];
  const rest = map.entries.filter(({ key }) => known.includes(key.value));
  const fields = new Fields({ ...map, entries: rest }, known, '条件', findings);
  const label = fields.text('説明');
  const shared = {
    place: map.place,
    ...(label && { label }),
    sources: readSourceNames(fields),
    ...fields.dates(),
  };
  const parts = [
    ...map.entries
      .filter(({ key }) => !known.includes(key.value))
      .flatMap((entry) => test(entry, findings)),
    ...GROUPS.flatMap(([word, kind]): Condition[] => {
      const inner = fields.tree(word);
      if (inner === undefined) return [];
      return [{ kind, of: readConditions(inner, findings), place: inner.place, sources: [] }];
    }),
  ];
  const [only] = parts;
  return only !== undefined && parts.length === 1
    ? { ...only, ...shared, place: only.place }
    : { kind: 'all', of: parts, ...shared };
}

function test({ key, value }: Entry, findings: Findings): Condition[] {
  const text = asText(value, findings);
  if (text === undefined) return [];
  return [{ kind: 'test', name: key, value: text, place: key.place, sources: [] }];
}

/** 「根拠」: one name or several. */
export function readSourceNames(fields: Fields): SourceNames {
  return fields.texts('根拠').filter((text): text is TextNode => text.value !== '');
}
