import type { Localized } from '@yokoten/standard';
import { inLanguage, type Language } from '../language.ts';
import { alignColumns, printable } from '../terminal-text.ts';
import type { EjectReport, ListedPart } from './eject.ts';

const STATES: Readonly<Record<ListedPart['state'], Localized>> = {
  'in-package': { ja: '', en: '' },
  ejected: { ja: '取り出しました', en: 'ejected' },
  edited: { ja: '取り出して、変えました', en: 'ejected and edited' },
};

/** Every part, a line each. */
export function partLines(parts: readonly ListedPart[], language: Language): string[] {
  const say = (text: Localized): string => printable(inLanguage(text, language));
  return alignColumns(
    parts.map(({ name, title, description, state }) => [
      name,
      `${say(title)} – ${say(description)}`,
      say(STATES[state]),
    ]),
  );
}

/** What was done, and what to do next. */
export function ejectLines(report: EjectReport, language: Language): string[] {
  return DONE[report.status](report).map((text) => inLanguage(text, language));
}

const DONE: Readonly<Record<EjectReport['status'], (report: EjectReport) => Localized[]>> = {
  ejected: ({ part, path, exports }) => [
    {
      ja: `部品「${part}」を ${path} に写しました。サイトは、これからこのファイルで作られます。`,
      en: `Copied the part ${part} to ${path}. From now on the site is made with that file.`,
    },
    {
      ja: `- 「export」の名前（${exports.join('、')}）は残してください。`,
      en: `- Keep what it exports: ${exports.join(', ')}.`,
    },
    {
      ja: '- 新しい版は「npx yokoten@latest upgrade」が、あなたの変更と合わせます。',
      en: '- npx yokoten@latest upgrade merges new versions of it with your edits.',
    },
  ],
  already: ({ part, path }) => [
    {
      ja: `部品「${part}」は、もう ${path} にあります。`,
      en: `The part ${part} is at ${path} already.`,
    },
  ],
  undone: ({ part, path }) => [
    {
      ja: `部品「${part}」をパッケージに戻し、${path} を消しました。`,
      en: `Gave the part ${part} back to its package, and removed ${path}.`,
    },
  ],
};
