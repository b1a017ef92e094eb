import type { Localized } from '@yokoten/standard';
import { OpenDataError } from './error.ts';
import { fileMessages, type Message } from './internal/file-messages.ts';
import { rowMessages } from './internal/row-messages.ts';
import type { Finding, Problem } from './problem.ts';
import { reportMessages } from './report/messages.ts';
import { readMessages } from './read/messages.ts';
import { unifyMessages } from './unify/messages.ts';
import { doubtMessages } from './repair/messages.ts';

export type { Finding, Problem } from './problem.ts';
export { patchSentence } from './repair/messages.ts';

/** Sentences by code; each part of the package adds its own. */
const messages: ReadonlyMap<string, Message> = new Map([
  ...Object.entries(fileMessages),
  ...Object.entries(rowMessages),
  ...Object.entries(reportMessages),
  ...Object.entries(readMessages),
  ...Object.entries(unifyMessages),
  ...Object.entries(doubtMessages),
]);

/**
 * The sentence of a finding in Japanese and English: what was got, what was expected, what to do next.
 * A code that is none of this package's is its own sentence, unless the finding brings one.
 */
export function sentence({ code, column = '', facts = {}, message }: Finding): Localized {
  if (message !== undefined) return message;
  const known = messages.get(code);
  if (known === undefined) return { ja: code, en: code };
  const { value = '', expected = '', at = '', count = 0, many } = facts;
  const { ja, en } = (many && known.many) || known;
  const words = { column: clip(column), value: clip(value), expected, at, count: String(count) };
  const say = (text: string): string =>
    text.replace(
      /\{(column|value|expected|at|count)\}/gu,
      (_, word: keyof typeof words) => words[word],
    );
  return { ja: say(ja), en: say(en) };
}

/** The same findings with their sentences. */
export function explain(findings: readonly Finding[]): Problem[] {
  return findings.map((finding) => ({ ...finding, message: sentence(finding) }));
}

/** The same error, with its sentences in the text that a terminal shows. */
export function explainError({ finding }: OpenDataError): OpenDataError {
  return new OpenDataError(finding, sentence(finding));
}

/** A value from the file as a sentence shows it: one line, at most 12 characters. */
export function clip(value: string): string {
  const flat = value.slice(0, 200).replace(/\s+/gu, ' ').trim();
  return flat.length > 12 ? `${flat.slice(0, 11).replace(/\p{Cs}$/u, '')}…` : flat;
}
