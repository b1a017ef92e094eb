import { safeLink } from '@yokoten/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { Result } from '../result/results.ts';
import { calendarButton } from './calendar-button.ts';
import { contactsView } from './contact-view.ts';
import { said, type WholeContext } from './context.ts';
import { deadlinesView } from './deadlines-view.ts';
import { detailsView } from './details-view.ts';
import { resultText } from './money-text.ts';
import { reasonView } from './reason-view.ts';
import { statusLine } from './results-view.ts';

/** One programme as a screen. */
export function programmeView(id: string, context: WholeContext): TemplateResult | typeof nothing {
  const { standing, strings, texts, go } = context;
  const result = standing.results.results.find(({ programme }) => programme.id === id);
  if (result === undefined) return nothing;
  const { title = id } = texts.programmes[id] ?? {};
  return html`<section
    class="card programme"
    data-screen="programme"
    data-key=${id}
    data-status=${result.status}
  >
    <h2 id="title" tabindex="-1">${said(title, context)}</h2>
    ${statusLine(result.status, context)} ${programmeParts(result, context)}
    ${result.status === 'not-eligible' ? nothing : calendarButton(result.programme, context)}
    <p class="buttons">
      <button class="wide" data-to-results @click=${() => go({ name: 'results' })}>
        ${strings.toResults}
      </button>
    </p>
  </section>`;
}

/** What, how much, why, until when, where to apply, what to bring, what to ask: on the screen and on paper. */
export function programmeParts(
  result: Result,
  context: WholeContext,
  isPaper = false,
): TemplateResult {
  const { strings, texts } = context;
  const { programme, status } = result;
  const words = texts.programmes[programme.id];
  const text = (heading: string, written: string | undefined): TemplateResult | typeof nothing =>
    written === undefined
      ? nothing
      : html`<section>
          <h3>${heading}</h3>
          <p>${said(written, context)}</p>
        </section>`;
  return html`
    ${words?.summary === undefined ? nothing : html`<p>${said(words.summary, context)}</p>`}
    ${status === 'not-eligible' ? nothing : howMuch(result, context)}
    ${reasonView(result, context, isPaper)} ${text(strings.who, words?.who)}
    <section>
      <h3>${strings.untilWhen}</h3>
      ${deadlinesView(programme, context)}
    </section>
    ${listPart(strings.bring, words?.documents, context)} ${wherePart(result, context)}
    <section>
      <h3>${strings.contact}</h3>
      ${contactsView(programme, context)}
    </section>
    ${listPart(strings.counter, words?.counter, context, strings.counterHint)}
  `;
}

function howMuch(result: Result, context: WholeContext): TemplateResult {
  const { strings, texts } = context;
  const amount = resultText(result, strings);
  const words = texts.programmes[result.programme.id]?.amount;
  return html`<section>
    <h3>${strings.howMuch}</h3>
    ${amount === undefined ? nothing : html`<p class="amount">${amount}</p>`}
    ${detailsView(result, context)}
    ${words === undefined ? nothing : html`<p>${said(words, context)}</p>`}
  </section>`;
}

function listPart(
  heading: string,
  items: readonly string[] | undefined,
  context: WholeContext,
  hint?: string,
): TemplateResult | typeof nothing {
  if (items === undefined || items.length === 0) return nothing;
  return html`<section>
    <h3>${heading}</h3>
    ${hint === undefined ? nothing : html`<p class="note">${hint}</p>`}
    <ul class="dots">
      ${items.map((item) => html`<li>${said(item, context)}</li>`)}
    </ul>
  </section>`;
}

function wherePart({ programme }: Result, context: WholeContext): TemplateResult | typeof nothing {
  const { strings, texts } = context;
  const { applyUrl, infoUrl } = programme;
  const where = texts.programmes[programme.id]?.where;
  if (where === undefined && applyUrl === undefined && infoUrl === undefined) return nothing;
  return html`<section>
    <h3>${strings.where}</h3>
    ${where === undefined ? nothing : html`<p>${said(where, context)}</p>`}
    ${applyUrl === undefined ? nothing : html`<p>${safeLink(applyUrl, strings.online)}</p>`}
    ${infoUrl === undefined ? nothing : html`<p>${safeLink(infoUrl, strings.readMore)}</p>`}
  </section>`;
}
