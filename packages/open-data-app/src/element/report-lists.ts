import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../record-view.ts';
import type { PageContext } from './context.ts';

/** One finding or repair of the data report, as far as the page shows it. */
export interface ReportedFinding {
  readonly code?: string;
  readonly row?: number;
  readonly column?: string;
  readonly cell?: string;
  readonly before?: string;
  readonly after?: string;
  readonly message: { readonly ja: string; readonly en?: string };
}

/** Entries of one list that are written out. */
const SHOWN = 200;

/** What is left for a person to mend, cell by cell. */
export function findingList(
  { strings, language }: PageContext,
  found: readonly ReportedFinding[],
): TemplateResult {
  const left = found.length - SHOWN;
  return html`<ul class="findings" tabindex="0">
      ${found
        .slice(0, SHOWN)
        .map(
          ({ row, cell, message }) =>
            html`<li>
              ${row === undefined ? nothing : html`<strong>${strings.row(row)}</strong> `}
              ${cell === undefined ? nothing : html`<code>${cell}</code> `}
              ${said(message, language)}
            </li>`,
        )}
    </ul>
    ${left > 0 ? html`<p>${strings.further(left)}</p>` : nothing}`;
}

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
