import { parse } from 'jsonc-parser';
import semver from 'semver';
import { isRecord } from '../config-reader.ts';
import { setValue } from './config-edit.ts';

/** A key that both sides gave another value; the owner's stands. */
export interface KeyConflict {
  readonly key: string;
  /** As JSON; `undefined` where the key is not there. */
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** A JSON file put together from two versions of it. */
export interface MergedKeys {
  readonly text: string;
  readonly conflicts: readonly KeyConflict[];
}

type Path = readonly string[];
type Edit = readonly [path: Path, value: unknown];

const DEPENDENCIES = /^(dependencies|devDependencies|optionalDependencies|peerDependencies)$/;

/**
 * Merges `package.json` and its like key by key: what only the template changed is taken over, what only the owner
 * changed stays. The owner's order of keys, indentation and comments stay too. Where both raised a dependency, the
 * higher range wins; where the owner points to a file or a repository of their own, that stays.
 *
 * @returns `undefined` where one of the three is no JSON object
 */
export function mergeKeys(base: string, ours: string, theirs: string): MergedKeys | undefined {
  const values = [base, ours, theirs].map((text) => parse(text) as unknown);
  const [b, o, t] = values;
  if (!isRecord(b) || !isRecord(o) || !isRecord(t)) return undefined;
  const edits: Edit[] = [];
  const conflicts: KeyConflict[] = [];
  mergeObjects([], b, o, t, edits, conflicts);
  const text = edits.reduce((done, [path, value]) => setValue(done, path, value), ours);
  return { text, conflicts };
}

function mergeObjects(
  at: Path,
  base: Readonly<Record<string, unknown>>,
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  edits: Edit[],
  conflicts: KeyConflict[],
): void {
  // Data's own keys may be `__proto__`: they are looked up as own keys and never assigned.
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(base)])) {
    const [b, o, t] = [own(base, key), own(ours, key), own(theirs, key)];
    const path = [...at, key];
    if (same(b, t) || same(o, t)) continue;
    if (isRecord(o) && isRecord(t))
      mergeObjects(path, isRecord(b) ? b : {}, o, t, edits, conflicts);
    else if (same(b, o)) edits.push([path, t]);
    else {
      const settled =
        DEPENDENCIES.test(at[0] ?? '') && at.length === 1 ? settle(b, o, t) : undefined;
      if (settled === 'theirs') edits.push([path, t]);
      if (settled === undefined)
        conflicts.push({ key: path.join('.'), ours: asJson(o), theirs: asJson(t) });
    }
  }
}

/** Which of two ranges of a dependency stands, or `undefined` where that is for a person to say. */
function settle(base: unknown, ours: unknown, theirs: unknown): 'ours' | 'theirs' | undefined {
  // The owner dropped it, and the template only raised it: it stays dropped.
  if (ours === undefined && base !== undefined) return 'ours';
  // The template dropped it, and the owner raised it: they need it.
  if (theirs === undefined) return 'ours';
  if (typeof ours !== 'string' || typeof theirs !== 'string') return undefined;
  if (/^(file|link|workspace|git|github|https?)[:+]/.test(ours)) return 'ours';
  const [low, high] = [ours, theirs].map((range) =>
    semver.validRange(range) === null ? null : semver.minVersion(range),
  );
  if (!low || !high) return undefined;
  return semver.gt(high, low) ? 'theirs' : 'ours';
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Order of keys does not count. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isRecord(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}

function asJson(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
