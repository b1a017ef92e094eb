import { html, nothing, type TemplateResult } from 'lit';
import { answerOf } from '../nearest/needs.ts';
import type { Entry } from '../state/entry.ts';
import type { PageContext } from './context.ts';
import { walkText } from './near-text.ts';
import { wholeContext } from './whole-context.ts';

/** In a list item: how far, and whether there is what is needed; nothing as long as nobody asked. */
export function nearLine(entry: Entry, page: PageContext): TemplateResult | typeof nothing {
  const context = wholeContext(page);
  const { near } = context.state;
  const metres = near?.metres.get(entry.id);
  if (near === undefined || metres === undefined) return nothing;
  const { strings } = context;
  const said = [...near.needs].map((need) =>
    strings.nearNeedSaid(strings.nearNeed[need], strings.nearAnswer[answerOf(entry, need)]),
  );
  return html`<span class="place-walk">${[walkText(metres, strings), ...said].join(' / ')}</span>`;
}
