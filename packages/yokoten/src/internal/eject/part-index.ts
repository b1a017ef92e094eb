import type { Localized } from '@yokoten/standard';
import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';

/** A part of a package that an app can take into its own hands, as the package's `parts.json` names it. */
export interface PartEntry {
  /** Its name in the package, like `detail`. */
  readonly id: string;
  readonly title: Localized;
  readonly description: Localized;
  /** The module it stands for, from the package's `dist`, like `element/detail-view.js`. */
  readonly module: string;
  /** What the module exports, and a copy of it has to go on exporting. */
  readonly exports: readonly string[];
  /** Of its text. */
  readonly sha256: string;
}

const LARGEST = 1_000_000;
const MOST_PARTS = 500;
const MODULE = /^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.js$/;

/**
 * Reads the `parts.json` of a package.
 *
 * @throws YokotenError `yokoten/part-index`
 */
export function readPartIndex(text: string, file: string): PartEntry[] {
  const value = text.length > LARGEST ? undefined : parsed(text);
  const list: unknown =
    isRecord(value) && value['schemaVersion'] === 1 ? value['parts'] : undefined;
  if (!Array.isArray(list) || list.length > MOST_PARTS) throw unreadable(file);
  return list.map((one: unknown) => partEntry(one) ?? fail(file));
}

function partEntry(value: unknown): PartEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { id, module, sha256 } = value;
  const [title, description] = [localized(value['title']), localized(value['description'])];
  const exports: readonly unknown[] = Array.isArray(value['exports']) ? value['exports'] : [];
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]{0,60}$/.test(id)) return undefined;
  if (typeof module !== 'string' || !MODULE.test(module)) return undefined;
  if (typeof sha256 !== 'string' || title === undefined || description === undefined)
    return undefined;
  const names = exports.filter((one) => typeof one === 'string');
  return { id, title, description, module, exports: names, sha256 };
}

function localized(value: unknown): Localized | undefined {
  if (!isRecord(value)) return undefined;
  const { ja, en } = value;
  return typeof ja === 'string' && typeof en === 'string' ? { ja, en } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fail(file: string): never {
  throw unreadable(file);
}

function unreadable(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/part-index',
      'パッケージの部品の一覧を読めません。\n「npm install」で入れ直してください。',
      'The list of parts of a package cannot be read. Install it anew with npm install.',
      { file },
    ),
  );
}
