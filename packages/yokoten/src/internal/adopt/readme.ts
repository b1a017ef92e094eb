import type { Language } from '../language.ts';
import type { Origin } from './app-config.ts';
import type { FoundMap } from './found.ts';

/** The template's README with a section on where the app came from. The owner's own README is kept beside it. */
export function withOrigin(
  readme: string,
  { kind, upstream, kept }: FoundMap,
  { name, url }: Origin,
  language: Language,
): string {
  const from = url === undefined ? `\`${words(name)}\`` : `[${words(name)}](${address(url)})`;
  const own = kept.find(({ file }) => /^readme/i.test(file.path))?.target;
  const lines =
    language === 'ja'
      ? [
          '## もとの地図',
          '',
          `この地図は ${from} から移しました。${KINDS[kind].ja}`,
          ...(upstream ? [`ひな形の版は ${upstream.date} の \`${upstream.id}\` です。`] : []),
          '何が移り、何が移らなかったかは、[移行の報告](adopted/report.md)にあります。',
          ...(own === undefined
            ? []
            : [`前の説明は、[${words(own)}](${address(own)}) に残しました。`]),
        ]
      : [
          '## The map before this one',
          '',
          `This map was taken over from ${from}. ${KINDS[kind].en}`,
          ...(upstream
            ? [`Its version of the template was \`${upstream.id}\` of ${upstream.date}.`]
            : []),
          'What came over and what did not stands in the [report](adopted/report.md).',
          ...(own === undefined
            ? []
            : [`The former README is kept as [${words(own)}](${address(own)}).`]),
        ];
  return `${readme.trimEnd()}\n\n${lines.join('\n')}\n`;
}

/** Names come from elsewhere: in Markdown they stay words. */
function words(name: string): string {
  return name.replaceAll(/[\\`*_[\]<>|#\p{Cc}]/gu, ' ').trim();
}

/** An address or path that no bracket or blank ends early. */
function address(written: string): string {
  return written.replaceAll(
    /[\s()<>\\]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

const KINDS: Readonly<Record<FoundMap['kind'], Readonly<Record<Language, string>>>> = {
  'hazard-map-template': {
    ja: '市区町村ハザードマップテンプレート（2021年）から作られていました。',
    en: 'It had been made from the hazard-map template of 2021.',
  },
  mapprint: { ja: '紙マップ（mapprint）の設定でした。', en: 'It was a configuration of mapprint.' },
  folder: { ja: 'データのファイルのフォルダーでした。', en: 'It was a folder of data files.' },
};
