import { safeLink, textIn } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { LegalSource } from '../model/source.ts';
import type { WholeContext } from './context.ts';
import { lawDay } from './law-day.ts';

/** Laws and other sources, each with its article and, where that is known, since when it reads so. */
export function sourcesView(
  sources: readonly LegalSource[],
  context: WholeContext,
): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  return html`<ul class="sources">
    ${sources.map((source) => html`<li>${sourceLine(source, context)}</li>`)}
  </ul>`;
}

function sourceLine(
  { title, article, url, from, to }: LegalSource,
  { language, strings }: WholeContext,
): TemplateResult {
  const found = textIn(title, language);
  const name = `${found.text}${article === undefined ? '' : ` ${article}`}`;
  const dates = [
    ...(from.startsWith('0001') ? [] : [strings.since(lawDay(from, language))]),
    ...(to === undefined ? [] : [strings.validUntil(lawDay(to, language))]),
  ];
  return html`<span lang=${found.language === language ? nothing : found.language}
      >${url === undefined ? name : safeLink(url, name)}</span
    >
    <span class="note">${dates.join(strings.comma)}</span>`;
}
