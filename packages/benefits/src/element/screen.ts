/** What is shown. One question a screen: the one that is next, or, with `key`, one that was answered before. */
export type Screen =
  | { readonly name: 'start' }
  | { readonly name: 'ask'; readonly key?: string }
  | { readonly name: 'results' }
  | { readonly name: 'programme'; readonly id: string }
  | WhatIfScreen
  | SaveScreen
  | UnlockScreen
  | { readonly name: 'about' };

/** What is tried: an input by the key of its answer, a programme to draw, a value. */
export interface WhatIfScreen {
  readonly name: 'what-if';
  readonly input?: string;
  readonly programme?: string;
  readonly value?: number;
}

/** A link with the answers, once it is made. */
export interface SaveScreen {
  readonly name: 'save';
  readonly link?: string;
  readonly step?: 'making' | 'made' | 'copied' | 'not-copied';
}

/** Saved answers that only a passphrase opens. */
export interface UnlockScreen {
  readonly name: 'unlock';
  readonly fragment: string;
  readonly failed?: boolean;
}

/** Where the focus goes when it changes: what only changes within a screen leaves it where it is. */
export function headingOf(screen: Screen): string {
  if (screen.name === 'programme') return `programme ${screen.id}`;
  return screen.name === 'ask' ? `ask ${screen.key ?? ''}` : screen.name;
}
