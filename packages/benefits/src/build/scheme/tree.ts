import type { Findings, Place } from '../finding.ts';

/** A text as it stands in the file; what it means is decided by who asks for it. */
export interface TextNode {
  readonly kind: 'text';
  readonly value: string;
  readonly place: Place;
}

/** Items one after another. */
interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly place: Place;
}

/** A key with its own place, and what stands behind it. */
export interface Entry {
  readonly key: TextNode;
  readonly value: Tree;
}

/** Keys and values in the order of the file. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly place: Place;
}

/** What a scheme file says, with the place of every part: the same whether it was YAML or a table. */
export type Tree = TextNode | ListNode | MapNode;

/** The place `offset` characters into a text that stands on one line. */
export function within(place: Place, offset: number): Place {
  return place.column === undefined ? place : { ...place, column: place.column + offset };
}

/** What stands behind a key. */
export function entryOf(map: MapNode, key: string): Tree | undefined {
  return map.entries.find((entry) => entry.key.value === key)?.value;
}

/** One thing, or a list of such. */
export function items(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** A text in place of anything else, or an error that says what was got. */
export function asText(tree: Tree, findings: Findings): TextNode | undefined {
  if (tree.kind === 'text') return tree;
  return wrongShape(tree, '文字', 'a text', findings);
}

/** Keys and values in place of anything else, or an error that says what was got. */
export function asMap(tree: Tree, findings: Findings): MapNode | undefined {
  if (tree.kind === 'map') return tree;
  return wrongShape(tree, '「項目: 値」の並び', 'keys with values', findings);
}

function wrongShape(tree: Tree, ja: string, en: string, findings: Findings): undefined {
  const got = {
    text: ['文字', 'a text'],
    list: ['一覧', 'a list'],
    map: ['「項目: 値」の並び', 'keys with values'],
  }[tree.kind];
  return findings.error(
    'benefits/wrong-type',
    tree.place,
    `ここには${ja}を書きます。${got[0] ?? ''}が書かれています。`,
    `Expected ${en}, got ${got[1] ?? ''}.`,
  );
}
