import type { Localized } from '@yokoten/standard';

/** Every code this package throws; each has a page in docs/errors/rules. */
export type RulesErrorCode =
  | 'rules/bad-period'
  | 'rules/bad-value'
  | 'rules/cycle'
  | 'rules/entity-mismatch'
  | 'rules/missing-person'
  | 'rules/not-exact'
  | 'rules/parameter-undefined'
  | 'rules/period-mismatch'
  | 'rules/role-full'
  | 'rules/spiral'
  | 'rules/table-index'
  | 'rules/too-large'
  | 'rules/unknown-entity'
  | 'rules/unknown-variable';

/** Thrown where a situation, a period or a rule cannot mean anything. `message` is the English of `text`. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
  readonly code: RulesErrorCode;
  /** What was got, what was expected, what to do next. */
  readonly text: Localized;
  /** Where in the situation, outermost key first: `['persons', 'Aiko', 'salary', '2024-01']`. Empty outside of one. */
  readonly path: readonly string[];

  constructor(
    code: RulesErrorCode,
    text: Localized & { readonly en: string },
    path: readonly string[] = [],
  ) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.path = path;
  }

  /** The same error, found below `key`. */
  below(...keys: string[]): RulesError {
    return new RulesError(this.code, { ...this.text, en: this.message }, [...keys, ...this.path]);
  }
}
