import { html, nothing, type TemplateResult } from 'lit';
import { valueOf, type Entry } from '../state/entry.ts';
import type { WholeContext } from './context.ts';

/**
 * The place's photo. Which hosts may send one was checked when the page was made, and is held by its content security
 * policy; the host learns the reader's address only when the photo comes near, and never which page it is for.
 */
export function photoView(
  entry: Entry,
  { strings }: WholeContext,
): TemplateResult | typeof nothing {
  const address = valueOf(entry, 'photo');
  if (address === undefined || !(isHttps(address) || isOwn(address))) return nothing;
  return html`<img
    class="photo"
    src=${address}
    alt=${strings.photoOf(entry.name)}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${hide}
  />`;
}

/** One that does not arrive leaves no broken picture behind. */
export function hide({ target }: Event): void {
  (target as HTMLElement).hidden = true;
}

/** A file beside the page; the build writes such addresses in this one way. */
export function isOwn(address: string): boolean {
  return address.startsWith('./images/') && !address.includes('..');
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
