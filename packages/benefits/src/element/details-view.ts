import { readable } from '@yokoten/rules';
import { html, nothing, type TemplateResult } from 'lit';
import type { Result } from '../core.ts';
import { periodAt } from '../open/questions.ts';
import { said, type WholeContext } from './context.ts';
import { reasonLabel, shownValue } from './reason-words.ts';

/** What is shown beside the figure, of each member it concerns: what a visit to the doctor then costs. Only once it is settled. */
export function detailsView(
  { programme, settled }: Result,
  context: WholeContext,
): TemplateResult | typeof nothing {
  const { details = [] } = programme;
  if (!settled || details.length === 0) return nothing;
  return html`<dl class="facts">
    ${details.flatMap((variable) =>
      detailRows(variable, programme.output, context).map(
        ([label, text]) =>
          html`<div>
            <dt>${said(label, context)}</dt>
            <dd>${said(text, context)}</dd>
          </div>`,
      ),
    )}
  </dl>`;
}

/** A value for the household, or one for each member for whom the programme is something. */
function detailRows(
  variable: string,
  output: string,
  context: WholeContext,
): (readonly [label: string, text: string])[] {
  const { check, standing, state } = context;
  const { simulation } = standing.facts;
  const { pack } = simulation;
  const columnOf = (name: string): ArrayLike<number | string> =>
    simulation.calculate(name, periodAt(check.pack.rules, name, check.date));
  const described = pack.variable(pack.indexOf(variable));
  const values = columnOf(variable);
  const isPersons = pack.entityOf(described) === pack.person;
  const paid = isPersons ? columnOf(output) : [1];
  return Array.from({ length: values.length }, (_, at) => at)
    .filter((at) => paid.length !== values.length || Number(paid[at]) > 0)
    .map((at) => {
      const member = isPersons ? state.members[at] : undefined;
      const value = readable(described, values[at] ?? 0);
      return [
        reasonLabel({ variable, ...(member && { member }) }, context),
        shownValue(variable, value, context),
      ];
    });
}
