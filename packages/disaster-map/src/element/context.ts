import { textIn, type Texts } from '@yokoten/ui';
import { html, type TemplateResult } from 'lit';
import type { MapDocument } from '../document.ts';
import type { Entry } from '../state/entry.ts';
import type { MapAction, MapState } from '../state/map-state.ts';
import type { MapStrings } from '../strings/strings.ts';

/** What the parts of the page need to write themselves. */
export interface PageContext {
  readonly document: MapDocument;
  readonly state: MapState;
  readonly strings: MapStrings;
  readonly dispatch: (action: MapAction) => void;
}

/** A text of the data in the page's language; where it only exists in Japanese it says so with `lang`. */
export function dataText(texts: Texts, language: string): TemplateResult | string {
  const found = textIn(texts, language);
  return found.language === language
    ? found.text
    : html`<span lang=${found.language}>${found.text}</span>`;
}

/** Names and cells of a data file are Japanese whatever the page's language is. */
export function japanese(text: string, language: string): TemplateResult | string {
  return language === 'ja' ? text : html`<span lang="ja">${text}</span>`;
}

/** What the parts that load on demand need besides. */
export interface DetailContext extends PageContext {
  readonly entry: Entry;
}
