import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../record-view.ts';
import type { PageContext } from './context.ts';
import { type ReportedFinding, SHOWN } from './report.ts';

/**
 * Everything that was mended before it was shown: what was done to which column and how often, each of which opens to the
 * cells with what stood there before.
 */
export function ledgerView(
  context: PageContext,
  repairs: readonly ReportedFinding[],
): TemplateResult {
  const { strings } = context;
  return html`<p>${strings.repairsHow}</p>
    <ul class="ledger">
      ${groups(repairs).map((group) => groupView(context, group))}
    </ul>`;
}

/** The same repair of the same column, the most frequent first. */
function groups(repairs: readonly ReportedFinding[]): (readonly ReportedFinding[])[] {
  const byKind = new Map<string, ReportedFinding[]>();
  for (const repair of repairs) {
    const key = JSON.stringify([repair.code, repair.column]);
    const group = byKind.get(key);
    if (group === undefined) byKind.set(key, [repair]);
    else group.push(repair);
  }
  return [...byKind.values()].toSorted((a, b) => b.length - a.length);
}

function groupView(
  { strings, language }: PageContext,
  group: readonly ReportedFinding[],
): TemplateResult {
  const [first] = group;
  if (first === undefined) return html``;
  const left = group.length - SHOWN;
  return html`<li>
    <details>
      <summary>
        ${first.column === undefined ? nothing : html`<strong>${first.column}</strong> `}
        ${said(first.message, language)} ${strings.times(group.length)}
      </summary>
      <ul tabindex="0">
        ${group.slice(0, SHOWN).map(
          ({ cell, before = '', after = '' }) =>
            html`<li>
              <code>${cell}</code> <del>${before || strings.blank}</del> →
              <ins>${after || strings.blank}</ins>
            </li>`,
        )}
      </ul>
      ${left > 0 ? html`<p>${strings.further(left)}</p>` : nothing}
    </details>
  </li>`;
}
