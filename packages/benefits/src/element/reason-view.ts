import { html, nothing, type TemplateResult } from 'lit';
import type { Result } from '../core.ts';
import type { UsedFigure } from '../why/figures.ts';
import type { Flip } from '../why/flip.ts';
import type { Decider, Reason, ReasonCondition } from '../why/why.ts';
import { said, type WholeContext } from './context.ts';
import { lawDay } from './law-day.ts';
import { amountText } from './money-text.ts';
import { changesOf, reasonsOf } from './reason-memo.ts';
import {
  conditionText,
  parameterText,
  reasonLabel,
  reasonValue,
  shownValue,
} from './reason-words.ts';
import { sourcesView } from './source-view.ts';
import { statusMark } from './status-mark.ts';

/** Changes that are told; the first is the smallest. */
const MOST_CHANGES = 3;

/** Why a result is what it is: the short answer, the way there, the sources, and what would change it. */
export function reasonView(result: Result, context: WholeContext, isPaper = false): TemplateResult {
  const { check, state, strings } = context;
  const { id } = result.programme;
  const { reasons, decisive, sources } = reasonsOf(check, state, id);
  const heading = {
    eligible: strings.whyTitle,
    'not-eligible': strings.whyNotTitle,
    unknown: strings.whyOpenTitle,
    zero: strings.whyZeroTitle,
  }[result.status];
  const shown = telling(reasons);
  return html`<section class="reasons">
    <h3>${heading}</h3>
    ${
      result.status === 'eligible'
        ? html`<ul class="dots">
            ${inShort(shown).map((one) => html`<li>${valueLine(one, context)}</li>`)}
          </ul>`
        : decisive.length === 0
          ? nothing
          : html`<ul>
              ${decisive.map((one) => html`<li>${deciderLine(one, context)}</li>`)}
            </ul>`
    }
    ${result.settled ? nothing : openAnswers(id, context)}
    <details class="whole" ?open=${isPaper}>
      <summary>${strings.whole}</summary>
      <ul>
        ${shown.map((reason) => reasonItem(reason, context, 0))}
      </ul>
    </details>
    ${sources.length === 0 ? nothing : html`<h4>${strings.sources}</h4>`}
    ${sourcesView(sources, context)} ${result.settled ? flipView(id, context) : nothing}
  </section>`;
}

/** Of several members' amounts those that are something, or could be; where none is, all of them. */
function telling(reasons: readonly Reason[]): readonly Reason[] {
  const some = reasons.filter(({ value }) => value !== 0 && value !== false);
  if (some.length > 0) return some;
  // Of an adult there is nothing to say where it is about children.
  const idle = new Set(
    reasons.flatMap(({ value, because, conditions, member }) =>
      value === false && because.length + conditions.length === 0 ? member : [],
    ),
  );
  const about = reasons.filter(({ member }) => !idle.has(member));
  return about.length === 0 ? reasons : about;
}

/** That somebody is eligible says nothing; what is required of them does, each once. */
function inShort(reasons: readonly Reason[]): readonly Reason[] {
  const told = reasons.flatMap((one) =>
    one.value === true && one.because.length > 0 ? one.because : [one],
  );
  return [...new Map(told.map((one) => [one.id, one])).values()];
}

/** A condition that does not hold, or the yes or no that decides. */
function deciderLine(decider: Decider, context: WholeContext): TemplateResult {
  const { condition, value, variable } = decider;
  if (condition !== undefined) return conditionLine(condition, context);
  const label = reasonLabel(decider, context);
  return html`<span class="reason"
    >${statusMark('not-eligible')} ${said(label, context)}:
    <strong
      >${value === undefined ? context.strings.notMet : said(shownValue(variable, value, context), context)}</strong
    ></span
  >`;
}

function conditionLine(condition: ReasonCondition, context: WholeContext): TemplateResult {
  const { strings } = context;
  const { holds } = condition;
  return html`<span class="reason"
    >${statusMark(holds ? 'eligible' : 'not-eligible')}
    ${said(conditionText(condition, context), context)}:
    <strong>${holds ? strings.met : strings.notMet}</strong></span
  >`;
}

/** What would settle it. */
function openAnswers(id: string, context: WholeContext): TemplateResult | typeof nothing {
  const { standing, strings, texts } = context;
  const labels = standing.asks
    .filter(({ programmes }) => programmes.includes(id))
    .map(({ ask }) =>
      ask.ask === 'gate'
        ? (texts.gates?.[ask.gate.id]?.question ?? strings.madeGate)
        : reasonLabel(
            {
              variable: ask.input.variable,
              ...(ask.ask === 'value' && ask.member && { member: ask.member }),
            },
            context,
          ),
    );
  if (labels.length === 0) return nothing;
  return html`<p>${strings.needs}</p>
    <ul class="dots">
      ${labels.map((label) => html`<li>${said(label, context)}</li>`)}
    </ul>`;
}

/** One value of the tree, with what it was worked out of folded in. */
function reasonItem(reason: Reason, context: WholeContext, depth: number): TemplateResult {
  const { conditions, figures, sources, because } = reason;
  const inner = conditions.length + figures.length + sources.length + because.length > 0;
  if (!inner) return html`<li>${reasonLine(reason, context)}</li>`;
  return html`<li>
    <details ?open=${depth === 0}>
      <summary>${reasonLine(reason, context)}</summary>
      <ul>
        ${conditions.map((one) => html`<li>${conditionLine(one, context)}</li>`)}
        ${figures.map((one) => html`<li>${figureLine(one, context)}</li>`)}
        ${because.map((one) => reasonItem(one, context, depth + 1))}
      </ul>
      ${sourcesView(sources, context)}
    </details>
  </li>`;
}

const NOTES = { answer: 'yourAnswer', initial: 'assumed', rules: 'workedOut' } as const;

function reasonLine(reason: Reason, context: WholeContext): TemplateResult {
  const { strings, language } = context;
  const { from, since, again } = reason;
  const notes = [
    ...(from === 'open' ? [] : [strings[NOTES[from]]]),
    // A rule without a date of its own begins with the calendar.
    ...(since === undefined || since.startsWith('0001')
      ? []
      : [strings.since(lawDay(since, language))]),
    ...(again === true ? [strings.toldAbove] : []),
  ];
  return html`<span class="reason"
    >${valueLine(reason, context)} <span class="note">${notes.join(strings.comma)}</span></span
  >`;
}

function valueLine(reason: Reason, context: WholeContext): TemplateResult {
  return html`${said(reasonLabel(reason, context), context)}:
    <strong>${said(reasonValue(reason, context), context)}</strong>`;
}

/** A figure of the law with its date and where it is written down. */
function figureLine(
  { path, value, from, sources }: UsedFigure,
  context: WholeContext,
): TemplateResult {
  const { strings, language, texts } = context;
  const label = texts.parameters?.[path] ?? path;
  const text =
    typeof value === 'number'
      ? parameterText(path, value, context)
      : typeof value === 'string'
        ? value
        : typeof value === 'boolean'
          ? value
            ? strings.yes
            : strings.no
          : undefined;
  return html`<span class="reason"
      >${said(label, context)}${text === undefined ? nothing : html`: <strong>${text}</strong>`}
      <span class="note">${strings.figureSince(lawDay(from, language))}</span></span
    >
    ${sourcesView(sources, context)}`;
}

function flipView(id: string, context: WholeContext): TemplateResult {
  const { check, state, strings } = context;
  const flips = changesOf(check, state, id).slice(0, MOST_CHANGES);
  return html`<div class="flip">
    <h4>${strings.flip}</h4>
    ${
      flips.length === 0
        ? html`<p>${strings.flipNone}</p>`
        : html`<ul class="dots">
            ${flips.map((flip) => html`<li>${flipText(flip, id, context)}</li>`)}
          </ul>`
    }
  </div>`;
}

function flipText(flip: Flip, id: string, context: WholeContext): string {
  const { check, strings } = context;
  const { variable, from, to, after } = flip;
  const programme = check.programmes.find((one) => one.id === id);
  const something =
    programme === undefined || programme.money === 'in-kind'
      ? strings.standings.eligible
      : amountText(programme, after, strings);
  const result = after > 0 ? something : strings.standings['not-eligible'];
  const value = (one: Flip['from']): string => shownValue(variable, one, context);
  const change = strings.flipTo(reasonLabel(flip, context), value(from), value(to));
  const gap = /^(ja|zh)/.test(context.language) ? '' : ' ';
  return `${change}${gap}${strings.flipThen(result)}`;
}
