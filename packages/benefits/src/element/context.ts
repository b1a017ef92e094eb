import { html, type TemplateResult } from 'lit';
import type { Asking } from '../ask/next.ts';
import type { Action } from '../ask/reduce.ts';
import type { Answer, CheckState } from '../ask/state.ts';
import type { Contact } from '../model/programme.ts';
import type { PackTexts } from '../model/texts.ts';
import type { Check } from '../open/check.ts';
import type { Chosen } from '../open/chosen.ts';
import type { Questions } from '../open/questions.ts';
import type { Standing } from '../result/standing.ts';
import type { AskStrings } from '../strings/ask-strings.ts';
import type { FirstStrings } from '../strings/first-strings.ts';
import type { BenefitStrings } from '../strings/strings.ts';
import type { Screen } from './screen.ts';

/** What is asked, once the part that asks is here. */
export interface Asked {
  readonly check: Questions;
  readonly asking: Asking;
}

/** What is told, once the part that tells is here. */
export interface Told {
  readonly check: Check;
  readonly standing: Standing;
}

/** What the parts of the page need to write themselves. */
export interface PageContext {
  readonly check: Chosen;
  readonly state: CheckState;
  readonly asked: Asked | undefined;
  readonly told: Told | undefined;
  readonly screen: Screen;
  readonly strings: FirstStrings;
  /** The language of `strings`. */
  readonly language: string;
  readonly texts: PackTexts;
  /** What was answered before somebody went back, by key; the question then shows it again. */
  readonly remembered: ReadonlyMap<string, Answer>;
  /** What was wrong with what was just entered. */
  readonly mistake: string | undefined;
  /** What was just done, for who cannot see it. */
  readonly announcement: string;
  /** Counters that the page adds to those of the pack. */
  readonly contacts: readonly Contact[];
  /** Local government code; only its counters are shown, and those for everybody. */
  readonly municipality: string | undefined;
  /** Greatest possible total of each kind of money so far, by kind: the length of its bar. */
  readonly scale: ReadonlyMap<string, number>;
  /** Whether the page's address may hold saved answers. */
  readonly share: boolean;
  /** What is being searched for in a long list. */
  readonly query: string;
  readonly act: (action: Action, said?: string) => void;
  readonly go: (screen: Screen) => void;
  /** Says what is wrong with what was entered; nothing takes it back. */
  readonly fault: (mistake: string | undefined) => void;
  readonly search: (query: string) => void;
  /** Opens saved answers. */
  readonly restore: (fragment: string, passphrase: string) => void;
  /** Tells what could not be done. */
  readonly fail: (cause: unknown) => void;
}

/** What the part that asks needs. */
export interface AskContext extends PageContext, Asked {
  readonly check: Questions;
  readonly strings: FirstStrings & AskStrings;
}

/** What the part that tells needs. */
export interface WholeContext extends PageContext, Told {
  readonly check: Check;
  readonly strings: BenefitStrings;
}

/** The part of the page that asks what the rules want to know. */
export type AskPart = typeof import('./ask-part.ts');

/** The parts of the page that are not asked but told. */
export type LazyViews = typeof import('./lazy-views.ts');

/** A text of the pack; where it is in another language than the page, it says so with `lang`. */
export function said(
  text: string,
  { texts, language }: Pick<PageContext, 'texts' | 'language'>,
): TemplateResult | string {
  const same = texts.language === language || language.startsWith(`${texts.language}-`);
  return same ? text : html`<span lang=${texts.language}>${text}</span>`;
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A name that is what it is in every language; a Japanese one says so on a page in another. */
export function named(name: string, language: string): TemplateResult | string {
  return /^ja\b/.test(language) || !JAPANESE.test(name)
    ? name
    : html`<span lang="ja">${name}</span>`;
}
