import { html, nothing, type TemplateResult } from 'lit';
import type { Ask, HouseholdAsk } from '../ask/ask.ts';
import { jaAsk } from '../strings/ja-ask.ts';
import { type Asked, type AskContext, type PageContext, said } from './context.ts';
import { controlFor } from './controls.ts';
import { dateFields, readDate } from './date-fields.ts';
import { memberName } from './member-words.ts';
import { readAnswer, unsureAnswer } from './read-answer.ts';
import { inputLabel, questionAbout } from './words.ts';

/** Every question but the first. */
type LaterAsk = Ask | Extract<HouseholdAsk, { ask: 'birth' }>;

/** The form of a question: what is asked, why, and what it is answered with. */
export function questionForm(ask: LaterAsk, page: PageContext, asked: Asked): TemplateResult {
  const strings = { ...jaAsk, ...page.strings };
  const context: AskContext = { ...page, ...asked, strings };
  return ask.ask === 'birth' ? birthForm(ask, context) : answerForm(ask, context);
}

function birthForm(
  { member }: Extract<HouseholdAsk, { ask: 'birth' }>,
  context: AskContext,
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

function answerForm(ask: Ask, context: AskContext): TemplateResult {
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

function buttons({ strings }: AskContext, unsure: (() => void) | undefined): TemplateResult {
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
function mistakeNote({ mistake }: AskContext): TemplateResult {
  return html`<p id="mistake" class="mistake" role="alert">${mistake ?? nothing}</p>`;
}

function reason(text: TemplateResult, { strings }: AskContext): TemplateResult {
  return html`<details class="why">
    <summary>${strings.why}</summary>
    ${text}
  </details>`;
}

/** The question in words, and a hint. */
function wording(ask: Ask, context: AskContext): { question: string; hint: string | undefined } {
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
function whyAsked(ask: Ask, context: AskContext): TemplateResult {
  const { texts, strings, asking } = context;
  const why =
    ask.ask === 'gate' ? texts.gates?.[ask.gate.id]?.why : texts.variables[ask.input.variable]?.why;
  const touched = asking.asks.find((one) => one.ask.key === ask.key)?.programmes ?? [];
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
