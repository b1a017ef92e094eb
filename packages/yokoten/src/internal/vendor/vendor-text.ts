import type { Localized } from '@yokoten/standard';
import { inLanguage, type Language } from '../language.ts';
import { printable } from '../terminal-text.ts';
import type { VendorGap } from './check-vendor.ts';
import type { VendorReport } from './vendor.ts';

/** GitHub warns of a file above 50 MiB and refuses one above 100 MiB. */
const GITHUB = { warns: 50 * 1024 * 1024, refuses: 100 * 1024 * 1024 } as const;

/** Paths of tarballs that GitHub would refuse. */
export function refusedByGithub({ tarballs }: VendorReport): string[] {
  return tarballs.filter(({ bytes }) => bytes > GITHUB.refuses).map(({ path }) => path);
}

/** The report for a terminal, in one language. */
export function vendorLines(report: VendorReport, language: Language): string[] {
  const say = (text: Localized): string => inLanguage(text, language);
  const { tarballs, added, removed, gaps, platforms, status } = report;
  const megabytes = (tarballs.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
  const some = { count: tarballs.length, megabytes, platforms: platforms.join(', ') };
  const lines = [say(headline(status, some))];
  if (added.length > 0) lines.push(say(SAID.added(added.length)));
  if (removed.length > 0) lines.push(say(SAID.removed(removed.length)));
  for (const { path, bytes } of tarballs) {
    if (bytes > GITHUB.refuses) lines.push(say(SAID.refused(printable(path), bytes)));
    else if (bytes > GITHUB.warns) lines.push(say(SAID.large(printable(path), bytes)));
  }
  const unstated = tarballs.filter(({ licence }) => licence === undefined);
  if (status !== 'incomplete' && unstated.length > 0)
    lines.push(say(SAID.unstated(unstated.map(({ name }) => printable(name)).join(', '))));
  lines.push(
    ...gaps.slice(0, MOST_GAPS).map((gap) => `  ${printable(gap.what)}  ${say(GAPS[gap.kind])}`),
  );
  if (gaps.length > MOST_GAPS) lines.push(`  … ${gaps.length - MOST_GAPS}`);
  if (status === 'stored') lines.push(say(SAID.commit));
  return lines;
}

const MOST_GAPS = 20;

const GAPS: Readonly<Record<VendorGap['kind'], Localized>> = {
  'not-stored': { ja: '保管していません', en: 'is not stored' },
  missing: { ja: 'ファイルがありません', en: 'is missing' },
  changed: { ja: '記録と中身が違います', en: 'is not what package-lock.json says' },
  unneeded: { ja: '使われていません', en: 'is not needed' },
};

interface Sum {
  readonly count: number;
  readonly megabytes: string;
  readonly platforms: string;
}

function headline(status: VendorReport['status'], { count, megabytes, platforms }: Sum): Localized {
  if (status === 'incomplete')
    return {
      ja: `vendor/ が package-lock.json と合っていません（${platforms}）。「npx yokoten vendor」を実行してください。`,
      en: `vendor/ is not what package-lock.json wants (${platforms}). Run npx yokoten vendor.`,
    };
  return {
    ja: `vendor/ にパッケージ${count}個、${megabytes} MB がそろっています（${platforms}）。`,
    en: `vendor/ holds all ${count} packages, ${megabytes} MB (${platforms}).`,
  };
}

const SAID = {
  added: (count: number): Localized => ({
    ja: `- 加えたもの: ${count}個`,
    en: `- added: ${count}`,
  }),
  removed: (count: number): Localized => ({
    ja: `- 使わなくなり、消したもの: ${count}個`,
    en: `- removed, because nothing needs them: ${count}`,
  }),
  refused: (path: string, bytes: number): Localized => ({
    ja: `- ${path} は ${Math.ceil(bytes / 1e6)} MB です。GitHubは100 MBを超えるファイルを受け取りません。`,
    en: `- ${path} has ${Math.ceil(bytes / 1e6)} MB: GitHub refuses files above 100 MB.`,
  }),
  large: (path: string, bytes: number): Localized => ({
    ja: `- ${path} は ${Math.ceil(bytes / 1e6)} MB です。GitHubは50 MBを超えると警告します。`,
    en: `- ${path} has ${Math.ceil(bytes / 1e6)} MB: GitHub warns of files above 50 MB.`,
  }),
  unstated: (names: string): Localized => ({
    ja: `- ライセンスの書かれていないパッケージ: ${names}`,
    en: `- packages that state no licence: ${names}`,
  }),
  commit: {
    ja: '- vendor/ と package-lock.json をコミットしてください。',
    en: '- Commit vendor/ and package-lock.json.',
  },
} as const;
