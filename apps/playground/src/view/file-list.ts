import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from '../protocol.ts';
import type { Item } from '../state.ts';
import { inLanguage } from '../strings/strings.ts';
import type { Context } from './context.ts';
import { icon } from './icons.ts';

/** Every file with what it is and how good it is; the one that is looked at is marked. */
export function fileList(context: Context): TemplateResult {
  const { state, words } = context;
  return html`<section aria-labelledby="files">
    <h2 id="files" class="label">${words.files}</h2>
    <ul class="files">
      ${state.items.map((item) => entry(context, item))}
    </ul>
  </section>`;
}

function entry(context: Context, item: Item): TemplateResult {
  const { state, words, acts } = context;
  const isOpen = item.id === state.selected;
  return html`<li class="file" ?data-open=${isOpen}>
    <button class="file-open" aria-current=${isOpen} @click=${() => acts.select(item.id)}>
      <span class="file-name">${nameOf(item, words.sample)}</span>
      ${about(context, item)}
    </button>
    <button
      class="bare"
      aria-label=${`${words.close}: ${item.name}`}
      title=${words.close}
      @click=${() => acts.remove(item.id)}
    >
      ${icon('close')}
    </button>
  </li>`;
}

/** A file's name, set apart from the text around it; ours carries 見本. */
export function nameOf({ name, isSample }: Item, sample: string): TemplateResult {
  return html`<bdi>${name}</bdi>${isSample ? html` <em class="badge">${sample}</em>` : nothing}`;
}

function about({ state, words }: Context, { status }: Item): TemplateResult {
  switch (status.kind) {
    case 'waiting':
      return html`<span class="small">${words.waiting}</span>`;
    case 'working':
      return html`<span class="small">${words.steps[status.step]}</span>
        <progress max="1" .value=${status.done} aria-label=${words.steps[status.step]}></progress>`;
    case 'refused':
      return html`<span class="small bad">${words.refused}</span>`;
    case 'done': {
      const { dataset } = status.summary;
      const title = dataset === null ? words.noDataset : inLanguage(dataset.title, state.language);
      return html`<span class="small">${title}</span> ${score(status.summary, words.points)}`;
    }
  }
}

function score({ points }: Summary, say: (points: number) => string): TemplateResult {
  return points.published === points.corrected
    ? html`<span class="score">${say(points.published)}</span>`
    : html`<span class="score"
        >${say(points.published)} → <strong>${say(points.corrected)}</strong></span
      >`;
}
