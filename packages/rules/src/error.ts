import { type Facts, LateError, type Sentences } from '@yokoten/standard';

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

/**
 * Thrown where a situation, a period or a rule cannot mean anything. Its sentences are those of `./sentences`, which the package's
 * main entry brings.
 */
export class RulesError extends LateError<RulesErrorCode> {
  override readonly name = 'RulesError';
  /** Where in the situation, outermost key first: `['persons', 'Aiko', 'salary', '2024-01']`. Empty outside of one. */
  readonly path: readonly string[];

  constructor(
    key: RulesErrorCode | `${RulesErrorCode}#${string}`,
    given: Sentences | Facts,
    path: readonly string[] = [],
  ) {
    super(key, given);
    this.path = path;
  }

  /** The same error, found below `key`. */
  below(...keys: string[]): RulesError {
    return new RulesError(this.key, this.given, [...keys, ...this.path]);
  }
}
