import { formatDate } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { Result, Status } from '../core.ts';
import { said, type WholeContext } from './context.ts';
import { moneyText, resultText } from './money-text.ts';
import { statusMark } from './status-mark.ts';

/** All results, what pays most first, and where to go from there. */
export function resultsView(context: WholeContext): TemplateResult {
  const { standing, strings, go } = context;
  const { results, settled } = standing.results;
  const open = results.length - settled;
  return html`<section class="card" data-screen="results">
    <h2 id="title" tabindex="-1">${strings.results}</h2>
    <p class="hint">
      ${standing.next === undefined ? strings.allAnswered : nothing}
      ${open > 0 ? strings.stillOpen(open) : nothing} ${strings.resultsHint}
    </p>
    ${totals(context)}
    <ul class="results">
      ${results.map((result) => resultItem(result, context))}
    </ul>
    <p class="note">${strings.notDecision} ${asOf(context)}</p>
    <p class="buttons">
      ${
        standing.next === undefined
          ? nothing
          : html`<button class="main" data-go-on @click=${() => go({ name: 'ask' })}>
              ${strings.goOn}
            </button>`
      }
      <button class="wide" data-what-if @click=${() => go({ name: 'what-if' })}>
        ${strings.whatIf}
      </button>
      ${
        context.share
          ? html`<button class="wide" data-save @click=${() => go({ name: 'save' })}>
              ${strings.save}
            </button>`
          : nothing
      }
      <button class="wide" data-print @click=${() => print()}>${strings.print}</button>
    </p>
  </section>`;
}

function asOf({ check, strings, language }: WholeContext): string {
  return strings.asOf(formatDate(check.date, language));
}

function totals({ standing, strings }: WholeContext): TemplateResult | typeof nothing {
  const sums = standing.results.totals.filter(
    ({ count, money }) => count > 1 && money !== 'in-kind',
  );
  if (sums.length === 0) return nothing;
  return html`<section class="totals" aria-labelledby="totals-title">
    <h3 id="totals-title">${strings.totals}</h3>
    <ul>
      ${sums.map((sum) => html`<li>${moneyText(sum, sum.money, strings)}</li>`)}
    </ul>
    <p class="note">${strings.totalsHint}</p>
  </section>`;
}

function resultItem(result: Result, context: WholeContext): TemplateResult {
  const { strings, texts, go } = context;
  const { programme, status } = result;
  const { id } = programme;
  const amount = resultText(result, strings);
  const { title = id, summary, deadlines = {} } = texts.programmes[id] ?? {};
  const [until] = Object.values(deadlines);
  return html`<li class="result" data-status=${status} data-programme=${id}>
    <h3>${said(title, context)}</h3>
    ${statusLine(status, context)}
    ${
      amount !== undefined && (status === 'eligible' || status === 'unknown')
        ? html`<p class="amount">${amount}</p>`
        : nothing
    }
    ${summary === undefined ? nothing : html`<p class="summary">${said(summary, context)}</p>`}
    ${
      until === undefined || status === 'not-eligible'
        ? nothing
        : html`<p class="note">${strings.until}: ${said(until, context)}</p>`
    }
    <button
      class="plain"
      data-details=${id}
      aria-label=${strings.detailsOf(title)}
      @click=${() => go({ name: 'programme', id })}
    >
      ${strings.details}
    </button>
  </li>`;
}

/** How a result stands: a mark, a word, and what that means. */
export function statusLine(status: Status, { strings }: WholeContext): TemplateResult {
  return html`<p class="status">
    ${statusMark(status)}<strong>${strings.standings[status]}</strong>
    <span class="note">${strings.standingHints[status]}</span>
  </p>`;
}
