import type { Localized } from '@yokoten/standard';

/** What became of an edit that a copy made to its program. */
export type EditOutcome =
  /** The new config says the same. */
  | 'config'
  /** The new app does it by itself, or does not need it. */
  | 'replaced'
  /** Kept as a file, without effect. */
  | 'kept'
  /** Not taken over; a person decides. */
  | 'left';

/** One thing that an edit did. */
export interface EditEffect {
  readonly what: Localized;
  readonly outcome: EditOutcome;
}

/** A file that differs from the version of the template that the copy was made from. */
export interface SourceEdit {
  readonly file: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** Lines of the file; 0 where it is no text or gone. */
  readonly lines: number;
  /** How many lines the edit touched, where taking the effects back gives the template's own file. */
  readonly edited?: number;
  readonly effects: readonly EditEffect[];
}

/** An effect in both languages. */
export function effect(outcome: EditOutcome, ja: string, en: string): EditEffect {
  return { outcome, what: { ja, en } };
}
