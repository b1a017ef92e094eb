import { resolve } from 'node:path';
import type { Command } from '../internal/command.ts';
import { textOption } from '../internal/data/options.ts';

/** `yokoten vendor` */
export const vendorCommand: Command = {
  usage: 'vendor [DIR] [--platform NAME,…] [--check] [--json]',
  description: {
    ja: [
      'アプリの構築に要るパッケージをすべて、ファイルとしてアプリの中（vendor/）に保管します。',
      '以後は、インターネットにつながらなくても「npm ci」と「npm run build」ができます。',
      '取得には手元のnpmを使い、package-lock.json のハッシュと違うものは保管しません。',
      '終了コード: 0 そろっている、1 足りない（--check）、またはGitHubが受け取らない大きさ、2 できない。',
    ].join('\n'),
    en: [
      'Stores every package that the app’s build needs as files in the app (vendor/).',
      'From then on npm ci and npm run build work without network.',
      'Your own npm fetches them; what differs from the hashes in package-lock.json is not stored.',
      'Exit code: 0 complete, 1 something is lacking (--check) or larger than GitHub takes, 2 cannot.',
    ].join('\n'),
  },
  options: {
    platform: {
      value: 'NAME,…',
      description: {
        ja: '対象のコンピューター。ふだんは linux-x64。例: linux-x64,darwin-arm64,win32-x64',
        en: 'kinds of machine, default linux-x64; like linux-x64,darwin-arm64,win32-x64',
      },
    },
    check: {
      description: {
        ja: 'そろっているかを調べるだけ（通信しない）',
        en: 'only say whether all is there; asks no network',
      },
    },
    json: { description: { ja: 'JSONで答える', en: 'answer in JSON' } },
  },
  async run(request, terminal) {
    const { readPlatforms } = await import('../internal/vendor/platform.ts');
    const { vendor } = await import('../internal/vendor/vendor.ts');
    const { refusedByGithub, vendorLines } = await import('../internal/vendor/vendor-text.ts');
    const { values, positionals } = request;
    const names = textOption(request, 'platform');
    const report = await vendor(resolve(positionals[0] ?? '.'), {
      platforms: names === undefined ? undefined : readPlatforms(names.split(',')),
      check: values['check'] === true,
      progress: terminal.progress,
    });
    terminal.progress?.(1);
    terminal.print(
      values['json'] === true
        ? JSON.stringify(report, undefined, 2)
        : vendorLines(report, request.language).join('\n'),
    );
    return report.status === 'incomplete' || refusedByGithub(report).length > 0 ? 1 : 0;
  },
};
