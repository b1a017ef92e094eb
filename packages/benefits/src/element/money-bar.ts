import { html, nothing, type TemplateResult } from 'lit';
import type { Total } from '../result/results.ts';
import type { WholeContext } from './context.ts';
import { rangeText } from './money-text.ts';

/** Between what the money still lies: one bar for each kind, never one for all. It shrinks with each answer. */
export function moneyBar(context: WholeContext): TemplateResult | typeof nothing {
  const { standing, strings, state } = context;
  const totals = standing.results.totals.filter(({ money }) => money !== 'in-kind');
  if (!state.complete || totals.length === 0) return nothing;
  const open = totals.some(({ least, most }) => least !== most);
  return html`<section class="money" part="money" aria-labelledby="money-title">
    <h2 id="money-title">${open ? strings.moneyOpen : strings.moneySettled}</h2>
    <dl>${totals.map((total) => bar(total, context))}</dl>
  </section>`;
}

/** The same in one line, to be read out when it changes. */
export function moneyLine({ standing, strings, state }: WholeContext): string {
  if (!state.complete) return '';
  return standing.results.totals
    .filter(({ money }) => money === 'monthly' || money === 'yearly' || money === 'one-off')
    .map((total) => `${strings.money[total.money]} ${rangeText(total, strings)}`)
    .join(strings.comma);
}

function bar(
  { money, least, most, upTo }: Total,
  { strings, scale }: WholeContext,
): TemplateResult {
  const whole = Math.max(scale.get(money) ?? 0, least, 1);
  const part = (yen: number): number =>
    Math.round((Math.min(Math.max(yen, 0), whole) / whole) * 1000) / 10;
  const [from, to] = [part(least), part(most)];
  return html`<div class="kind">
    <dt>${strings.money[money]}</dt>
    <dd>
      <span class="range">${rangeText({ least, most, upTo }, strings)}</span>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="4"></rect>
        <rect class="open" x=${from} width=${Math.max(to - from, 0)} height="4"></rect>
        <rect class="sure" width=${from} height="4"></rect>
      </svg>
    </dd>
  </div>`;
}
