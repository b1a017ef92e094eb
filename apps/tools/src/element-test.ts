import { vi } from 'vitest';

/** Waits until `look` does not throw: long enough for a busy machine that still has to fetch a part of the program. */
export function eventually(look: () => void): Promise<void> {
  return vi.waitFor(look, { timeout: 8000, interval: 20 });
}

/** Leaves the page as it was before the test. */
export function closeElements(): void {
  document.body.replaceChildren();
  document.documentElement.lang = 'ja';
  delete document.documentElement.dataset['theme'];
  history.replaceState(null, '', location.pathname + location.search);
}

/** The element that has the focus, also inside of shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
