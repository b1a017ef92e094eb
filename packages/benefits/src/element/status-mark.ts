import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Status } from '../core.ts';

/** Four shapes, so that a result is told apart without its colour. */
const SHAPES: Readonly<Record<Status, SVGTemplateResult>> = {
  eligible: svg`<circle cx="12" cy="12" r="9"></circle><path d="M7.5 12.5l3 3 6-7"></path>`,
  'not-eligible': svg`<circle cx="12" cy="12" r="9"></circle><path d="M8.5 8.5l7 7M15.5 8.5l-7 7"></path>`,
  unknown: svg`<circle cx="12" cy="12" r="9" stroke-dasharray="3 3"></circle><path d="M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 17v.2"></path>`,
  zero: svg`<circle cx="12" cy="12" r="9"></circle><ellipse cx="12" cy="12" rx="3" ry="4.5"></ellipse>`,
};

/** The mark of a result. The word beside it says the same. */
export function statusMark(status: Status): TemplateResult {
  return html`<svg class="line mark" viewBox="0 0 24 24" aria-hidden="true">
    ${SHAPES[status]}
  </svg>`;
}
