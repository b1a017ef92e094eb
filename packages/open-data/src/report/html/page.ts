import { nameOf } from '../describe.ts';
import type { Report } from '../model.ts';
import { type ReportLanguage, say, wordsOf } from '../words.ts';
import { mapPicture } from './map.ts';
import { markup, Markup } from './markup.ts';
import { facts, missing, offers, pageOf, patches, problems, summary, why } from './sections.ts';
import { style, styleHash } from './style.ts';

/** Settings of {@link reportHtml}. */
export interface HtmlOptions {
  /** Default `ja`. */
  readonly language?: ReportLanguage | undefined;
}

const POLICY = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

// In one piece: the hash in the policy is that of the text between the tags.
const STYLE = new Markup(`<style>${style}</style>`);

/**
 * The report as one page: no script, nothing loaded, fit to be printed or sent. All data is escaped; the only links
 * are https ones to the explanation of a code. A content security policy forbids everything but its own stylesheet.
 */
export function reportHtml(report: Report, { language = 'ja' }: HtmlOptions = {}): string {
  const page = pageOf(report, language);
  const { words } = page;
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${words.title}: ${nameOf(report)}</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <p class="file">${nameOf(report)}</p>
          ${summary(page)} ${facts(page)} ${problems(page)} ${patches(page)} ${offers(page)}
          ${missing(page)} ${positions(report, language)} ${why(page)}
          <footer><p>${words.footer}</p></footer>
        </main>
      </body>
    </html> `.text;
}

function positions({ positions: where }: Report, language: ReportLanguage): Markup {
  if (where === null) return markup``;
  const words = wordsOf(language);
  return markup`<h2>${words.positions}</h2>
    <p>${say(words.positionsNote, language, where.located, where.unlocated)}</p>
    ${where.points.length === 0 ? markup`` : mapPicture(where, language)}`;
}
