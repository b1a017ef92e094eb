import { phoneLink, safeLink } from '@yokoten/ui';
import { textIn } from '@yokoten/ui';
import type { Localized } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, Programme } from '../model/programme.ts';
import type { WholeContext } from './context.ts';

/** Whom to ask about a programme: the counters of the municipality, then those for everybody. */
export function contactsView(programme: Programme, context: WholeContext): TemplateResult {
  const { strings } = context;
  const found = contactsFor(programme, context);
  if (found.length === 0) return html`<p>${strings.noContact}</p>`;
  return html`<ul class="contacts">
    ${found.map((contact) => html`<li>${contactView(contact, context)}</li>`)}
  </ul>`;
}

/** The counters that are shown. Without a municipality all of them; with one, no other one's. */
export function contactsFor(
  { contacts = [] }: Programme,
  { contacts: added, municipality }: Pick<WholeContext, 'contacts' | 'municipality'>,
): readonly Contact[] {
  return [...added, ...contacts]
    .filter(
      (one) => municipality === undefined || (one.municipality ?? municipality) === municipality,
    )
    .toSorted(
      (a, b) => Number(b.municipality !== undefined) - Number(a.municipality !== undefined),
    );
}

function contactView(contact: Contact, context: WholeContext): TemplateResult {
  const { strings, language } = context;
  const { name, phone, email, url, address, hours } = contact;
  return html`<strong>${localized(name, language)}</strong>
    <dl class="facts">
      ${row(strings.phone, phone && phoneLink(phone))}
      ${row(strings.mail, email && safeLink(`mailto:${email}`, email))}
      ${row(strings.address, address && html`<span lang="ja">${address}</span>`)}
      ${row(strings.hours, hours && localized(hours, language))}
    </dl>
    ${url === undefined ? nothing : html`<p>${safeLink(url)}</p>`}`;
}

function row(
  term: string,
  text: TemplateResult | string | undefined,
): TemplateResult | typeof nothing {
  return text === undefined
    ? nothing
    : html`<div>
        <dt>${term}</dt>
        <dd>${text}</dd>
      </div>`;
}

/** A text of the data in the page's language; where it only exists in another it says so with `lang`. */
function localized(texts: Localized, language: string): TemplateResult | string {
  const found = textIn(texts, language);
  return found.language === language
    ? found.text
    : html`<span lang=${found.language}>${found.text}</span>`;
}
