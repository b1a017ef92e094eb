import semver from 'semver';
import { APP_RECORD } from '../upgrade/app-record.ts';
import { BASE_ARCHIVE, readBaseArchive } from '../upgrade/base-archive.ts';
import { sha256 } from '../upgrade/tree.ts';
import { runProgram } from '../upgrade/run-program.ts';
import { found, type Check } from './check.ts';

/** Where the app came from: without it an upgrade has to guess. */
export const noRecord: Check = {
  code: 'yokoten/no-record',
  title: { ja: '雛形の記録', en: 'record of the template' },
  source: '21 of 22 copies of the 2021 template share no history with it',
  run: ({ record, texts }) => {
    if (record === undefined)
      return [
        found(
          'problem',
          '雛形の記録がありません。「npx yokoten@latest upgrade」が、ファイルから作り直します。',
          'There is no record of the template. npx yokoten@latest upgrade makes it anew from the files.',
          { path: APP_RECORD },
        ),
      ];
    if (readBaseArchive(texts.get(BASE_ARCHIVE) ?? '').size > 0) return [];
    return [
      found(
        'problem',
        '雛形のファイルの控えがありません。通信できないと、更新できなくなります。',
        'The copy of the template’s files is gone. Without network the app could not be upgraded.',
        { path: BASE_ARCHIVE },
      ),
    ];
  },
};

/** Files that an upgrade has to merge, not replace. */
export const templateFileEdited: Check = {
  code: 'yokoten/template-file-edited',
  title: { ja: '変えた雛形のファイル', en: 'edited files of the template' },
  source: '20 checks for municipal forks, no. 5: edited managed files',
  async run(app) {
    const managed = [...(app.record?.files ?? [])].filter(
      ([, { class: owner }]) => owner === 'template',
    );
    const results = await Promise.all(
      managed.map(async ([path, { sha256: hash }]) => {
        if (!app.paths.includes(path))
          return [
            found(
              'todo',
              '雛形のファイルを消しています。更新しても、消えたままです。',
              'A file of the template was removed; an upgrade leaves it so.',
              { path },
            ),
          ];
        const text = new TextDecoder().decode(await app.bytes(path)).replaceAll('\r\n', '\n');
        const same =
          sha256(await app.bytes(path)) === hash || sha256(new TextEncoder().encode(text)) === hash;
        return same
          ? []
          : [
              found(
                'todo',
                '雛形のファイルを変えています。更新のとき、両方の変更を合わせます。設定で足りるなら、そちらが楽です。',
                'A file of the template was edited, so an upgrade merges it. Where the config can say the same, that is easier.',
                { path },
              ),
            ];
      }),
    );
    return results.flat();
  },
};

/** What an upgrade left for a person. */
export const upgradePutOff: Check = {
  code: 'yokoten/upgrade-put-off',
  title: { ja: '後回しにした更新', en: 'upgrades that were put off' },
  source:
    'an upgrade by a bot may not change workflows (org-metrics-dashboard#102), and decides nothing',
  run: ({ record }) =>
    [...(record?.files ?? [])]
      .filter(([, { version }]) => version !== undefined)
      .map(([path, { version = '' }]) =>
        found(
          'todo',
          `このファイルだけ、雛形の ${version} のままです。「npx yokoten@latest upgrade」で決めてください。`,
          `This file is still at version ${version} of the template. Run npx yokoten@latest upgrade, and decide.`,
          { path },
        ),
      ),
};

/** A newer version of the template. */
export const templateBehind: Check = {
  code: 'yokoten/template-behind',
  title: { ja: '雛形の新しい版', en: 'newer version of the template' },
  source: 'the median copy of the 2021 template is 36 of 114 commits behind',
  network: true,
  async run({ record, root }) {
    if (record === undefined) return [];
    const { code, stdout } = await runProgram('npm', ['view', 'create-yokoten', 'version'], {
      cwd: root,
      timeout: 20_000,
    });
    const newest = stdout.toString().trim();
    if (code !== 0 || semver.valid(newest) === null) throw new Error('npm view create-yokoten');
    return semver.gt(newest, record.version)
      ? [
          found(
            'problem',
            `雛形の新しい版 ${newest} があります（今は ${record.version}）。「npx yokoten@latest upgrade」を実行してください。`,
            `Version ${newest} of the template is out; the app is at ${record.version}. Run npx yokoten@latest upgrade.`,
            { path: APP_RECORD },
          ),
        ]
      : [];
  },
};

/** Packages with known holes. */
export const knownVulnerabilities: Check = {
  code: 'yokoten/known-vulnerabilities',
  title: { ja: 'パッケージの弱点', en: 'known holes in packages' },
  source:
    'hachioji-city/hazardmap: security releases since 2022 never arrived; OpenSSF Scorecard, Vulnerabilities',
  network: true,
  async run({ root, paths }) {
    if (!paths.includes('package-lock.json')) throw new Error('package-lock.json');
    const { code, stdout } = await runProgram('npm', ['audit', '--omit=dev', '--json'], {
      cwd: root,
      timeout: 30_000,
    });
    const answer = JSON.parse(stdout.toString()) as {
      metadata?: { vulnerabilities?: { high?: number; critical?: number } };
    };
    const { high, critical } = answer.metadata?.vulnerabilities ?? {};
    // A registry that does not answer is no registry that knows of nothing.
    if (high === undefined || critical === undefined) throw new Error(`npm audit: ${code ?? ''}`);
    const count = high + critical;
    return count === 0
      ? []
      : [
          found(
            'problem',
            `使っているパッケージに、重い弱点が${count}件あります。「npm audit fix」を実行してください。`,
            `${count} severe holes are known in the packages in use. Run npm audit fix.`,
            { path: 'package-lock.json' },
          ),
        ];
  },
};
