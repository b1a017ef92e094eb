import type { Unit } from '../model/question.ts';

/** The texts of the questions after the first one: birth dates, and what the rules ask for. */
export interface AskStrings {
  readonly birthOf: (name: string) => string;
  readonly birthWhy: string;
  readonly birthHint: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly birthWrong: string;

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
}
