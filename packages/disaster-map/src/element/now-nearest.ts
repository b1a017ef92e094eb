import { html, nothing, type TemplateResult } from 'lit';
import { answerOf } from '../nearest/needs.ts';
import { fitOf } from '../state/entry.ts';
import { nowStrings } from '../strings/now.ts';
import { japanese, type PageContext } from './context.ts';
import { nowLine } from './now-line.ts';
import type { NowWatch } from './now-watch.ts';

/**
 * The nearest place that is certainly open, designated for the chosen hazard and with all that is needed; nothing where
 * that is the first of the list, which is said already, or where none is.
 *
 * @param walk a distance in metres as distance and minutes on foot
 */
export function nowNearest(
  watch: NowWatch,
  context: PageContext,
  walk: (metres: number) => string,
): TemplateResult | typeof nothing {
  const { ordered, language } = context;
  const { near, openings, hazard } = context.state;
  if (near === undefined || openings === undefined) return nothing;
  const found = ordered.find(
    (entry) =>
      openings.get(entry.id) === 'open' &&
      (hazard === undefined || fitOf(entry, hazard) === 'o') &&
      [...near.needs].every((need) => answerOf(entry, need) === 'yes'),
  );
  const metres = found && near.metres.get(found.id);
  if (found === undefined || metres === undefined || found === ordered[0]) return nothing;
  return html`<p>
      ${japanese(nowStrings(language).nearestOpen(found.name, walk(metres)), language)}
    </p>
    ${nowLine(watch, found, context)}`;
}
