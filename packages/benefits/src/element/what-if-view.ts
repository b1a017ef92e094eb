import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Sweep, SweepLine } from '../what-if/sweep.ts';
import { bandsOf, drawLine, HEIGHT, placeOf, WIDTH } from './chart.ts';
import { said, type WholeContext } from './context.ts';
import { amountText } from './money-text.ts';
import type { WhatIfScreen } from './screen.ts';
import { positionOf, sweepOf, type Trial, trialsOf } from './trial.ts';
import { memberName } from './member-words.ts';
import { figure, inputLabel, valueText, withUnit } from './words.ts';

/** What would be paid if one answer were another: a slider, a line, and the same as a table. */
export function whatIfView(screen: WhatIfScreen, context: WholeContext): TemplateResult {
  const { check, state, strings, go } = context;
  const trials = trialsOf(check, state, context.standing.asks);
  const trial = trials.find(({ key }) => key === screen.input) ?? trials[0];
  return html`<section class="card" data-screen="what-if">
    <h2 id="title" tabindex="-1">${strings.whatIfTitle}</h2>
    <p class="hint">${trial === undefined ? strings.whatIfNone : strings.whatIfHint}</p>
    ${trial === undefined ? nothing : trialView(trial, trials, screen, context)}
    <p class="buttons">
      <button class="wide" data-to-results @click=${() => go({ name: 'results' })}>
        ${strings.toResults}
      </button>
    </p>
  </section>`;
}

function trialView(
  trial: Trial,
  trials: readonly Trial[],
  screen: WhatIfScreen,
  context: WholeContext,
): TemplateResult {
  const { check, state, strings, go } = context;
  const found = sweepOf(check, state, trial);
  const line =
    found.lines.find(({ programme }) => programme.id === screen.programme) ?? liveliest(found);
  const value = screen.value ?? trial.now;
  const at = positionOf(value, found.values);
  return html`
    <label class="pick"
      ><span>${strings.whatIfInput}</span
      ><select
        data-trial
        @change=${(event: Event) => go({ name: 'what-if', input: chosen(event) })}
      >
        ${trials.map(
          (one) =>
            html`<option value=${one.key} .selected=${one === trial}>
              ${trialName(one, context)}
            </option>`,
        )}
      </select></label
    >
    ${slider(trial, value, { ...screen, input: trial.key }, context)}
    <ul class="tried">
      ${found.lines.map((one) => lineItem(one, at, line, { ...screen, input: trial.key }, context))}
    </ul>
    ${line === undefined ? nothing : lineView(line, found, trial, value, context)}
  `;
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

/** The programme whose amount changes most. */
function liveliest({ lines }: Sweep): SweepLine | undefined {
  return lines.toSorted((a, b) => spread(b) - spread(a))[0];
}

function spread({ amounts }: SweepLine): number {
  const most = amounts.reduce((one, other) => Math.max(one, other), 0);
  return most - amounts.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function trialName({ input, member }: Trial, context: WholeContext): string {
  const { state, strings } = context;
  const label = inputLabel(input.variable, context);
  const found = state.members.find(({ id }) => id === member);
  return found === undefined
    ? label
    : strings.labelOf(label, memberName(found, state.members, context));
}

function slider(
  trial: Trial,
  value: number,
  screen: WhatIfScreen,
  context: WholeContext,
): TemplateResult {
  const { go, strings } = context;
  const { input, from, to, step, now } = trial;
  const text = valueText(input, value, context);
  return html`<div class="slider">
    <label for="slider">${trialName(trial, context)}</label>
    <output for="slider">${text}</output>
    <input
      id="slider"
      type="range"
      min=${from}
      max=${to}
      step=${step}
      .value=${String(value)}
      aria-valuetext=${text}
      @input=${(event: Event) => go({ ...screen, value: Number((event.target as HTMLInputElement).value) })}
    />
    <p class="note">${strings.now}: ${valueText(input, now, context)}</p>
  </div>`;
}

/** What a programme pays for the value, and the button that draws it. */
function lineItem(
  { programme, amounts, certain }: SweepLine,
  at: number,
  shown: SweepLine | undefined,
  screen: WhatIfScreen,
  context: WholeContext,
): TemplateResult {
  const { strings, texts, go } = context;
  const settled = context.standing.results.results.find(
    (one) => one.programme === programme && one.settled,
  );
  // Between two places of the slider stands what was answered: there the result itself is exact.
  const isNow = screen.value === undefined && settled !== undefined;
  const amount = isNow ? settled.amount.least : (amounts[at] ?? 0);
  const title = texts.programmes[programme.id]?.title ?? programme.id;
  const pressed = shown?.programme.id === programme.id;
  return html`<li>
    <button
      class="plain"
      aria-pressed=${pressed}
      data-line=${programme.id}
      @click=${() => go({ ...screen, programme: programme.id })}
    >
      ${said(title, context)}
    </button>
    <strong
      >${
        programme.money === 'in-kind'
          ? strings.standings[amount > 0 ? 'eligible' : 'not-eligible']
          : amountText(programme, amount, strings)
      }</strong
    >
    ${certain ? nothing : html`<span class="note">${strings.assumed}</span>`}
  </li>`;
}

function lineView(
  line: SweepLine,
  { values, cliffs }: Sweep,
  trial: Trial,
  value: number,
  context: WholeContext,
): TemplateResult {
  const { strings, texts, language } = context;
  const { programme, amounts } = line;
  const title = texts.programmes[programme.id]?.title ?? programme.id;
  const { path, area, top } = drawLine(values, amounts);
  const name = strings.chart(title, trialName(trial, context));
  const number = (one: number): string => withUnit(figure(one, language), trial.input, context);
  const marker = placeOf(value, values) * WIDTH;
  const jumps = cliffs.filter((cliff) => cliff.programme === programme.id);
  return html`<figure class="chart">
      <figcaption>${name} <span class="note">${strings.chartHint}</span></figcaption>
      <p class="top">${strings.amount(top)}</p>
      <svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-label=${name}
      >
        ${svg`<path class="area" d=${area}></path><path class="graph" d=${path}></path><path class="marker" d="M${marker} 0V${HEIGHT}"></path>`}
      </svg>
      <p class="ends"><span>${number(trial.from)}</span><span>${number(trial.to)}</span></p>
    </figure>
    <h3>${strings.jumps}</h3>
    ${
      jumps.length === 0
        ? html`<p>${strings.noJumps}</p>`
        : html`<ul class="dots">
            ${jumps.map(
              ({ next, before, after }) =>
                html`<li>
                  ${strings.jump(number(next), strings.amount(before), strings.amount(after))}
                </li>`,
            )}
          </ul>`
    }
    <details class="table">
      <summary>${strings.table}</summary>
      <div class="wide-table">${bandTable(line, values, trial, name, context)}</div>
    </details>`;
}

function bandTable(
  { amounts, programme }: SweepLine,
  values: readonly number[],
  trial: Trial,
  name: string,
  context: WholeContext,
): TemplateResult {
  const { strings, language, texts } = context;
  const number = (one: number): string => withUnit(figure(one, language), trial.input, context);
  const between = (a: string, b: string): string => (a === b ? a : strings.band(a, b));
  return html`<table>
    <caption class="unseen">
      ${name}
    </caption>
    <thead>
      <tr>
        <th scope="col">${trialName(trial, context)}</th>
        <th scope="col">${texts.programmes[programme.id]?.title ?? programme.id}</th>
      </tr>
    </thead>
    <tbody>
      ${bandsOf(values, amounts).map(
        ({ from, to, first, last }) =>
          html`<tr>
            <th scope="row">${between(number(from), number(to))}</th>
            <td>${between(strings.amount(first), strings.amount(last))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
