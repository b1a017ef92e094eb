import { html, nothing, type TemplateResult } from 'lit';
import { nowStrings } from '../strings/now.ts';
import type { NowWatch } from './now-watch.ts';

/** What stands in the way of a newer state: that it did not arrive, or that ages cannot be trusted. */
export function nowProblem(
  { tracker }: NowWatch,
  language: string,
): TemplateResult | typeof nothing {
  const strings = nowStrings(language);
  const { problem, isHeard, isClockAhead } = tracker;
  if (problem === undefined && !isClockAhead) return nothing;
  return html`<div class="now-problem">
    ${
      problem === undefined
        ? nothing
        : html`<p>
            <strong>${isHeard ? strings.failed : strings.missing}</strong> ${strings.retrying}
            <small>${problem.code}</small>
          </p>`
    }
    ${isClockAhead ? html`<p><strong>${strings.clock}</strong></p>` : nothing}
  </div>`;
}
