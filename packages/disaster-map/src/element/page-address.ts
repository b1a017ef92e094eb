import type { MapDocument } from '../document.ts';
import { formatPermalink } from '../state/permalink.ts';
import type { MapState } from '../state/map-state.ts';

/**
 * Writes the state into the page's address. Opening a place is a step of its own, so that a phone's back button closes
 * it again; everything else replaces the address.
 */
export function writeAddress(state: MapState, document: MapDocument, isStep: boolean): void {
  const hash = formatPermalink(state, document);
  if (hash === location.hash) return;
  const address = hash === '' ? location.pathname + location.search : hash;
  try {
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
  } catch {
    // Refused in a page without an address of its own, or after too many changes in a short time; the map works without.
  }
}

/** Puts the page's own language and title in step with what is shown on it. */
export function namePage(page: Document, { title }: MapDocument, language: string): void {
  page.documentElement.lang = language;
  page.title = title[language] ?? title.ja;
}
