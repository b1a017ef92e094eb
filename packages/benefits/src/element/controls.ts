import type { Value } from '@yokoten/rules';
import { html, nothing, type TemplateResult } from 'lit';
import type { Ask } from '../ask/ask.ts';
import type { Answer } from '../ask/state.ts';
import { said, type AskContext } from './context.ts';
import { dateFields } from './date-fields.ts';
import { memberName } from './member-words.ts';
import { inputLabel, unitOf, valueText } from './words.ts';

/** Matches of a search that are shown; whoever needs another types on. */
const MOST_FOUND = 30;
/** More than this are searched, not listed. */
const MOST_LISTED = 20;

/** What a question is answered with; what was answered before is there again. */
export function controlFor(ask: Ask, context: AskContext): TemplateResult {
  const before = context.remembered.get(ask.key);
  if (ask.ask === 'value') return valueControl(ask, context, before);
  const { strings, texts } = context;
  if (ask.ask === 'who') {
    const ticked = before?.ask === 'who' ? before.members : undefined;
    const all = context.state.members;
    const rows = ask.members.map((one) => [one.id, memberName(one, all, context)] as const);
    return boxes(rows, strings.nobody, ticked, context);
  }
  const ticked = before?.ask === 'gate' ? before.variables : undefined;
  const rows = ask.inputs.map(
    ({ variable }) => [variable, said(inputLabel(variable, context), context)] as const,
  );
  const none = texts.gates?.[ask.gate.id]?.none;
  const alone = none === undefined ? strings.noneOfThese : said(none, context);
  return boxes(rows, alone, ticked, context);
}

function valueControl(
  ask: Extract<Ask, { ask: 'value' }>,
  context: AskContext,
  before: Answer | undefined,
): TemplateResult {
  const { input } = ask;
  const value = before?.ask === 'value' ? before.value : undefined;
  const shown = ask.values ?? input.values ?? [];
  // Of a municipality, those of the prefecture that was named: few enough to be listed.
  const control =
    input.control === 'place' && shown.length <= MOST_LISTED ? 'choice' : input.control;
  switch (control) {
    case 'yes-no':
      return choices([true, false], ask, context, value);
    case 'choice':
      return choices(shown, ask, context, value);
    case 'place':
      return placeControl(shown, ask, context, value);
    case 'date':
      return dateFields(typeof value === 'string' ? value : undefined, context);
    case 'number':
      return numberField(ask, context, value);
    case 'text':
      return textField(context, value);
  }
}

function choices(
  values: readonly Value[],
  { input }: Extract<Ask, { ask: 'value' }>,
  context: AskContext,
  chosen: Value | null | undefined,
): TemplateResult {
  const { strings } = context;
  const row = (value: Value | null, at: number | 'unsure'): TemplateResult =>
    html`<label class="choice"
      ><input type="radio" name="value" value=${at} .checked=${chosen === value} /><span
        >${value === null ? strings.unsure : said(valueText(input, value, context), context)}</span
      ></label
    >`;
  return html`<div class="choices">
    ${values.map((value) => row(value, (input.values ?? [true, false]).indexOf(value)))}
    ${row(null, 'unsure')}
  </div>`;
}

/** Of very many values those whose name is searched for. What an input method is still composing is not searched for. */
function placeControl(
  values: readonly Value[],
  ask: Extract<Ask, { ask: 'value' }>,
  context: AskContext,
  chosen: Value | null | undefined,
): TemplateResult {
  const { strings, query, search } = context;
  const find = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    search((event.target as HTMLInputElement).value);
  };
  const wanted = query.normalize('NFKC').trim();
  const matching =
    wanted === ''
      ? values.filter((value) => value === chosen)
      : values.filter((value) => valueText(ask.input, value, context).includes(wanted));
  return html`<label class="find"
      ><span>${strings.findName}</span
      ><input
        type="search"
        id="find"
        autocomplete="off"
        .value=${query}
        @input=${find}
        @compositionend=${find}
    /></label>
    <p class="note" role="status">${wanted === '' ? nothing : strings.found(matching.length)}</p>
    ${choices(matching.slice(0, MOST_FOUND), ask, context, chosen)}`;
}

function numberField(
  { input }: Extract<Ask, { ask: 'value' }>,
  context: AskContext,
  value: Value | null | undefined,
): TemplateResult {
  const unit = unitOf(input.variable, input.question.unit, context);
  return html`<div class="number">
    <input
      id="value"
      name="value"
      inputmode=${input.type === 'int' ? 'numeric' : 'decimal'}
      autocomplete="off"
      aria-labelledby="title unit"
      aria-describedby="hint mistake"
      aria-invalid=${context.mistake === undefined ? 'false' : 'true'}
      .value=${typeof value === 'number' ? String(value) : ''}
    /><span id="unit">${said(unit, context)}</span>
  </div>`;
}

function textField(context: AskContext, value: Value | null | undefined): TemplateResult {
  return html`<div class="number">
    <input
      name="value"
      autocomplete="off"
      aria-labelledby="title"
      aria-describedby="hint mistake"
      aria-invalid=${context.mistake === undefined ? 'false' : 'true'}
      .value=${typeof value === 'string' ? value : ''}
    />
  </div>`;
}

/** Boxes to tick, and two that stand alone: none, and not known. */
function boxes(
  rows: readonly (readonly [id: string, name: TemplateResult | string])[],
  none: TemplateResult | string,
  ticked: readonly string[] | null | undefined,
  { strings }: AskContext,
): TemplateResult {
  return html`<div class="choices" @change=${keepAlone}>
    ${rows.map(([id, name]) => box('ticked', id, name, ticked?.includes(id) === true))}
    ${box('alone', 'none', none, ticked?.length === 0)}
    ${box('alone', 'unsure', strings.unsure, ticked === null)}
  </div>`;
}

/** A box that stands alone takes back the others, and any other takes back those. */
function keepAlone(event: Event): void {
  const target = event.target as HTMLInputElement;
  if (!target.checked) return;
  const all = target.closest('.choices')?.querySelectorAll<HTMLInputElement>('input') ?? [];
  for (const one of all)
    if (one !== target && (target.name === 'alone' || one.name === 'alone')) one.checked = false;
}

function box(
  name: string,
  value: string,
  text: TemplateResult | string,
  checked: boolean,
): TemplateResult {
  return html`<label class="choice"
    ><input type="checkbox" name=${name} value=${value} .checked=${checked} /><span
      >${text}</span
    ></label
  >`;
}
