import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Ask, HouseholdAsk } from '../ask/ask.ts';
import { said, type PageContext } from './context.ts';
import { controlFor } from './controls.ts';
import { dateFields, readDate } from './date-fields.ts';
import { householdView } from './household-view.ts';
import { readAnswer, unsureAnswer } from './read-answer.ts';
import { inputLabel, memberName, questionAbout } from './words.ts';

/** One question: what is asked, why, and what it is answered with. */
export function questionView(ask: Ask | HouseholdAsk, context: PageContext): TemplateResult {
  const { strings, state, go } = context;
  const form =
    ask.ask === 'members'
      ? householdView(context)
      : ask.ask === 'birth'
        ? birthForm(ask, context)
        : answerForm(ask, context);
  // Each question has fields of its own: what was ticked in the one before is not ticked in this one.
  return html`<section class="card" data-screen="ask" data-key=${ask.key}>
    ${keyed(ask.key, form)}
    <p class="behind">
      <button class="plain" data-back @click=${() => back(context)}>${strings.back}</button>
      ${
        state.complete
          ? html`<button class="plain" data-results @click=${() => go({ name: 'results' })}>
              ${strings.seeResults}
            </button>`
          : nothing
      }
    </p>
  </section>`;
}

function back({ screen, state, act, go }: PageContext): void {
  if (screen.name === 'ask' && screen.key !== undefined) go({ name: 'ask' });
  else if (state.complete) act({ do: 'back' });
  else go({ name: 'start' });
}

function birthForm(
  { member }: Extract<HouseholdAsk, { ask: 'birth' }>,
  context: PageContext,
): TemplateResult {
  const { strings, act, fault, check, state } = context;
  const take = (birth: string | null): void => act({ do: 'set-birth', member: member.id, birth });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const date = readDate(new FormData(event.target as HTMLFormElement));
    const possible = date !== undefined && date >= '1900' && date <= check.date;
    if (possible) take(date);
    else fault(strings.birthWrong);
  };
  const name = memberName(member, state.members, context);
  return html`<form novalidate @submit=${submit}>
    <fieldset>
      <legend><h2 id="title" tabindex="-1">${strings.birthOf(name)}</h2></legend>
      <p id="hint" class="hint">${strings.birthHint}</p>
      ${reason(html`<p>${strings.birthWhy}</p>`, context)} ${mistakeNote(context)}
      ${dateFields(member.birth ?? undefined, context)}
    </fieldset>
    ${buttons(context, () => take(null))}
  </form>`;
}

function answerForm(ask: Ask, context: PageContext): TemplateResult {
  const { act, fault } = context;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const read = readAnswer(new FormData(event.target as HTMLFormElement), ask, context);
    if ('answer' in read) act({ do: 'answer', answer: read.answer });
    else fault(read.mistake);
  };
  const { question, hint } = wording(ask, context);
  const field = ask.ask === 'value' && ['number', 'date', 'text'].includes(ask.input.control);
  const unsure = (): void => {
    if (ask.ask === 'value') act({ do: 'answer', answer: unsureAnswer(ask) });
  };
  return html`<form novalidate @submit=${submit}>
    <fieldset aria-describedby="hint mistake">
      <legend><h2 id="title" tabindex="-1">${said(question, context)}</h2></legend>
      <p id="hint" class="hint">${hint === undefined ? nothing : said(hint, context)}</p>
      ${reason(whyAsked(ask, context), context)} ${mistakeNote(context)} ${controlFor(ask, context)}
    </fieldset>
    ${buttons(context, field ? unsure : undefined)}
  </form>`;
}

function buttons({ strings }: PageContext, unsure: (() => void) | undefined): TemplateResult {
  return html`<p class="buttons">
    <button class="main" data-next>${strings.next}</button>
    ${
      unsure === undefined
        ? nothing
        : html`<button type="button" class="wide" data-unsure @click=${unsure}>
            ${strings.unsure}
          </button>`
    }
  </p>`;
}

/** Both are there from the start, so that what is written into them is read out. */
function mistakeNote({ mistake }: PageContext): TemplateResult {
  return html`<p id="mistake" class="mistake" role="alert">${mistake ?? nothing}</p>`;
}

function reason(text: TemplateResult, { strings }: PageContext): TemplateResult {
  return html`<details class="why">
    <summary>${strings.why}</summary>
    ${text}
  </details>`;
}

/** The question in words, and a hint. */
function wording(ask: Ask, context: PageContext): { question: string; hint: string | undefined } {
  const { texts, strings, state } = context;
  if (ask.ask === 'gate')
    return { question: texts.gates?.[ask.gate.id]?.question ?? strings.madeGate, hint: undefined };
  const { variable } = ask.input;
  const { hint } = texts.variables[variable] ?? {};
  if (ask.ask === 'who') return { question: strings.madeWho(inputLabel(variable, context)), hint };
  const name = ask.member && memberName(ask.member, state.members, context);
  return { question: questionAbout(variable, name, context), hint };
}

/** What the pack says about it, and which results the answer can still change. */
function whyAsked(ask: Ask, context: PageContext): TemplateResult {
  const { texts, strings, standing } = context;
  const why =
    ask.ask === 'gate' ? texts.gates?.[ask.gate.id]?.why : texts.variables[ask.input.variable]?.why;
  const touched = standing.asks.find((one) => one.ask.key === ask.key)?.programmes ?? [];
  const titles = touched.map((id) => texts.programmes[id]?.title ?? id);
  return html`${why === undefined ? nothing : html`<p>${said(why, context)}</p>`}
  ${
    titles.length === 0
      ? nothing
      : html`<p>${strings.whyMoney}</p>
          <ul class="dots">
            ${titles.map((title) => html`<li>${said(title, context)}</li>`)}
          </ul>`
  }`;
}
