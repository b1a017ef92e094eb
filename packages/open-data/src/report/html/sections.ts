import {
  datasetText,
  fixText,
  formatText,
  gainText,
  inLanguage,
  patchesByCode,
  percent,
  titleText,
} from '../describe.ts';
import type { Report, ReportColumn, ReportPatch } from '../model.ts';
import type { PartScore } from '../score.ts';
import { type ReportLanguage, say, type Words, wordsOf } from '../words.ts';
import { link, markup, type Markup, type Part, value } from './markup.ts';
import { bar, pageTable } from './table.ts';

/** What every section is made from. */
export interface Page {
  readonly report: Report;
  readonly language: ReportLanguage;
  readonly words: Words;
}

/** The report with its words at hand. */
export function pageOf(report: Report, language: ReportLanguage): Page {
  return { report, language, words: wordsOf(language) };
}

/** Score before and after, and the three steps that gain most. */
export function summary({ report, language, words }: Page): Markup {
  const { score, fixes, format } = report;
  const card = (title: string, points: number): Markup =>
    markup`<li>
      ${title}<strong>${say(words.points, language, points)}</strong>${bar(points / 100)}
    </li> `;
  const steps = fixes.map(
    (fix) =>
      markup`<li>
        <span class="what">${fixText(fix, language)}</span
        ><span class="gain">${gainText(fix.gain, language)}</span
        >${fix.cells.length === 0 ? markup`` : markup`<span class="cells">${fix.cells.join(' ')}</span>`}
      </li> `,
  );
  return markup`<ul class="scores">
      ${card(words.published, score.published.points)}${card(words.corrected, score.corrected.points)}
    </ul>
    ${format.rows === 0 ? markup`<p>${words.noRows}</p>` : markup``}
    <h2>${words.next}</h2>
    ${
      steps.length === 0
        ? markup`<p>${words.nothingToDo}</p>`
        : markup`<ol class="steps">
            ${steps}
          </ol>`
    } `;
}

/** What the file is. */
export function facts({ report, language, words }: Page): Markup {
  const { format, alternatives } = report;
  const guesses = alternatives.map(
    (one) => `${titleText(one, language)} (${percent(one.confidence)})`,
  );
  const rows: Part[][] = [
    [words.dataset, datasetText(report, language)],
    ...(guesses.length === 0 ? [] : [[words.orElse, guesses.join(', ')]]),
    [words.edition, words.editions[report.generation]],
    [words.kind, formatText(report)],
    [words.header, say(words.inRow, language, format.headerRow)],
    [words.rows, new Intl.NumberFormat(language).format(format.rows)],
  ];
  const columns = [{ title: words.part, header: true }, { title: words.what }];
  return markup`<h2>${words.facts}</h2>
    ${pageTable('facts', words.facts, columns, rows)}`;
}

/** How the score comes about. */
export function why({ report, words }: Page): Markup {
  const published = new Map(report.score.published.parts.map((part) => [part.part, part]));
  const parts = report.score.corrected.parts.map((part) => [
    words.parts[part.part],
    figure(published.get(part.part)),
    figure(part),
    `${part.good} / ${part.all}`,
  ]);
  const columns = [
    { title: words.part, header: true },
    { title: words.published, numeric: true },
    { title: words.corrected, numeric: true },
    { title: words.share, numeric: true },
  ];
  const checks = report.format.checks.map(({ name, passed }) => [
    words.fileChecks[name],
    markup`<span class="${passed ? 'good' : 'bad'}"
      >${passed ? `○ ${words.yes}` : `× ${words.no}`}</span
    >`,
  ]);
  return markup`<h2>${words.why}</h2>
    <p>${words.whyNote}</p>
    ${pageTable('parts', words.why, columns, parts)}
    ${pageTable('checks', `${words.checks}（${words.published}）`, [{ title: words.part, header: true }, { title: words.what }], checks, true)}`;
}

function figure(part: PartScore | undefined): string {
  return part === undefined ? '–' : `${part.points.toFixed(1)} / ${part.weight.toFixed(1)}`;
}

/** A file can have a hundred thousand columns; a page need not. */
const COLUMNS_SHOWN = 300;

/** How much is blank, column by column: what is required first. */
export function missing({ report, language, words }: Page): Markup {
  const rates = (['required', 'recommended', 'optional'] as const).flatMap((mark) => {
    const { rate, missing: blank, cells } = report.missing[mark];
    return rate === null
      ? []
      : [
          [
            mark === 'optional' ? words.others : words.marks[mark],
            markup`${percent(rate)}${bar(rate)}`,
            `${blank} / ${cells}`,
          ],
        ];
  });
  const share = [
    { title: words.mark, header: true },
    { title: words.rate, numeric: true },
    { title: words.blank, numeric: true },
  ];
  const columns = [
    { title: words.column, header: true },
    { title: words.mark },
    { title: words.blank, numeric: true },
    { title: words.rate, numeric: true },
  ];
  const rows = report.columns
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, COLUMNS_SHOWN)
    .map((column): Part[] => [
      columnName(column, words),
      column.requirement === null ? '–' : words.marks[column.requirement],
      column.missing,
      percent(column.rate),
    ]);
  const absent = report.absent.map(({ standard, requirement }): Part[] => [
    markup`${standard} <span class="code">${words.notThere}</span>`,
    words.marks[requirement],
    report.format.rows,
    percent(1),
  ]);
  const left = report.columns.length - rows.length;
  const more = left > 0 ? markup`<p>${say(words.more, language, left)}</p>` : markup``;
  return markup`<h2>${words.missing}</h2>
    <p>${words.missingNote}</p>
    ${rates.length === 0 ? markup`` : pageTable('missing', words.missing, share, rates)}
    ${pageTable('columns', words.perColumn, columns, [...absent, ...rows], true)}${more}`;
}

/** The header as the file writes it, and the standard's name where that is another. */
function columnName({ header, standard }: ReportColumn, words: Words): Markup {
  const named = value(header, words.unnamed);
  return standard === null || standard === header
    ? named
    : markup`${named} <span class="code">→ ${standard}</span>`;
}

function rank({ requirement }: ReportColumn): number {
  const order = ['required', 'recommended', 'optional', 'unknown'];
  return requirement === null ? order.length : order.indexOf(requirement);
}

const PAGES = 'https://github.com/yokoten/yokoten/blob/main/docs/errors/';

/** A problem's code as a link to its page. */
function codeLink(code: string): Markup {
  const address = /^[a-z-]+\/[a-z0-9-]+$/u.test(code) ? `${PAGES}${code}.md` : '';
  return markup`<span class="code">${link(address, code)}</span>`;
}

/** What is left for a person: errors, warnings, questions. */
export function problems({ report, language, words }: Page): Markup {
  if (report.problems.length === 0)
    return markup`<h2>${words.problems}</h2><p>${words.noProblems}</p>`;
  const rows = report.problems.map(({ code, severity, count, first }): Part[] => {
    const [example] = first;
    const places = first.flatMap(({ cell, row }) => cell ?? (row === undefined ? [] : String(row)));
    const rest =
      places.length > 0 && count > places.length
        ? [say(words.more, language, count - places.length)]
        : [];
    const sentence = example === undefined ? code : inLanguage(example.message, language);
    const tag = markup`<span class="tag ${severity}">${words.severities[severity]}</span>`;
    const cells = markup`<span class="cells">${[...places, ...rest].join(' ')}</span>`;
    return [markup`${tag} ${sentence} ${cells} ${codeLink(code)}`, count];
  });
  const columns = [
    { title: words.what, header: true },
    { title: words.count, numeric: true },
  ];
  return markup`<h2>${words.problems}</h2>${pageTable('problems', words.problems, columns, rows)}`;
}

/** Of each kind of change; all of them stand in the workbook and in the report's JSON. */
const PATCHES_SHOWN = 20;

/** Every kind of change with its first cells, before and after. */
export function patches(page: Page): Markup {
  const { report, words } = page;
  if (report.patches.length === 0)
    return markup`<h2>${words.patches}</h2><p>${words.noPatches}</p>`;
  const groups = patchesByCode(report.patches);
  return markup`<h2>${words.patches}</h2>${groups.map((group, at) => patchTable(page, group, at))}`;
}

function patchTable({ language, words }: Page, group: readonly ReportPatch[], at: number): Markup {
  const [first] = group;
  if (first === undefined) return markup``;
  const rows = group
    .slice(0, PATCHES_SHOWN)
    .map(({ cell, column, before, after }): Part[] => [
      markup`${cell} ${value(column, words.unnamed)}`,
      markup`<del>${value(before, words.empty)}</del>`,
      markup`<ins>${value(after, words.empty)}</ins>`,
    ]);
  const columns = [
    { title: words.cell, header: true },
    { title: words.before },
    { title: words.after },
  ];
  const done = inLanguage(first.message, language);
  const caption = `${done}（${say(words.places, language, group.length)}）`;
  const left = group.length - rows.length;
  const more = left > 0 ? markup`<p>${say(words.more, language, left)}</p>` : markup``;
  return markup`${pageTable(`patches-${at}`, caption, columns, rows, true)}${more}<p>${codeLink(first.code)}</p>`;
}

/** Columns whose meaning a person has to confirm. */
export function offers({ report, words }: Page): Markup {
  if (report.offers.length === 0) return markup``;
  const rows = report.offers
    .slice(0, COLUMNS_SHOWN)
    .map(({ header, standard, confidence }): Part[] => [
      value(header, words.unnamed),
      standard,
      percent(confidence),
    ]);
  const columns = [
    { title: words.column, header: true },
    { title: words.standard },
    { title: words.rate, numeric: true },
  ];
  return markup`<h2>${words.offers}</h2>
    <p>${words.offersNote}</p>
    ${pageTable('offers', words.offers, columns, rows)}`;
}
