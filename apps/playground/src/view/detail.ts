import { html, nothing, type TemplateResult } from 'lit';
import { datasets, type DatasetId } from '@yokoten/standard/datasets';
import type { Summary } from '../protocol.ts';
import type { Item } from '../state.ts';
import { inLanguage } from '../strings/strings.ts';
import { type Context, figure } from './context.ts';
import { downloads } from './downloads.ts';
import { nameOf } from './file-list.ts';
import { icon } from './icons.ts';
import { panes } from './panes.ts';
import { refused } from './refused.ts';

/** One file: what it is, what can be taken home, its report and map. */
export function detail(context: Context, item: Item): TemplateResult {
  const { words } = context;
  const { status } = item;
  const summary = status.kind === 'done' ? status.summary : undefined;
  return html`<section class="detail" aria-labelledby="result">
    <div class="about">
      <div>
        <h2 id="result" tabindex="-1">${nameOf(item, words.sample)}</h2>
        ${summary === undefined ? nothing : html`<p class="identity">${what(context, summary)}</p>`}
      </div>
      ${summary === undefined ? nothing : settings(context, item, summary)}
    </div>
    ${content(context, item)}
  </section>`;
}

function content(context: Context, item: Item): TemplateResult {
  const { words, acts } = context;
  const { status } = item;
  switch (status.kind) {
    case 'waiting':
    case 'working': {
      const step = status.kind === 'working' ? words.steps[status.step] : words.waiting;
      const done = status.kind === 'working' ? status.done : 0;
      return html`<div class="working">
        <p>${step}</p>
        <progress max="1" .value=${done} aria-label=${step}></progress>
        <button class="secondary" @click=${() => acts.remove(item.id)}>${words.cancel}</button>
      </div>`;
    }
    case 'refused':
      return refused(context, item, status.refusal);
    case 'done':
      return examined(context, item, status.summary);
  }
}

function settings(context: Context, item: Item, summary: Summary): TemplateResult {
  return html`<div class="settings">
    ${summary.parts.length > 1 ? partChoice(context, item, summary) : nothing}
    ${datasetChoice(context, item)}
  </div>`;
}

function examined(context: Context, item: Item, summary: Summary): TemplateResult {
  const { words } = context;
  const counts = [
    [words.errors, summary.errors, 'bad'],
    [words.warnings, summary.warnings, 'care'],
    [words.questions, summary.questions, 'ask'],
    [words.changes, summary.changes, 'good'],
  ] as const;
  return html`<dl class="counts">
      ${counts.map(
        ([label, count, tone]) =>
          html`<div data-tone=${count === 0 ? 'none' : tone}>
            <dt>${label}</dt>
            <dd>${figure(count, context)}</dd>
          </div>`,
      )}
    </dl>
    ${downloads(context, item, summary)} ${panes(context, item)}`;
}

function what(context: Context, { dataset, confidence, rows }: Summary): string {
  const { state, words } = context;
  const name =
    dataset === null
      ? [words.noDataset]
      : [
          `${dataset.number} ${inLanguage(dataset.title, state.language)}`,
          words.sure(Math.floor(confidence * 100)),
          ...(dataset.certainty === 'inferred' ? [words.inferred] : []),
        ];
  return [...name, words.rows(rows, figure(rows, context))].join(
    state.language === 'ja' ? '、' : ', ',
  );
}

function datasetChoice({ state, words, acts }: Context, item: Item): TemplateResult {
  const changed = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    acts.setDataset(
      item.id,
      datasets.find(({ id }) => id === value)?.id satisfies DatasetId | undefined,
    );
  };
  return html`<label class="choice">
    <span class="label">${words.dataset}</span>
    <select @change=${changed}>
      <option value="" .selected=${item.as === undefined}>${words.automatic}</option>
      ${datasets.map(
        ({ id, number, title }) =>
          html`<option value=${id} .selected=${item.as === id}>
            ${number} ${inLanguage(title, state.language)}
          </option>`,
      )}
    </select>
  </label>`;
}

function partChoice(
  { words, acts }: Context,
  item: Item,
  { part, parts }: Summary,
): TemplateResult {
  const changed = ({ target }: Event): void =>
    acts.setPart(item.id, (target as HTMLSelectElement).value);
  return html`<label class="choice">
    <span class="label">${words.part}</span>
    <select @change=${changed}>
      ${parts.map((one) => html`<option value=${one} .selected=${one === part}>${one}</option>`)}
    </select>
  </label>`;
}

/** The button for paper, where there is something to print. */
export function printButton({ words, acts }: Context): TemplateResult {
  return html`<button class="secondary" @click=${acts.print}>
    ${icon('print')}${words.print}
  </button>`;
}
