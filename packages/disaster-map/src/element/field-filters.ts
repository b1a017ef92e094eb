import { html, nothing, type TemplateResult } from 'lit';
import type { FilterCount } from '../state/filter-counts.ts';
import { dataText, type PageContext } from './context.ts';

/** One choice for each column to filter by, with how many places each would leave. */
export function fieldFilters(context: PageContext): TemplateResult | typeof nothing {
  const { counts } = context;
  if (counts.length === 0) return nothing;
  return html`<div class="filters">${counts.map((count) => choice(count, context))}</div>`;
}

function choice(
  { filter: { header, label, values }, all, byValue }: FilterCount,
  { state, strings, language, dispatch }: PageContext,
): TemplateResult {
  const chosen = state.filters.get(header);
  const choose = ({ target }: Event): void => {
    const at = Number((target as HTMLSelectElement).value);
    const value = values[at];
    dispatch({ type: 'filter', header, ...(value !== undefined && { value }) });
  };
  const lang = language === 'ja' ? nothing : 'ja';
  return html`<label class="filter">
    <span>${dataText(label, language)}</span>
    <select data-filter=${header} @change=${choose}>
      <option value="-1" .selected=${chosen === undefined}>
        ${strings.choice(strings.anyValue, all)}
      </option>
      ${values.map(
        (value, at) =>
          html`<option value=${at} lang=${lang} .selected=${value === chosen}>
            ${strings.choice(value, byValue.get(value) ?? 0)}
          </option>`,
      )}
    </select>
  </label>`;
}
