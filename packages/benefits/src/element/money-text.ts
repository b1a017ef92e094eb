import type { MoneyKind, Programme } from '../model/programme.ts';
import type { Range } from '../result/reading.ts';
import type { Result } from '../result/results.ts';
import type { ResultStrings } from '../strings/result-strings.ts';

/** A range whose most may be a limit and no promise. */
type Money = Range & { readonly upTo?: boolean | undefined };

/** From the least to the most, in yen, without what it is paid for. */
export function rangeText({ least, most, upTo }: Money, strings: ResultStrings): string {
  const from = strings.amount(least);
  if (upTo === true && least === 0 && most > 0 && Number.isFinite(most))
    return strings.upTo(strings.amount(most));
  if (least === most) return from;
  if (!Number.isFinite(most)) return least > 0 ? strings.atLeast(from) : strings.noLimit;
  return strings.range(from, strings.amount(most));
}

/** The same with how it is paid: a month, a year, once. */
export function moneyText(range: Money, money: MoneyKind, strings: ResultStrings): string {
  const text = rangeText(range, strings);
  return text === strings.noLimit ? text : strings.per[money](text);
}

/** One amount of a programme: as much, or at most as much. */
export function amountText(
  { money, upTo }: Pick<Programme, 'money' | 'upTo'>,
  amount: number,
  strings: ResultStrings,
): string {
  return moneyText({ least: upTo === true ? 0 : amount, most: amount, upTo }, money, strings);
}

/** What a programme pays, as far as it is known; nothing of a service, whose figure is no money. */
export function resultText(
  { programme, amount }: Result,
  strings: ResultStrings,
): string | undefined {
  const { money, upTo } = programme;
  if (money === 'in-kind') return undefined;
  return upTo === true
    ? amountText(programme, amount.most, strings)
    : moneyText(amount, money, strings);
}
