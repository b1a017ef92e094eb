import type { MoneyKind } from '../model/programme.ts';
import type { Unit } from '../model/question.ts';
import type { Status } from '../core.ts';

/** The texts of the start, the questions, the answers and the list of results: what is said before anything else arrived. */
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
  readonly birthOf: (name: string) => string;
  readonly birthWhy: string;
  readonly birthHint: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly birthWrong: string;

  readonly next: string;
  readonly back: string;
  readonly unsure: string;
  readonly yes: string;
  readonly no: string;
  readonly nobody: string;
  readonly noneOfThese: string;
  readonly made: (label: string, name: string | undefined) => string;
  readonly madeWho: (label: string) => string;
  readonly madeGate: string;
  readonly why: string;
  readonly whyMoney: string;
  readonly chooseOne: string;
  readonly numberWrong: (least: string, most: string | undefined) => string;
  readonly units: Readonly<Record<Unit, string>>;
  /** Behind a figure of money, with the space before it. */
  readonly yenSign: string;
  readonly findName: string;
  readonly found: (count: number) => string;

  /** Between things in a row. */
  readonly comma: string;
  readonly labelOf: (label: string, name: string) => string;
  readonly answers: string;
  readonly noAnswers: string;
  readonly change: string;
  readonly changeOf: (label: string) => string;
  readonly startOver: string;

  readonly moneyOpen: string;
  readonly moneySettled: string;
  readonly money: Readonly<Record<MoneyKind, string>>;
  readonly amount: (yen: number) => string;
  readonly range: (least: string, most: string) => string;
  readonly upTo: (amount: string) => string;
  readonly atLeast: (amount: string) => string;
  readonly per: Readonly<Record<MoneyKind, (amount: string) => string>>;
  readonly noLimit: string;

  readonly seeResults: string;
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
  readonly about: string;
  readonly notDecision: string;
}
