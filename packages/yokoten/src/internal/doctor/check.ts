import type { Localized } from '@yokoten/standard';
import type { AppView } from './app-view.ts';

/** `problem`: wrong or left over; `todo`: right so far, but something is still to be written or decided. */
export type Level = 'problem' | 'todo';

/** One thing that a check found. */
export interface Finding {
  readonly level: Level;
  /** The file as a person would type it. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  readonly message: Localized;
  /** What `--fix` does; only where it cannot be wrong. */
  readonly fix?: Fix;
}

/** A change of one file: its new text, from the text it has now (empty where there is no such file). */
interface Fix {
  readonly path: string;
  readonly apply: (text: string) => string;
}

/** One check of `yokoten doctor`. */
export interface Check {
  /** It has a page in docs/errors and a row in docs/doctor.md. */
  readonly code: `yokoten/${string}`;
  readonly title: Localized;
  /** Where the rule comes from: a standard, or what went wrong elsewhere. */
  readonly source: string;
  /** A check that asks the network is not done, and said not to be done, unless that is allowed. */
  readonly network?: boolean;
  readonly run: (app: AppView) => readonly Finding[] | Promise<readonly Finding[]>;
}

/** A finding in both languages. */
export function found(
  level: Level,
  ja: string,
  en: string,
  where: Omit<Finding, 'level' | 'message'> = {},
): Finding {
  return { level, message: { ja, en }, ...where };
}
