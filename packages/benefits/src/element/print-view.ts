import { formatDate, japanDate } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import { answeredLines } from './answered.ts';
import { said, type WholeContext } from './context.ts';
import { moneyText } from './money-text.ts';
import { programmeParts } from './programme-view.ts';
import { reasonView } from './reason-view.ts';
import { statusLine } from './results-view.ts';

/** The sheet for the counter, A4: sums, answers, every result in full, where the rules are from. */
export function printView(context: WholeContext): TemplateResult {
  const { check, state, standing, strings, texts, language } = context;
  const { origin } = check.pack.rules;
  const lines = answeredLines(check, state, context);
  const { results } = standing.results;
  const totals = standing.results.totals.filter(({ money }) => money !== 'in-kind');
  return html`<article class="printed">
    <h1>${said(texts.title, context)}: ${strings.printTitle}</h1>
    ${check.pack.sample === true ? html`<p class="sample">${strings.sample}: ${strings.sampleText}</p>` : nothing}
    <p>
      ${strings.printedOn(formatDate(japanDate(new Date()), language))}
      ${strings.asOf(formatDate(check.date, language))} ${strings.notDecision} ${strings.printNote}
    </p>
    ${
      totals.length === 0
        ? nothing
        : html`<ul>
            ${totals.map((sum) => html`<li>${moneyText(sum, sum.money, strings)}</li>`)}
          </ul>`
    }
    <section>
      <h2>${strings.printAnswers}</h2>
      <dl class="facts">
        ${lines.map(
          ({ label, text }) =>
            html`<div>
              <dt>${said(label, context)}</dt>
              <dd>${said(text, context)}</dd>
            </div>`,
        )}
      </dl>
    </section>
    ${results.map(
      (result) =>
        html`<section class="sheet" data-status=${result.status}>
          <h2>
            ${said(texts.programmes[result.programme.id]?.title ?? result.programme.id, context)}
          </h2>
          ${statusLine(result.status, context)}
          ${
            result.status === 'not-eligible'
              ? reasonView(result, context)
              : programmeParts(result, context, true)
          }
        </section>`,
    )}
    <p>
      ${origin.name} ${origin.version} ${origin.licence} ${origin.source}
      ${texts.notice === undefined ? nothing : said(texts.notice, context)}
    </p>
  </article>`;
}
