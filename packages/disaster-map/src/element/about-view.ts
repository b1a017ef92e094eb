import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { dataText, type PageContext } from './context.ts';
import { creditList } from './credit-list.ts';
import { safeLink } from './safe-link.ts';

/** Where everything on the page comes from, and what could not be shown. */
export function aboutView(context: PageContext): TemplateResult {
  const { document, state, strings, dispatch } = context;
  const { language } = state;
  const { report, contacts, background, boundary, layers } = document;
  const section = (title: unknown, credit: Parameters<typeof creditList>[0]): TemplateResult =>
    html`<section>
      <h3>${title}</h3>
      ${creditList(credit, context)}
    </section>`;
  return html`<article class="detail" aria-labelledby="about-title">
    <button class="plain back" @click=${() => dispatch({ type: 'panel', panel: 'list' })}>
      ${strings.back}
    </button>
    <h2 id="about-title" tabindex="-1">${strings.about}</h2>
    <section>
      <h3>${strings.report}</h3>
      <p>${strings.reportRows(report.rows, report.shown, report.leftOut)}</p>
      ${
        report.url === undefined
          ? html`<p>${strings.reportFine}</p>`
          : until(findings(report.url, context), html`<p>${strings.reportLoading}</p>`)
      }
    </section>
    ${layers.map(({ title, credit }) => section(dataText(title, language), credit))}
    ${boundary === undefined ? nothing : section(strings.boundary, boundary.credit)}
    ${background === undefined ? nothing : section(strings.background, background.credit)}
    ${
      contacts === undefined
        ? nothing
        : html`<section>
            <h3>${strings.contacts}</h3>
            <dl>
              ${contacts.map(
                ({ label, value, url }) =>
                  html`<div>
                    <dt>${dataText(label, language)}</dt>
                    <dd>${url === undefined ? value : safeLink(url, value)}</dd>
                  </div>`,
              )}
            </dl>
          </section>`
    }
  </article>`;
}

interface Finding {
  readonly file: string;
  readonly row?: number;
  readonly cell?: string;
  readonly severity: string;
  readonly code: string;
  readonly message: { readonly ja: string; readonly en?: string };
}

const loaded = new Map<string, Promise<TemplateResult>>();

function findings(url: string, context: PageContext): Promise<TemplateResult> {
  const key = `${url} ${context.state.language}`;
  const known = loaded.get(key) ?? load(url, context);
  loaded.set(key, known);
  return known;
}

async function load(url: string, { state, strings }: PageContext): Promise<TemplateResult> {
  try {
    const response = await fetch(url);
    const { problems } = (await response.json()) as { problems: readonly Finding[] };
    return html`<ul class="findings">
      ${problems.map(
        ({ file, row, cell, message, code }) =>
          html`<li>
            <strong>${file} ${strings.reportWhere(row)} ${cell ?? ''}</strong><br />
            ${dataText(message, state.language)} <small>${code}</small>
          </li>`,
      )}
    </ul>`;
  } catch {
    return html`<p>${strings.reportFailed}</p>`;
  }
}
