import type { LngLat } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { HazardLayer } from '../document.ts';
import { hazardAt, type HazardReading } from '../hazards/hazard-at.ts';
import { rasterCredits } from './about-view.ts';
import { dataText, japanese, type PageContext, type WholeContext } from './context.ts';
import { swatch } from './hazard-legend.ts';
import type { NearStart } from './near-start.ts';
import { wholeContext } from './whole-context.ts';

const readings = new WeakMap<LngLat, readonly HazardReading[] | 'reading'>();

/** What every hazard raster of the town says about one place, in words. Stands where the list was. */
export function pointView(at: LngLat, page: PageContext, near: NearStart): TemplateResult {
  const context = wholeContext(page);
  const { document, strings } = context;
  const { hazardLayers = [] } = document;
  const [lng, lat] = at;
  return html`<article class="detail" aria-labelledby="point-title">
    <h2 id="point-title" tabindex="-1">
      ${hazardLayers.length === 0 ? strings.pointPlain : strings.pointTitle}
    </h2>
    <p>${strings.position}: ${lat.toFixed(5)}, ${lng.toFixed(5)}</p>
    <button class="wide" data-near-here @click=${() => void near.from(at)}>
      ${strings.nearHere}
    </button>
    ${hazardLayers.length === 0 ? nothing : hazardsAt(at, hazardLayers, context)}
  </article>`;
}

function hazardsAt(
  at: LngLat,
  layers: readonly HazardLayer[],
  context: WholeContext,
): TemplateResult {
  const { strings } = context;
  if (!readings.has(at)) void read(at, layers, context);
  const answers = readings.get(at) ?? 'reading';
  return html`<p class="note">${strings.pointNote}</p>
    <p role="status" class=${answers === 'reading' ? '' : 'unseen'}>
      ${answers === 'reading' ? strings.reading : strings.readingDone}
    </p>
    ${answers === 'reading' ? nothing : answerList(at, answers, context)}
    ${rasterCredits(layers, context)}`;
}

async function read(
  at: LngLat,
  layers: readonly HazardLayer[],
  { redraw }: WholeContext,
): Promise<void> {
  readings.set(at, 'reading');
  readings.set(at, await hazardAt(at, layers));
  redraw();
}

function answerList(
  at: LngLat,
  answers: readonly HazardReading[],
  context: WholeContext,
): TemplateResult {
  const { strings, language, dispatch } = context;
  const sources = new Set(
    answers.flatMap((answer) => (answer.state === 'class' ? [answer.class.source] : [])),
  );
  const mayWorkLater = answers.some(
    (answer) =>
      answer.state === 'unreadable' && (answer.why === 'network' || answer.why === 'server'),
  );
  return html`<ul class="readings">
      ${answers.map(
        (answer) =>
          html`<li data-answer=${answer.state} data-raster=${answer.layer.id}>
            <h3>${dataText(answer.layer.title, language)}</h3>
            <p class="answer">
              ${swatch(answer.state === 'class' ? answer.class.color : undefined)}
              <span>${sentence(answer, context)}</span>
            </p>
          </li>`,
      )}
    </ul>
    ${
      mayWorkLater
        ? html`<button
            class="wide"
            data-again
            @click=${() => dispatch({ type: 'point', at: [...at] })}
          >
            ${strings.askAgain}
          </button>`
        : nothing
    }
    ${
      sources.size === 0
        ? nothing
        : html`<details class="sources">
            <summary>${strings.colourSources}</summary>
            <ul>
              ${[...sources].map((source) => html`<li>${japanese(source, language)}</li>`)}
            </ul>
          </details>`
    }`;
}

/** The answer in words; none of them says that a place is safe. */
function sentence(
  answer: HazardReading,
  { strings, language }: WholeContext,
): TemplateResult | string {
  switch (answer.state) {
    case 'class':
      return dataText(answer.class.label, language);
    case 'outside-zone':
      return strings.outsideZone;
    case 'no-data':
      return strings.noData;
    case 'unreadable':
      return strings.unreadable[answer.why];
  }
}
