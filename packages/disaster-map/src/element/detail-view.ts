import { html, nothing, type TemplateResult } from 'lit';
import { fitOf, type Entry } from '../state/entry.ts';
import type { Field } from '../document.ts';
import { dataText, japanese, type DetailContext } from './context.ts';
import { creditList } from './credit-list.ts';
import { fitBadge } from './fit-badge.ts';
import { markIcon } from './mark-icon.ts';
import { phoneLink, safeLink } from './safe-link.ts';

/** Everything known about one place, with the source of it. Stands where the list was. */
export function detailView(context: DetailContext): TemplateResult {
  const { entry, state, strings, dispatch } = context;
  const { name, layer, place } = entry;
  const [lng, lat, , , values] = place;
  const { language } = state;
  return html`<article class="detail" aria-labelledby="detail-name">
    <button class="plain back" @click=${() => dispatch({ type: 'select', id: undefined })}>
      ${strings.back}
    </button>
    <h2 id="detail-name" tabindex="-1">
      ${markIcon(layer.icon, layer.kind, layer.color)} ${japanese(name, language)}
    </h2>
    <p class="place-layer">${dataText(layer.title, language)}</p>
    ${layer.note === undefined ? nothing : html`<p class="note">${dataText(layer.note, language)}</p>`}
    ${hazardRows(context)}
    <dl>
      ${layer.fields.map((field, index) => fieldRow(field, values[index], language))}
      <div>
        <dt>${strings.position}</dt>
        <dd>${lat.toFixed(6)}, ${lng.toFixed(6)}</dd>
      </div>
    </dl>
    <button class="wide" data-copy @click=${(event: Event) => copyLink(event, strings)}>
      ${strings.copyLink}
    </button>
    <h3>${strings.source}</h3>
    ${creditList(layer.credit, context)}
  </article>`;
}

function hazardRows({
  entry,
  document,
  state,
  strings,
}: DetailContext): TemplateResult | typeof nothing {
  const said = document.hazards.filter((hazard) => fitOf(entry, hazard) !== undefined);
  if (said.length === 0) return nothing;
  return html`<ul class="fits">
    ${said.map(
      (hazard) =>
        html`<li class=${hazard === state.hazard ? 'chosen' : ''}>
          <span>${strings.fitFor(strings.hazards[hazard])}</span>
          ${fitBadge(fitOf(entry, hazard), strings)}
        </li>`,
    )}
  </ul>`;
}

function fieldRow(
  { label, role }: Field,
  value: Entry['place'][4][number] | undefined,
  language: string,
): TemplateResult | typeof nothing {
  if (value === null || value === undefined) return nothing;
  const shown =
    role === 'phone'
      ? phoneLink(value)
      : role === 'url'
        ? safeLink(value)
        : japanese(value, language);
  return html`<div>
    <dt>${dataText(label, language)}</dt>
    <dd>${shown}</dd>
  </div>`;
}

async function copyLink(event: Event, strings: DetailContext['strings']): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  await navigator.clipboard.writeText(location.href);
  button.textContent = strings.linkCopied;
}
