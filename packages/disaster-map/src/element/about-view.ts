import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, Credit, HazardLayer } from '../document.ts';
import { dataText, type PageContext, type WholeContext } from './context.ts';
import { copyLink } from './copy-link.ts';
import { creditList, row } from './credit-list.ts';
import { dataReport } from './data-report.ts';
import { layerCredits } from './layer-credits.ts';
import { safeLink } from '@yokoten/ui';
import { wholeContext } from './whole-context.ts';

/** Where everything on the page comes from, and what could not be shown. */
export function aboutView(page: PageContext): TemplateResult {
  const context = wholeContext(page);
  const { document, strings } = context;
  const {
    report,
    contacts,
    background,
    vector,
    boundary,
    addresses,
    state,
    layers,
    hazardLayers = [],
  } = document;
  return html`<article class="detail" aria-labelledby="about-title">
    <h2 id="about-title" tabindex="-1">${strings.about}</h2>
    <section>
      <h3>${strings.report}</h3>
      <p>${strings.reportRows(report.rows, report.shown, report.leftOut)}</p>
      ${report.url === undefined ? html`<p>${strings.reportFine}</p>` : dataReport(report.url, context)}
    </section>
    ${contacts === undefined ? nothing : contactList(contacts, context)}
    ${layerCredits(layers, context)} ${creditOf(strings.boundary, boundary?.credit, context)}
    ${creditOf(strings.background, vector?.credit, context)}
    ${creditOf(strings.background, background?.credit, context)}
    ${creditOf(strings.nearAddresses, addresses?.credit, context)}
    ${creditOf(strings.stateCredit, state?.credit, context)} ${rasterCredits(hazardLayers, context)}
    ${
      context.permalink
        ? html`<section>
            <h3>${strings.shareTitle}</h3>
            ${copyLink(context)}
          </section>`
        : nothing
    }
  </article>`;
}

function contactList(
  contacts: readonly Contact[],
  { strings, language }: WholeContext,
): TemplateResult {
  return html`<section>
    <h3>${strings.contacts}</h3>
    <dl>
      ${contacts.map(({ label, value, url }) =>
        row(dataText(label, language), url === undefined ? value : safeLink(url, value)),
      )}
    </dl>
  </section>`;
}

function creditOf(
  title: string,
  credit: Credit | undefined,
  context: WholeContext,
): TemplateResult | typeof nothing {
  if (credit === undefined) return nothing;
  return html`<section>
    <h3>${title}</h3>
    ${creditList(credit, context)}
  </section>`;
}

/** Rasters of one source and terms stand together. */
export function rasterCredits(
  rasters: readonly HazardLayer[],
  context: WholeContext,
): readonly TemplateResult[] {
  const { strings, language } = context;
  const groups = new Map<string, HazardLayer[]>();
  for (const raster of rasters) {
    const key = JSON.stringify(raster.credit);
    groups.set(key, [...(groups.get(key) ?? []), raster]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(
      ({ credit }) =>
        html`<section>
          <h3>${strings.raster}</h3>
          <ul>
            ${group.map(({ title }) => html`<li>${dataText(title, language)}</li>`)}
          </ul>
          ${creditList(credit, context)}
        </section>`,
    ),
  );
}
