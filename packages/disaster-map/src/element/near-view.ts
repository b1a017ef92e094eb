import { html, nothing, type TemplateResult } from 'lit';
import { answeredNeeds, type Need } from '../nearest/needs.ts';
import type { Ranking } from '../nearest/ranking.ts';
import { fitOf } from '../state/entry.ts';
import type { MapStrings } from '../strings/strings.ts';
import { japanese, type PageContext, type WholeContext } from './context.ts';
import type { NearFinder } from './near-finder.ts';
import { distanceText, walkText } from './near-text.ts';
import { wholeContext } from './whole-context.ts';

/** A position that is surer than this needs no word about it. */
const SURE_METRES = 200;

/** Further than anybody walks: the map is of another town. */
const FAR_METRES = 20_000;

/** The search while it is open: what came of it, and the ways to say where one is. */
export function nearView(page: PageContext, finder: NearFinder): TemplateResult {
  const context = wholeContext(page);
  const { strings, state } = context;
  const { phase } = finder;
  const { near } = state;
  return html`<section class="near" aria-label=${strings.nearFind}>
    <div role="status" data-near-status>
      ${phase === 'asking' ? html`<p>${strings.nearAsking}</p>` : nothing}
      ${near !== undefined && phase === 'found' ? result(near, context) : nothing}
      ${phase === 'no-address' ? html`<p>${strings.nearAddressNone}</p>` : nothing}
      ${phase === 'choosing' ? html`<p>${strings.nearChoose}</p>` : nothing}
    </div>
    ${phase === 'failed' ? fault(finder.code, strings) : nothing}
    ${phase === 'choosing' ? candidates(context, finder) : nothing}
    ${near === undefined ? nothing : needs(context, near, finder)}
    ${
      near === undefined || phase !== 'found'
        ? ways(strings, finder)
        : html`<details class="elsewhere">
            <summary>${strings.nearElsewhere}</summary>
            ${ways(strings, finder)}
          </details>`
    }
    <button class="plain" data-near-stop @click=${() => finder.stop()}>
      ${near === undefined ? strings.nearClose : strings.nearStop}
    </button>
  </section>`;
}

/** The ways to say where one is; once there is a result they are folded away, so that the list is seen. */
function ways(strings: MapStrings, finder: NearFinder): TemplateResult {
  return html`<div class="ways">
      <button class="wide" data-near @click=${() => void finder.usePosition()}>
        ${strings.nearUsePosition}
      </button>
      <button class="wide" data-near-map @click=${() => finder.useMap()}>
        ${strings.nearUseMap}
      </button>
    </div>
    ${finder.takesAddress ? addressForm(strings, finder) : nothing}`;
}

function result({ origin, metres }: Ranking, context: WholeContext): TemplateResult {
  const { strings, language, ordered, state } = context;
  const [first] = ordered;
  const far = first === undefined ? undefined : metres.get(first.id);
  const hazard = state.hazard === undefined ? undefined : strings.hazards[state.hazard];
  const fits =
    first !== undefined && state.hazard !== undefined && fitOf(first, state.hazard) === 'o';
  const from =
    origin.by === 'position'
      ? strings.nearFromPosition
      : origin.by === 'map'
        ? strings.nearFromMap
        : origin.by === 'point'
          ? strings.nearFromPoint
          : strings.nearFromAddress(origin.label ?? '');
  const { accuracy = 0 } = origin;
  return html`<p>
      <strong>${japanese(from, language)}</strong>
      ${hazard === undefined ? nothing : fits ? strings.nearFitsFirst(hazard) : strings.nearNoneFits(hazard)}
    </p>
    ${
      first === undefined || far === undefined
        ? html`<p>${strings.noResult}</p>`
        : html`<p>
            ${japanese(strings.nearFirst(first.name, walkText(far, strings)), language)}
            ${far > FAR_METRES ? strings.nearFar : nothing}
          </p>`
    }
    ${first === undefined ? nothing : context.now.write((now) => now.line(first, context))}
    ${context.now.write((now) => now.nearest(context, (metres) => walkText(metres, strings)))}
    ${
      accuracy > SURE_METRES
        ? html`<p>${strings.nearAccuracy(distanceText(accuracy, strings))}</p>`
        : nothing
    }
    <p class="note">${strings.nearHow}</p>`;
}

function fault(code: string, strings: MapStrings): TemplateResult {
  const texts = new Map([
    ['disaster-map/position-refused', strings.nearRefused],
    ['disaster-map/position-unavailable', strings.nearUnavailable],
    ['disaster-map/position-timeout', strings.nearTimeout],
  ]);
  return html`<div role="alert">
    <p><strong>${texts.get(code) ?? strings.nearAddressFailed}</strong></p>
    <p>${strings.nearFaultHint}</p>
    <p><small>${code}</small></p>
  </div>`;
}

function needs(
  { entries, strings }: WholeContext,
  near: Ranking,
  finder: NearFinder,
): TemplateResult | typeof nothing {
  const answered = answeredNeeds(entries.filter(({ id }) => near.metres.has(id)));
  if (answered.length === 0) return nothing;
  const box = (need: Need): TemplateResult =>
    html`<label>
      <input
        type="checkbox"
        data-need=${need}
        .checked=${near.needs.has(need)}
        @change=${({ target }: Event) => finder.need(need, (target as HTMLInputElement).checked)}
      />
      <span>${strings.nearNeed[need]}</span>
    </label>`;
  return html`<fieldset class="needs">
    <legend>${strings.nearNeeds}</legend>
    ${answered.map(box)}
  </fieldset>`;
}

function addressForm(strings: MapStrings, finder: NearFinder): TemplateResult {
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('address');
    if (field instanceof HTMLInputElement) void finder.useAddress(field.value);
  };
  return html`<form class="address" @submit=${search}>
    <label for="near-address">${strings.nearAddress}</label>
    <input
      id="near-address"
      name="address"
      type="search"
      autocomplete="off"
      placeholder=${strings.nearAddressHint}
    />
    <button class="wide">${strings.nearSearch}</button>
  </form>`;
}

function candidates({ language }: WholeContext, finder: NearFinder): TemplateResult {
  return html`<ul class="candidates">
    ${finder.candidates.map(
      (candidate) =>
        html`<li>
          <button class="wide" @click=${() => finder.choose(candidate)}>
            ${japanese(candidate.label, language)}
          </button>
        </li>`,
    )}
  </ul>`;
}
