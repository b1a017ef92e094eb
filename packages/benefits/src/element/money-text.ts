import type { MoneyKind } from '../model/programme.ts';
import type { Range } from '../result/reading.ts';
import type { Result } from '../result/results.ts';
import type { ResultStrings } from '../strings/result-strings.ts';

/** From the least to the most, in yen, without what it is paid for. */
export function rangeText({ least, most }: Range, strings: ResultStrings): string {
  const from = strings.amount(least);
  if (least === most) return from;
  if (!Number.isFinite(most)) return least > 0 ? strings.atLeast(from) : strings.noLimit;
  return strings.range(from, strings.amount(most));
}

/** The same with how it is paid: a month, a year, once. */
export function moneyText(range: Range, money: MoneyKind, strings: ResultStrings): string {
  const text = rangeText(range, strings);
  return text === strings.noLimit ? text : strings.per[money](text);
}

/** What a programme pays, as far as it is known; nothing of a service, whose figure is no money. */
export function resultText(
  { programme, amount }: Result,
  strings: ResultStrings,
): string | undefined {
  const { money, upTo } = programme;
  if (money === 'in-kind') return undefined;
  if (upTo === true && Number.isFinite(amount.most) && amount.most > 0)
    return strings.per[money](strings.upTo(strings.amount(amount.most)));
  return moneyText(amount, money, strings);
}
