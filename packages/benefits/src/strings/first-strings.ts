/** The texts of the start and of the first question, who is in the household: what is said before anything else arrived. */
export interface FirstStrings {
  /** Whether somebody who speaks the language has read all of this table; Japanese is the one the texts are written in. */
  readonly reviewed: boolean;
  readonly unreviewed: string;
  /** Said where a pack has no texts in the language. */
  readonly packInJapanese: string;
  readonly language: string;
  readonly loading: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly retry: string;
  readonly partFailed: string;
  readonly stale: string;
  /** A link with answers that is cut off, or of another version. */
  readonly notOpened: string;
  readonly sample: string;
  readonly sampleText: string;

  readonly intro: string;
  readonly privacy: string;
  readonly asOf: (date: string) => string;
  readonly setTitle: string;
  readonly sets: Readonly<Record<'main' | 'disaster', string>>;
  readonly begin: string;

  readonly householdTitle: string;
  readonly householdHint: string;
  readonly kinds: Readonly<Record<'self' | 'partner' | 'child' | 'grandparent', string>>;
  readonly numbered: (kind: string, count: number) => string;
  readonly add: (kind: string) => string;
  readonly remove: (name: string) => string;
  readonly added: (name: string) => string;
  readonly removed: (name: string) => string;

  readonly next: string;
  readonly back: string;

  readonly seeResults: string;
  readonly about: string;
  readonly notDecision: string;
}
