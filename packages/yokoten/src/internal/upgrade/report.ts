import type { Localized } from '@yokoten/standard';
import type { Change, ChangeKind } from './merge-app.ts';
import type { KeyConflict } from './merge-manifest.ts';
import type { LockOutcome } from './package-lock.ts';
import type { PublishedAt } from './publish.ts';

/** Something the owner has to look at or decide. */
export interface Decision {
  readonly path: string;
  readonly message: Localized;
}

/** What an upgrade did, or with `--dry-run` would do. `--json` prints it. */
export interface UpgradeReport {
  readonly schemaVersion: 1;
  readonly status: 'up-to-date' | 'available' | 'planned' | 'done';
  readonly template: string;
  readonly from: string;
  readonly to: string;
  /** How the starting point was found: in the record, or from the files' hashes. */
  readonly base: 'recorded' | 'inferred';
  readonly changes: readonly Change[];
  readonly migrations: readonly Localized[];
  readonly decisions: readonly Decision[];
  readonly notes: readonly Localized[];
  readonly lock: LockOutcome['state'];
  readonly place: PublishedAt | undefined;
  /** Commands to type next, in this order. */
  readonly next: readonly string[];
}

const KINDS: Readonly<Record<ChangeKind, Localized>> = {
  added: { ja: '加わるファイル', en: 'new file' },
  changed: { ja: '新しくなるファイル', en: 'new version' },
  merged: { ja: 'あなたの変更と合わせるファイル', en: 'put together with your edits' },
  removed: { ja: 'なくなるファイル', en: 'removed' },
  renamed: { ja: '名前が変わるファイル', en: 'renamed' },
  'kept-removed': {
    ja: 'あなたが消したので、消えたままです',
    en: 'you removed it, so it stays removed',
  },
  'kept-edited': {
    ja: '雛形からなくなりましたが、あなたの変更があるので残します',
    en: 'no longer in the template; kept, because you edited it',
  },
  'kept-link': { ja: 'リンクなので、そのままです', en: 'a link, so it stays as it is' },
  conflict: { ja: 'あなたが決めるファイル', en: 'for you to decide' },
  'put-off': { ja: '今回は変えないファイル', en: 'left as it is this time' },
};

/** What a kind of change is called. */
export function kindWords(kind: ChangeKind): Localized {
  return KINDS[kind];
}

/** Both sides changed the same lines of a text, or the same file that is no text. */
export function conflictDecision(path: string, isText: boolean): Decision {
  return {
    path,
    message: isText
      ? {
          ja: '同じ行を、あなたと雛形の両方が変えました。「<<<<<<<」から「>>>>>>>」までを見て、残す行を選んでください。',
          en: 'You and the template changed the same lines. Look between <<<<<<< and >>>>>>>, and choose what stays.',
        }
      : {
          ja: 'あなたと雛形の両方が、このファイルを変えました。今はあなたのものです。どちらかを選んでください。',
          en: 'You and the template both changed this file. It is yours now; choose one of the two.',
        },
  };
}

/** Both sides gave a key of a JSON file another value. */
export function keyDecision(path: string, { key, ours, theirs }: KeyConflict): Decision {
  const [mine, other] = [ours ?? '–', theirs ?? '–'];
  return {
    path,
    message: {
      ja: `「${key}」は、あなたが ${mine}、雛形が ${other} です。あなたの値を残しました。よければ、そのままで大丈夫です。`,
      en: `"${key}" is ${mine} with you and ${other} in the template. Yours stays; nothing to do if that is right.`,
    },
  };
}

/** Left for a later upgrade, because nobody is there to decide or the one who runs it may not write it. */
export function putOffDecision(path: string, isWorkflow: boolean): Decision {
  return {
    path,
    message: isWorkflow
      ? {
          ja: '自動の更新では、この設定を変えられません。手元で「npx yokoten@latest upgrade」を実行してください。',
          en: 'An automatic upgrade may not change workflows. Run npx yokoten@latest upgrade on your machine.',
        }
      : {
          ja: '同じ行の変更が重なるので、今はそのままです。手元で「npx yokoten@latest upgrade」を実行して決めてください。',
          en: 'The same lines were changed on both sides, so it stays as it is. Run npx yokoten@latest upgrade to decide.',
        },
  };
}

/** The list of exact versions could not be made anew. */
export function staleLockDecision(path: string, command: string, reason: string): Decision {
  return {
    path,
    message: {
      ja: `正確な版の一覧を作り直せませんでした（${reason}）。「${command}」を実行し、${path} もコミットしてください。`,
      en: `The exact versions could not be resolved (${reason}). Run ${command}, and commit ${path} too.`,
    },
  };
}

/** Said once, whatever else happens. */
export const NOTES = {
  uncommitted: (paths: readonly string[]): Localized => {
    const some = paths.slice(0, 3).join(', ');
    return {
      ja: `コミットしていない変更は、更新に入っていません（${some}）。`,
      en: `What is not committed is not in the upgrade (${some}).`,
    };
  },
  detached: {
    ja: 'ブランチの上ではありません。更新は、今のコミットから作ります。',
    en: 'No branch is checked out; the upgrade starts from the current commit.',
  },
  noRepository: {
    ja: 'Gitのリポジトリーではないので、更新したものを隣のフォルダーに作ります。',
    en: 'This is no Git repository, so the upgraded app is made in a folder beside it.',
  },
  inferred: (version: string, matched: number, of: number): Localized => ({
    ja: `記録がないので、ファイルの中身から、雛形の版を ${version} と判断しました（${of}個のうち${matched}個が一致）。`,
    en: `There is no record. By its files the app was made from version ${version} (${matched} of ${of} are the same).`,
  }),
} as const;
