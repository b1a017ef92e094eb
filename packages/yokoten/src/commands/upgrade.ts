import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import semver from 'semver';
import type { Command, Request } from '../internal/command.ts';
import { textOption } from '../internal/data/options.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { upgradeLines, upgradeMarkdown } from '../internal/upgrade/report-text.ts';
import type { UpgradeReport } from '../internal/upgrade/report.ts';

/** `yokoten upgrade` */
export const upgradeCommand: Command = {
  usage: 'upgrade [DIR] [--to VERSION] [--check] [--dry-run] [--json]',
  description: {
    ja: [
      'アプリを、雛形の新しい版に合わせます。データ、設定、画像など、あなたのファイルは変えません。',
      '結果は別のブランチ（Gitがなければ隣のフォルダー）にでき、今のフォルダーはそのままです。',
      '「--check」は新しい版があるかだけを、「--dry-run」は何が変わるかだけを知らせます。',
      '終了コード: 0 できた、1 あなたが決めることがある（--check では新しい版がある）、2 できない。',
    ].join('\n'),
    en: [
      'Brings the app to a newer version of its template. What is yours (data, config, pictures) is never changed.',
      'The result stands on a branch of its own (without Git: in a folder beside it); the folder itself stays as it is.',
      '--check only says whether there is a newer version, --dry-run only what would change.',
      'Exit code: 0 done, 1 something is for you to decide (with --check: there is a newer version), 2 cannot.',
    ].join('\n'),
  },
  options: {
    to: {
      value: 'VERSION',
      description: {
        ja: 'この版にする。ふだんは最新',
        en: 'go to this version, default the newest',
      },
    },
    check: {
      description: { ja: '新しい版があるかを調べるだけ', en: 'only look for a newer version' },
    },
    'dry-run': { description: { ja: '何も書かない', en: 'write nothing' } },
    json: { description: { ja: 'JSONで答える', en: 'answer in JSON' } },
    report: {
      value: 'FILE',
      description: {
        ja: '日本語と英語の報告をMarkdownで書く',
        en: 'also write the report in Japanese and English, as Markdown',
      },
    },
    'put-off': {
      description: {
        ja: '決められないところとワークフローは次回に回す（自動実行用）',
        en: 'leave conflicts and workflow files for another time (for unattended runs)',
      },
    },
    releases: {
      value: 'DIR',
      description: {
        ja: 'create-yokoten-*.tgz のあるフォルダー（通信しない）',
        en: 'folder of create-yokoten-*.tgz; asks no registry',
      },
    },
    from: {
      value: 'VERSION',
      description: {
        ja: '記録がないとき、アプリを作った版',
        en: 'version the app was made from, where it has no record',
      },
    },
  },
  async run(request, terminal) {
    const { readProject } = await import('../internal/upgrade/project.ts');
    const { folderSource, registrySource } = await import('../internal/upgrade/release-source.ts');
    const { upgrade } = await import('../internal/upgrade/upgrade.ts');
    const root = resolve(request.positionals[0] ?? '.');
    const releases = textOption(request, 'releases');
    const { values } = request;
    const report = await upgrade(await readProject(root), {
      source: releases === undefined ? registrySource(root) : folderSource(resolve(releases)),
      to: versionOption(request, 'to'),
      from: versionOption(request, 'from'),
      check: values['check'] === true,
      dryRun: values['dry-run'] === true,
      putOff: values['put-off'] === true,
    });
    const file = textOption(request, 'report');
    if (file !== undefined) await writeFile(file, upgradeMarkdown(report));
    const asked = values['json'] === true;
    terminal.print(
      asked
        ? JSON.stringify(report, undefined, 2)
        : upgradeLines(report, request.language).join('\n'),
    );
    return exitCode(report);
  },
};

function exitCode({ status, decisions }: UpgradeReport): number {
  return status === 'available' || decisions.length > 0 ? 1 : 0;
}

function versionOption(request: Request, name: string): string | undefined {
  const asked = textOption(request, name);
  if (asked === undefined) return undefined;
  const version = semver.valid(asked);
  if (version !== null) return version;
  throw new YokotenError(
    fault(
      'yokoten/option-value',
      `「--${name}」に「${asked}」は使えません。「0.2.0」のような版の番号を書いてください。`,
      `--${name} cannot be "${asked}". Write a version like 0.2.0.`,
    ),
  );
}
