import { html, nothing, type TemplateResult } from 'lit';
import type { FieldRole, Fit } from '../document.ts';
import { fitOf, type Entry } from '../state/entry.ts';
import { dataText, japanese, type PageContext, type WholeContext } from './context.ts';
import { copyLink } from './copy-link.ts';
import { creditList, row } from './credit-list.ts';
import { fitBadge } from './fit-badge.ts';
import { markIcon } from './mark-icon.ts';
import { neighbours } from './neighbours.ts';
import { photoView } from './photo-view.ts';
import { wayThere } from './way-there.ts';
import { phoneLink, safeLink } from '@yokoten/ui';
import { wholeContext } from './whole-context.ts';

/** Everything known about one place, with the source of it. Stands where the list was. */
export function detailView(entry: Entry, page: PageContext): TemplateResult {
  const context = wholeContext(page);
  const { language, strings, permalink } = context;
  const { name, layer, place } = entry;
  const [lng, lat, , , values] = place;
  return html`<article class="detail" aria-labelledby="detail-name">
    <div class="detail-title">
      ${markIcon(layer)}
      <div>
        <h2 id="detail-name" tabindex="-1">${japanese(name, language)}</h2>
        <p class="place-layer">${dataText(layer.title, language)}</p>
      </div>
    </div>
    ${photoView(entry, context)} ${hazardRows(entry, context)}
    ${context.now.write((now) => now.detail(entry, context))}
    ${layer.note === undefined ? nothing : html`<p class="note">${dataText(layer.note, language)}</p>`}
    <dl>
      ${layer.fields.map(({ label, role }, index) => {
        const value = values[index] ?? undefined;
        return value === undefined || role === 'photo'
          ? nothing
          : row(dataText(label, language), cellText(value, role, language));
      })}
      ${row(strings.position, `${lat.toFixed(6)}, ${lng.toFixed(6)}`)}
    </dl>
    ${wayThere(entry, context)} ${neighbours(entry, context)}
    ${permalink ? copyLink(context) : nothing}
    <h3>${strings.creditTitle}</h3>
    ${creditList(layer.credit, context)}
  </article>`;
}

/** What the place is designated for: the chosen hazard first, then what is known, then in one line what is not. */
function hazardRows(
  entry: Entry,
  { document, state, strings, language }: WholeContext,
): TemplateResult | typeof nothing {
  const said = document.hazards.filter((hazard) => fitOf(entry, hazard) !== undefined);
  if (said.length === 0) return nothing;
  const chosen = said.filter((hazard) => hazard === state.hazard);
  const others = said.filter((hazard) => hazard !== state.hazard);
  const known = others.filter((hazard) => fitOf(entry, hazard) !== '?');
  const unknown = others
    .filter((hazard) => fitOf(entry, hazard) === '?')
    .map((hazard) => strings.hazards[hazard]);
  const item = (name: string, fit: Fit | undefined, isChosen = false): TemplateResult =>
    html`<li class=${isChosen ? 'chosen' : ''}>
      <span>${strings.fitFor(name)}</span> ${fitBadge(fit, strings)}
    </li>`;
  return html`<h3 class="unseen">${strings.fitsTitle}</h3>
    <ul class="fits">
      ${chosen.map((hazard) => item(strings.hazards[hazard], fitOf(entry, hazard), true))}
      ${known.map((hazard) => item(strings.hazards[hazard], fitOf(entry, hazard)))}
      ${unknown.length === 0 ? nothing : item(new Intl.ListFormat(language).format(unknown), '?')}
    </ul>`;
}

function cellText(value: string, role: FieldRole, language: string): TemplateResult | string {
  const shown = japanese(value, language);
  if (role === 'url') return safeLink(value, shown);
  const phone = role === 'phone' ? phoneLink(value) : value;
  return phone === value ? shown : phone;
}
