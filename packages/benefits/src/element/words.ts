import { formatDay } from '@yokoten/standard';
import type { Value } from '@yokoten/rules';
import type { PackTexts } from '../model/texts.ts';
import type { Unit } from '../model/question.ts';
import type { Input } from '../open/input.ts';
import type { AskStrings } from '../strings/ask-strings.ts';

/** What words are made of: the element's own texts and those of the pack. */
export interface Words {
  readonly strings: AskStrings;
  readonly texts: PackTexts;
  readonly language: string;
}

/** A noun for an input. */
export function inputLabel(variable: string, { texts }: Words): string {
  return texts.variables[variable]?.label ?? variable;
}

/** The question about an input; `name` is of whom it is asked. */
export function questionAbout(variable: string, name: string | undefined, words: Words): string {
  const written = words.texts.variables[variable]?.question;
  if (written !== undefined && (name === undefined || written.includes('{who}')))
    return written.replaceAll('{who}', name ?? '');
  return words.strings.made(inputLabel(variable, words), name);
}

/** A figure with its separators. */
export function figure(value: number, language: string): string {
  return value.toLocaleString(language === 'ja-simple' ? 'ja' : language);
}

/** A value of an input, as a person reads it. */
export function valueText(
  input: Pick<Input, 'variable' | 'type' | 'question' | 'control'>,
  value: Value | null,
  words: Words,
): string {
  const { strings, texts, language } = words;
  if (value === null) return strings.unsure;
  const label = texts.variables[input.variable]?.values?.[String(value)];
  if (label !== undefined) return label;
  if (typeof value === 'boolean') return value ? strings.yes : strings.no;
  if (input.type === 'date' && typeof value === 'string') return dayText(value, language);
  if (typeof value !== 'number') return value;
  return withUnit(figure(value, language), input, words);
}

/** A unit, where it is known. */
interface Counted {
  readonly unit?: Unit | undefined;
}

/** A figure with what it counts. */
export function withUnit(
  text: string,
  { variable, question }: Pick<Input, 'variable'> & { readonly question: Counted },
  words: Words,
): string {
  if (question.unit?.startsWith('yen')) return `${text}${words.strings.yenSign}`;
  const unit = unitOf(variable, question.unit, words);
  const gap = /^(ja|zh)/.test(words.language) ? '' : ' ';
  return unit === '' ? text : `${text}${gap}${unit}`;
}

/** What an input counts. */
export function unitOf(
  variable: string,
  unit: Input['question']['unit'],
  { strings, texts }: Words,
): string {
  return unit === undefined ? (texts.variables[variable]?.unit ?? '') : strings.units[unit];
}

/** A day of a law or a birth, which is known to be one: without the day of the week, which means nothing there. */
export function dayText(date: string, language: string): string {
  return formatDay(date, language, false);
}
