import type { MoneyKind } from '../model/programme.ts';
import type { Status } from '../core.ts';

/** The texts of what was answered, of the money and of the list of results. */
export interface ResultStrings {
  /** Between things in a row. */
  readonly comma: string;
  readonly labelOf: (label: string, name: string) => string;
  readonly answers: string;
  readonly noAnswers: string;
  readonly change: string;
  readonly changeOf: (label: string) => string;
  readonly startOver: string;
  /** There is no way back from it, so it is asked once more. */
  readonly startOverSure: string;

  readonly moneyOpen: string;
  readonly moneySettled: string;
  readonly money: Readonly<Record<MoneyKind, string>>;
  readonly amount: (yen: number) => string;
  readonly range: (least: string, most: string) => string;
  readonly upTo: (amount: string) => string;
  readonly atLeast: (amount: string) => string;
  readonly per: Readonly<Record<MoneyKind, (amount: string) => string>>;
  readonly noLimit: string;

  readonly results: string;
  readonly resultsHint: string;
  readonly goOn: string;
  readonly allAnswered: string;
  readonly stillOpen: (count: number) => string;
  readonly standings: Readonly<Record<Status, string>>;
  readonly standingHints: Readonly<Record<Status, string>>;
  readonly totals: string;
  readonly totalsHint: string;
  readonly until: string;
  readonly details: string;
  readonly detailsOf: (title: string) => string;
  readonly whatIf: string;
  readonly save: string;
  readonly print: string;
}
