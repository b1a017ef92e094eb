import { OpenDataError } from '../error.ts';
import { finding } from '../internal/finding.ts';
import type { Patch } from './patch.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isCode: Check = (value) => isText(value) && String(value).startsWith('open-data/');
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const isRange: Check = (value) =>
  Array.isArray(value) && value.length === 2 && value.every(isCount);
const isRow: Check = (value) =>
  isObject(value) && isCount(value['row']) && isCount(value['line']) && isTexts(value['cells']);

/** What every patch has, and what each kind has besides. */
const COMMON: readonly (readonly [member: string, check: Check])[] = [
  ['code', isCode],
  ['row', isCount],
  ['index', isCount],
  ['cell', isText],
  ['column', isText],
  ['before', isText],
  ['after', isText],
  ['confidence', isShare],
];
const KINDS: ReadonlyMap<unknown, readonly (readonly [member: string, check: Check])[]> = new Map<
  unknown,
  readonly (readonly [member: string, check: Check])[]
>([
  ['cell', [['width', (value) => value === undefined || isCount(value)]]],
  ['header', []],
  ['removed-rows', [['rows', (value) => Array.isArray(value) && value.every(isRow)]]],
  [
    'joined-cells',
    [
      ['parts', (value) => isTexts(value) && Array.isArray(value) && value.length > 1],
      ['separator', (value) => value === ',' || value === ''],
    ],
  ],
  ['added-column', []],
  ['removed-column', [['short', (value) => Array.isArray(value) && value.every(isRange)]]],
]);

/**
 * A patch list from JSON: what `JSON.parse` gave for a file that `yokoten data fix` wrote. Whether it fits a table is checked by
 * `applyPatches`.
 * @throws OpenDataError `open-data/not-a-patch-list`
 */
export function readPatches(value: unknown, file: string): readonly Patch[] {
  if (!Array.isArray(value)) throw refused(file, typeof value);
  for (const [at, patch] of value.entries()) {
    if (!isPatch(patch)) throw refused(file, `#${at + 1}`);
  }
  return value as Patch[];
}

function isPatch(value: unknown): boolean {
  if (!isObject(value)) return false;
  const own = KINDS.get(value['kind']);
  return own !== undefined && [...COMMON, ...own].every(([member, check]) => check(value[member]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function refused(file: string, value: string): OpenDataError {
  return new OpenDataError(finding('open-data/not-a-patch-list', 'error', file, { value }));
}
