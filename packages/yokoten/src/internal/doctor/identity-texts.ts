import { isRecord } from '../config-reader.ts';
import { CONFIG_FILE } from '../config-text.ts';
import type { AppView } from './app-view.ts';

/** A text that says who the app is for, and where it stands. */
export interface Said {
  readonly text: string;
  readonly path: string;
  /** Line of its beginning, from 1. */
  readonly line: number;
}

/** Keys of the config that say who the app is for; layers may well come from elsewhere. */
const IDENTITY = [
  'municipality',
  'title',
  'description',
  'site',
  'sample',
  'credit',
  'contacts',
] as const;

/** Records, licences and what was kept of an older map name what they name; what tests name is not published. */
const NOT_WORDS =
  /^(adopted\/.*|LICENSE|NOTICE|yokoten\.lock\.json|yokoten\.data\.lock\.json|\.yokoten\/.*|images\/.*|(?:.*\/)?tests?\/.*|.*\.test\.[jt]s)$/;

/** What a fork says about itself: the values of its config, and its documents, pages and code as they stand. */
export function identityTexts({ texts, config, configLine }: AppView): Said[] {
  const said: Said[] = [];
  for (const key of IDENTITY) {
    for (const { text, at } of stringsIn(config[key], [key]))
      said.push({ text, path: CONFIG_FILE, line: configLine(at) ?? 1 });
  }
  for (const [path, text] of texts)
    if (path !== CONFIG_FILE && !NOT_WORDS.test(path)) said.push({ text, path, line: 1 });
  return said;
}

type Path = readonly (string | number)[];

/** Every string in a value, with its path; what stands in comments is nobody's statement. */
export function stringsIn(
  value: unknown,
  at: Path,
): { readonly text: string; readonly at: Path }[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (Array.isArray(value))
    return (value as readonly unknown[]).flatMap((one, i) => stringsIn(one, [...at, i]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => stringsIn(one, [...at, key]));
}
