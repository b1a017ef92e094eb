/** A sentence in both languages the scaffolder speaks. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** The language of the scaffolder's own words; the app it makes always speaks both. */
export type Language = 'ja' | 'en';

/** One of the right answers near a wrong one: `value` is what to type, `label` what it is. */
export interface Candidate {
  readonly value: string;
  readonly label: Words;
}

/** Something the person has to decide or mend. Nothing was written when it is thrown before the last phase. */
export class Failure extends Error {
  /** `create-yokoten/kebab-name`, with a page in docs/errors. */
  readonly code: string;
  /** What was got, what was expected, what to do next. */
  readonly words: Words;
  /** The nearest right answers, best first. */
  readonly candidates: readonly Candidate[];
  /** 1: done, but not wholly; 2: cannot; 130: interrupted. */
  readonly exitCode: 1 | 2 | 130;

  constructor(
    code: string,
    words: Words,
    candidates: readonly Candidate[] = [],
    exitCode: 1 | 2 | 130 = 2,
  ) {
    super(words.en);
    this.name = 'Failure';
    this.code = code;
    this.words = words;
    this.candidates = candidates;
    this.exitCode = exitCode;
  }
}

/** Ctrl-C, Ctrl-D at a question, or the terminal was closed. */
export function interruption(): Failure {
  const words = {
    ja: '中断しました。フォルダーは作っていません。',
    en: 'Interrupted. No folder was made.',
  };
  return new Failure('create-yokoten/interrupted', words, [], 130);
}

/** A failure as text for a person: sentence, candidates, code. */
export function describeFailure(failure: Failure, language: Language): string {
  const width = Math.max(0, ...failure.candidates.map(({ value }) => value.length));
  const lines = failure.candidates.map(({ value, label }) =>
    `  ${value.padEnd(width)}  ${label[language]}`.trimEnd(),
  );
  return `${[failure.words[language], ...lines, `[${failure.code}]`].join('\n')}\n`;
}
