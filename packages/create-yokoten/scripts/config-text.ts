import { parseTree, type Node } from 'jsonc-parser';

/** The config with one top-level value replaced; all other bytes stay. */
export function setKey(text: string, key: string, value: unknown): string {
  const property = topLevel(text).find(({ children }) => children?.[0]?.value === key);
  const old = property?.children?.[1];
  if (old === undefined) throw new Error(`There is no "${key}" in the config.`);
  const written = JSON.stringify(value, undefined, 1).replaceAll(/\n */g, ' ');
  return text.slice(0, old.offset) + written + text.slice(old.offset + old.length);
}

/**
 * The config without these top-level keys and the comments directly above them. Each key stands on lines of its own.
 * All other lines stay, except doubled blank ones and the comma of what is now the last key.
 */
export function dropKeys(text: string, keys: readonly string[]): string {
  const lines = text.split('\n');
  const dropped = new Set<number>();
  for (const { offset, length, children } of topLevel(text)) {
    if (!keys.includes(String(children?.[0]?.value))) continue;
    let first = lineOf(text, offset);
    while (/^\s*(\/\/|\/\*|\*)/.test(lines[first - 1] ?? '')) first -= 1;
    for (let line = first; line <= lineOf(text, offset + length); line += 1) dropped.add(line);
  }
  const kept = lines.filter((_, line) => !dropped.has(line)).join('\n');
  return withoutLastComma(kept)
    .replaceAll(/\n([ \t]*\n)+([ \t]*\n)/g, '\n\n')
    .replaceAll(/([{\n])[ \t]*\n(?=\})/g, '$1')
    .replaceAll(/\{\n[ \t]*\n/g, '{\n');
}

function topLevel(text: string): readonly Node[] {
  return parseTree(text, [], { allowTrailingComma: true })?.children ?? [];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

function withoutLastComma(text: string): string {
  const last = topLevel(text).at(-1);
  if (last === undefined) return text;
  const end = last.offset + last.length;
  return text.slice(0, end) + text.slice(end).replace(/^\s*,/, '');
}
