import { textIn, type Texts } from '@yokoten/ui';
import { html, type TemplateResult } from 'lit';
import type { MapAction } from '../state/map-state.ts';
import type { MapModel } from '../state/model.ts';
import type { FirstStrings, MapStrings } from '../strings/strings.ts';
import type { NowStart } from './now-start.ts';

/** What the parts of the page need to write themselves. */
export interface PageContext extends MapModel {
  readonly strings: FirstStrings;
  /** The language of `strings`; `state.language` is ahead of it while a table is on its way. */
  readonly language: string;
  /** What is open now. */
  readonly now: NowStart;
  /** Whether the address of the page leads to what is open. */
  readonly permalink: boolean;
  readonly dispatch: (action: MapAction) => void;
  /** Draws the page anew when something arrived that is not part of the state. */
  readonly redraw: () => void;
}

/** What the parts that are loaded on demand need to write themselves. */
export interface WholeContext extends PageContext {
  readonly strings: MapStrings;
}

/** The parts of the page that are loaded on demand. */
export type LazyViews = typeof import('./lazy-views.ts');

/** A text of the data in the page's language; where it only exists in another it says so with `lang`. */
export function dataText(texts: Texts, language: string): TemplateResult | string {
  const found = textIn(texts, language);
  return found.language === language
    ? found.text
    : html`<span lang=${found.language}>${found.text}</span>`;
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A name or cell of a data file, which is Japanese whatever the page's language is. */
export function japanese(text: string, language: string): TemplateResult | string {
  return language === 'ja' || !JAPANESE.test(text) ? text : html`<span lang="ja">${text}</span>`;
}
