import type { Localized } from '@yokoten/standard';
import { inLanguage, type Language } from '../language.ts';
import { alignColumns, printable } from '../terminal-text.ts';
import { kindWords, type UpgradeReport } from './report.ts';

/** The report for a terminal, in one language. */
export function upgradeLines(report: UpgradeReport, language: Language): string[] {
  const say = (text: Localized): string => inLanguage(text, language);
  const { changes, decisions, notes, next } = report;
  return [
    say(headline(report)),
    ...notes.map((note) => `- ${say(note)}`),
    ...section(say(TITLES.changes), [
      ...report.migrations.map((summary) => `  yokoten.config.jsonc  ${say(summary)}`),
      ...alignColumns(
        changes.map(({ path, kind, from }) => [
          `  ${printable(from === undefined ? path : `${from} → ${path}`)}`,
          say(kindWords(kind)),
        ]),
      ),
    ]),
    ...section(
      say(TITLES.decisions),
      decisions.flatMap(({ path, message }) => [
        `  ${printable(path)}`,
        `    ${printable(say(message))}`,
      ]),
    ),
    ...section(
      say(TITLES.next),
      next.map((line) => `  ${line}`),
    ),
  ];
}

/** The report as Markdown in Japanese and English: for a pull request, or for a colleague. */
export function upgradeMarkdown(report: UpgradeReport): string {
  const languages: readonly Language[] = ['ja', 'en'];
  return `${languages.map((language) => markdownIn(report, language)).join('\n\n---\n\n')}\n`;
}

const TITLES = {
  changes: { ja: '何が変わるか', en: 'What changes' },
  decisions: { ja: 'あなたの決めること', en: 'What you decide' },
  next: { ja: '次に、これを打ってください', en: 'Type next' },
  nothing: { ja: 'ありません。', en: 'Nothing.' },
} as const;

function headline({ status, from, to, template, place }: UpgradeReport): Localized {
  switch (status) {
    case 'up-to-date':
      return {
        ja: `雛形「${template}」は、最新の ${from} です。することはありません。`,
        en: `The template "${template}" is at the newest version, ${from}. There is nothing to do.`,
      };
    case 'available':
      return {
        ja: `雛形「${template}」の新しい版 ${to} があります（今は ${from}）。`,
        en: `Version ${to} of the template "${template}" is out; the app is at ${from}.`,
      };
    case 'planned':
      return {
        ja: `雛形「${template}」を ${from} から ${to} にする予定です。まだ何も書いていません。`,
        en: `Would bring the template "${template}" from ${from} to ${to}. Nothing was written.`,
      };
    case 'done':
      return {
        ja: `雛形「${template}」を ${from} から ${to} にしました。場所: ${placeOf(place)}`,
        en: `Brought the template "${template}" from ${from} to ${to}. It stands in: ${placeOf(place)}`,
      };
  }
}

function placeOf(place: UpgradeReport['place']): string {
  if (place === undefined) return '';
  return place.kind === 'branch' ? `git branch ${place.branch}` : place.folder;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function markdownIn(report: UpgradeReport, language: Language): string {
  const say = (text: Localized): string => inLanguage(text, language);
  const changes = [
    ...report.migrations.map((summary) => `- \`yokoten.config.jsonc\`: ${say(summary)}`),
    ...report.changes.map(
      ({ path, kind, from }) =>
        `- ${code(from === undefined ? path : `${from} → ${path}`)}: ${say(kindWords(kind))}`,
    ),
  ];
  const decisions = report.decisions.map(
    ({ path, message }) => `- ${code(path)}: ${markdown(say(message))}`,
  );
  const nothing = say(TITLES.nothing);
  return [
    say(headline(report)),
    ...report.notes.map((note) => `\n- ${markdown(say(note))}`),
    `\n### ${say(TITLES.changes)}\n`,
    changes.length === 0 ? nothing : changes.join('\n'),
    `\n### ${say(TITLES.decisions)}\n`,
    decisions.length === 0 ? nothing : decisions.join('\n'),
  ].join('\n');
}

/** Paths may hold anything that a file's name may. */
function code(text: string): string {
  return `\`${printable(text).replaceAll('`', '´')}\``;
}

function markdown(text: string): string {
  return printable(text).replaceAll('<', '&lt;').replaceAll('@', '&#64;');
}
