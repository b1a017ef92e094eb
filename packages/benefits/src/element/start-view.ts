import { formatDay } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import { said, type PageContext } from './context.ts';

/** What this is, what happens to the answers, what somebody may come for. */
export function startView(context: PageContext, choose: (set: string) => void): TemplateResult {
  const { check, strings, texts, language, go, mistake } = context;
  const { notice } = texts;
  return html`<section class="card" data-screen="start">
    <h2 id="title" tabindex="-1">${strings.intro}</h2>
    ${mistake === undefined ? nothing : html`<p class="banner" role="alert">${mistake}</p>`}
    <p class="privacy">
      <svg class="line" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="5" y="11" width="14" height="9" rx="2"></rect>
        <path d="M8 11V8a4 4 0 0 1 8 0v3"></path>
      </svg>
      <span>${strings.privacy}</span>
    </p>
    <form
      @submit=${(event: Event) => {
        event.preventDefault();
        go({ name: 'ask' });
      }}
    >
      ${setChoice(context, choose)}
      <p class="buttons"><button class="main" data-begin>${strings.begin}</button></p>
    </form>
    <p class="note">${strings.asOf(formatDay(check.date, language))} ${strings.notDecision}</p>
    ${notice === undefined ? nothing : html`<p class="note">${said(notice, context)}</p>`}
  </section>`;
}

function setChoice(
  context: PageContext,
  choose: (set: string) => void,
): TemplateResult | typeof nothing {
  const { check, strings } = context;
  const sets = check.pack.sets ?? [];
  if (sets.length < 2) return nothing;
  return html`<fieldset class="choices">
    <legend>${strings.setTitle}</legend>
    ${sets.map(
      ({ id }) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="set"
            .checked=${id === check.set.id}
            @change=${() => choose(id)}
          /><span>${setName(id, context)}</span></label
        >`,
    )}
  </fieldset>`;
}

function setName(id: string, context: PageContext): TemplateResult | string {
  const written = context.texts.sets?.[id];
  if (written !== undefined) return said(written, context);
  return id === 'main' || id === 'disaster' ? context.strings.sets[id] : id;
}
