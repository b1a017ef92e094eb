import { html, nothing, type TemplateResult } from 'lit';
import { handOver } from '../nearest/hand-over.ts';
import type { Entry } from '../state/entry.ts';
import type { WholeContext } from './context.ts';
import { nearLine } from './near-line.ts';

/** In the detail of a place: how far it is, and the hand-over to an app that knows the way. */
export function wayThere(entry: Entry, context: WholeContext): TemplateResult {
  const { strings } = context;
  const [lng, lat] = entry.place;
  const { app, web } = handOver([lng, lat]);
  const isDistant = context.state.near?.metres.has(entry.id) === true;
  return html`<h3>${strings.nearWay}</h3>
    ${
      isDistant
        ? html`<p>${nearLine(entry, context)}</p>
            <p class="note">${strings.nearHow}</p>`
        : nothing
    }
    <p class="way">
      <a href=${app} rel="noopener noreferrer" referrerpolicy="no-referrer"
        >${strings.nearWayApp}</a
      >
      <a href=${web} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
        >${strings.nearWayWeb}</a
      >
    </p>
    <p class="note">${strings.nearWayNote}</p>`;
}
