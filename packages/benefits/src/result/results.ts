import type { Facts } from '../facts/facts.ts';
import type { CheckState } from '../ask/state.ts';
import type { MoneyKind, Programme } from '../model/programme.ts';
import type { Check } from '../open/check.ts';
import { knownOf } from './known.ts';
import type { Range, Reader } from './reading.ts';
import { type Status, statusOf, Zeros } from './status.ts';
import { wholeYen } from './yen.ts';

/** A programme's result as far as it is known. */
export interface Result {
  readonly programme: Programme;
  readonly status: Status;
  /** Whole yen, per what `programme.money` says; both the same when it is certain. */
  readonly amount: Range;
  /** No answer can change it any more. */
  readonly settled: boolean;
}

/** A sum over programmes of one kind of money. What is a limit and no promise is in the most alone. */
export interface Total extends Range {
  readonly money: MoneyKind;
  /** It holds such a limit. */
  readonly upTo?: true;
  /** How many programmes have a part in it. */
  readonly count: number;
}

/** All results of a check. */
export interface Results {
  /** Those that pay most first; what is unknown by what it can be at most; what pays nothing last. */
  readonly results: readonly Result[];
  /** Never one sum over different kinds of money. */
  readonly totals: readonly Total[];
  readonly settled: number;
  /** Newest date among the rules and figures that were used, `YYYY-MM-DD`; empty if none was. */
  readonly asOf: string;
}

const KINDS: readonly MoneyKind[] = ['monthly', 'yearly', 'one-off', 'loan', 'in-kind'];

/**
 * What is known so far, for every programme of the check.
 * @throws RulesError where the rules cannot be worked out
 */
export function resultsOf(check: Check, state: CheckState): Results {
  const { facts, reader } = knownOf(check, state);
  return resultsFrom(check, facts, reader);
}

/** `resultsOf`, where the bounds have been opened already. */
export function resultsFrom(check: Check, facts: Facts, reader: Reader): Results {
  const zeros = new Zeros(check, facts, reader);
  const results = check.programmes.map((programme): Result => {
    const reading = reader.read(programme);
    const { amount, settled } = reading;
    const rounded = { least: wholeYen(amount.least), most: wholeYen(amount.most) };
    const status = statusOf(zeros, programme, reading);
    return { programme, status, amount: rounded, settled };
  });
  return {
    results: results.toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        inYear(b, 'most') - inYear(a, 'most') ||
        inYear(b, 'least') - inYear(a, 'least'),
    ),
    totals: totalsOf(results),
    settled: results.filter(({ settled }) => settled).length,
    asOf: facts.simulation.asOf,
  };
}

/** Only to be put in order: twelve months make a year, whatever else is paid for. */
function inYear({ programme, amount }: Result, end: keyof Range): number {
  return programme.money === 'monthly' ? amount[end] * 12 : amount[end];
}

function rank({ status }: Result): number {
  return ['eligible', 'unknown', 'zero', 'not-eligible'].indexOf(status);
}

function totalsOf(results: readonly Result[]): Total[] {
  return KINDS.flatMap((money): Total[] => {
    const paying = results.filter(
      ({ programme, amount }) => programme.money === money && amount.most > 0,
    );
    if (paying.length === 0) return [];
    const promised = paying.filter(({ programme }) => programme.upTo !== true);
    return [
      {
        money,
        count: paying.length,
        least: sumOf(promised, 'least'),
        most: sumOf(paying, 'most'),
        ...(promised.length < paying.length && { upTo: true }),
      },
    ];
  });
}

function sumOf(results: readonly Result[], end: keyof Range): number {
  return results.reduce((total, { amount }) => total + amount[end], 0);
}
