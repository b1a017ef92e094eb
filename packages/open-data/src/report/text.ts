import { eastAsianWidth } from 'get-east-asian-width';
import type { ProblemGroup, Report, ReportPatch } from './model.ts';
import {
  datasetText,
  fixText,
  formatText,
  gainText,
  inLanguage,
  nameOf,
  patchesByCode,
  percent,
  titleText,
} from './describe.ts';
import { type ReportLanguage, say, wordsOf } from './words.ts';

/** Settings of {@link reportText}. */
export interface TextOptions {
  /** Default `ja`. */
  readonly language?: ReportLanguage | undefined;
  /** Columns of the terminal; longer lines are cut with `…`. Default 100. */
  readonly width?: number | undefined;
}

/** Of each kind of change. */
const PATCHES_SHOWN = 4;
// Data may carry escape sequences that would move the cursor or retitle the window.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/gu;

/** The report as a terminal shows it: aligned by the width of Japanese characters, no control character of the data left in. */
export function reportText(
  report: Report,
  { language = 'ja', width = 100 }: TextOptions = {},
): string {
  const words = wordsOf(language);
  const sections = [
    [printable(nameOf(report)), ...aligned(facts(report, language))],
    [words.score, ...aligned(scores(report, language))],
    [words.next, ...steps(report, language)],
    ...(report.dataset === null ? [] : [[words.missing, ...aligned(missing(report, language))]]),
    [words.problems, ...problems(report, language)],
    [words.patches, ...patches(report, language)],
    ...(report.offers.length === 0 ? [] : [[words.offers, ...aligned(offers(report))]]),
  ];
  return sections.map((lines) => lines.map((line) => cut(line, width)).join('\n')).join('\n\n');
}

function facts(report: Report, language: ReportLanguage): string[][] {
  const words = wordsOf(language);
  const count = new Intl.NumberFormat(language);
  const guesses = report.alternatives.map(
    (one) => `${titleText(one, language)} (${percent(one.confidence)})`,
  );
  return [
    [words.dataset, datasetText(report, language)],
    ...(guesses.length === 0 ? [] : [[words.orElse, guesses.join(', ')]]),
    [words.edition, words.editions[report.generation]],
    [words.kind, formatText(report)],
    [words.rows, count.format(report.format.rows)],
  ];
}

function scores({ score, format }: Report, language: ReportLanguage): string[][] {
  const words = wordsOf(language);
  const total = [
    [words.published, say(words.points, language, score.published.points)],
    [words.corrected, say(words.points, language, score.corrected.points)],
  ];
  if (format.rows === 0) return [...total, [words.noRows]];
  const parts = score.corrected.parts.map(({ part, weight, points, good, all }) => [
    `  ${words.parts[part]}`,
    `${points.toFixed(1)} / ${weight.toFixed(1)}`,
    `${good} / ${all}`,
  ]);
  return [...total, ...parts];
}

function steps({ fixes }: Report, language: ReportLanguage): string[] {
  if (fixes.length === 0) return [`  ${wordsOf(language).nothingToDo}`];
  return fixes.map(
    (fix, at) =>
      `  ${at + 1}. ${printable(fixText(fix, language))}  ${gainText(fix.gain, language)}${where(fix.cells)}`,
  );
}

function where(cells: readonly string[]): string {
  return cells.length === 0 ? '' : `  ${cells.join(' ')}`;
}

function missing(
  { columns, absent, missing: rates }: Report,
  language: ReportLanguage,
): string[][] {
  const words = wordsOf(language);
  const lines = (['required', 'recommended', 'optional'] as const).flatMap((mark) => {
    const { rate, missing: blank, cells } = rates[mark];
    return rate === null
      ? []
      : [
          [
            mark === 'optional' ? words.others : words.marks[mark],
            percent(rate),
            `${blank} / ${cells}`,
          ],
        ];
  });
  const wanted = columns.filter(
    ({ requirement, missing: blank }) => requirement === 'required' && blank > 0,
  );
  return [
    ...lines,
    ...wanted.map(({ header, missing: blank, rate }) => [
      `  ${printable(header)}`,
      percent(rate),
      String(blank),
    ]),
    ...absent.map(({ standard }) => [`  ${standard}`, words.notThere]),
  ];
}

function problems({ problems: groups }: Report, language: ReportLanguage): string[] {
  if (groups.length === 0) return [`  ${wordsOf(language).noProblems}`];
  return groups.flatMap((group) => problemLines(group, language));
}

function problemLines(
  { code, severity, count, first }: ProblemGroup,
  language: ReportLanguage,
): string[] {
  const words = wordsOf(language);
  const [example] = first;
  const places = first
    .map(({ cell, row }) => cell ?? (row === undefined ? '' : String(row)))
    .filter((place) => place !== '');
  const rest =
    count > places.length && places.length > 0
      ? ` ${say(words.more, language, count - places.length)}`
      : '';
  const sentence = example === undefined ? code : printable(inLanguage(example.message, language));
  return [
    `  ${words.severities[severity]} ${count}  ${sentence}`,
    `    ${places.join(' ')}${rest}  ${code}`.trimEnd(),
  ];
}

function patches({ patches: all }: Report, language: ReportLanguage): string[] {
  const words = wordsOf(language);
  if (all.length === 0) return [`  ${words.noPatches}`];
  return patchesByCode(all).flatMap((group) => patchLines(group, language));
}

function patchLines(group: readonly ReportPatch[], language: ReportLanguage): string[] {
  const words = wordsOf(language);
  const [first] = group;
  if (first === undefined) return [];
  const count = say(words.places, language, group.length);
  const shown = group.slice(0, PATCHES_SHOWN).map(({ cell, before, after }) => {
    const change = [before, after].map((text) => printable(text) || words.empty).join(' → ');
    return [`  ${cell}`, change];
  });
  const rest = group.length - shown.length;
  const more = rest > 0 ? `  ${say(words.more, language, rest)}` : '';
  const head = `  ${inLanguage(first.message, language)}  ${count}`;
  return [head].concat(aligned(shown), `    ${first.code}${more}`);
}

function offers({ offers: all }: Report): string[][] {
  return all.map(({ header, standard, confidence }) => [
    printable(header),
    `→ ${standard}?`,
    percent(confidence),
  ]);
}

/** Text from data made safe to print on one line. */
function printable(text: string): string {
  return text.replace(CONTROL, ' ').trim();
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.slice(0, -1).entries())
      widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
  }
  const padded = (cell: string, at: number): string =>
    cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
  return rows.map(
    (row) =>
      `  ${row.map((cell, at) => (at === row.length - 1 ? cell : padded(cell, at))).join('  ')}`,
  );
}

/** Columns of a terminal; what combines with the character before it takes none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  return /[\p{M}\p{Cf}]/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  let kept = '';
  let used = 1;
  for (const character of line) {
    used += widthOfCharacter(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}
