import { parse } from 'yaml';
import { isRecord } from '../config-reader.ts';
import { BASE_ARCHIVE, readBaseArchive } from '../upgrade/base-archive.ts';
import { lineAt, type AppView } from './app-view.ts';
import { found, type Check } from './check.ts';

/** Our own workflow is called by its major version: a bot could not change the hash in a fork. */
const OURS = /^(?:\.{1,2}\/|yokoten\/yokoten\/\.github\/workflows\/[\w.-]+@)/;

/** Actions by a name that can be moved to other code. */
export const actionUnpinned: Check = {
  code: 'yokoten/action-unpinned',
  title: { ja: '固定していないアクション', en: 'actions that are not pinned' },
  source: 'OpenSSF Scorecard, Pinned-Dependencies',
  run(app) {
    const pins = templatePins(app);
    return workflows(app).flatMap(([path, text]) =>
      [...text.matchAll(/^[ -]*uses:[ ]*["']?([^\s"'#]+)["']?.*$/gm)].flatMap(
        ({ 0: line, 1: uses = '', index }) => {
          if (OURS.test(uses) || /@[0-9a-f]{40}$/.test(uses) || /@sha256:[0-9a-f]{64}$/.test(uses))
            return [];
          const [name = ''] = uses.split('@');
          const pinned = pins.get(name);
          const fix = pinned && {
            path,
            apply: (now: string) =>
              now.replaceAll(line, line.replace(/uses:.*/, `uses: ${pinned}`)),
          };
          return [
            found(
              'problem',
              `アクション「${uses}」が固定されていません。「@」の後にコミットの40けたを書いてください。`,
              `The action ${uses} is not pinned. Write the 40 digits of its commit behind the @.`,
              { path, line: lineAt(text, index), ...(fix && { fix }) },
            ),
          ];
        },
      ),
    );
  },
};

/** Pins of the template that the app was made from, with their comment. */
function templatePins({ texts }: AppView): Map<string, string> {
  const archive = readBaseArchive(texts.get(BASE_ARCHIVE) ?? '');
  const all = [...archive]
    .filter(([path]) => isWorkflow(path))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
  return new Map(
    all.flatMap((text) =>
      [...text.matchAll(/uses: ([\w.-]+\/[\w./-]+)(@[0-9a-f]{40}(?: # v[\d.]+)?)/g)].map(
        ([, name = '', rest = '']) => [name, name + rest] as const,
      ),
    ),
  );
}

/** A token that may do more than the workflow needs. */
export const workflowPermissions: Check = {
  code: 'yokoten/workflow-permissions',
  title: { ja: 'ワークフローの権限', en: 'permissions of workflows' },
  source: 'OpenSSF Scorecard, Token-Permissions',
  run: (app) =>
    workflows(app).flatMap(([path, text]) => {
      const value = yaml(text);
      const permissions = value?.['permissions'];
      if (value === undefined || permissions === 'write-all')
        return [
          found(
            'problem',
            'ワークフローに、すべての権限があります。要るものだけにしてください。',
            'The workflow may do everything, or cannot be read. Grant only what it needs.',
            { path },
          ),
        ];
      const jobs = isRecord(value['jobs']) ? Object.values(value['jobs']) : [];
      const every = jobs.every((job) => isRecord(job) && job['permissions'] !== undefined);
      return permissions === undefined && !every
        ? [
            found(
              'problem',
              '権限（permissions）が書かれていません。「permissions: { contents: read }」のように書いてください。',
              'The workflow states no permissions. Write them, like permissions: { contents: read }.',
              { path },
            ),
          ]
        : [];
    }),
};

/** Runs with the repository's rights on what strangers send. */
export const workflowDangerous: Check = {
  code: 'yokoten/workflow-dangerous',
  title: { ja: '危ないワークフロー', en: 'dangerous workflows' },
  source: 'OpenSSF Scorecard, Dangerous-Workflow',
  run: (app) =>
    workflows(app).flatMap(([path, text]) =>
      [
        ...text.matchAll(
          /^\s*pull_request_target\s*:|^on:.{0,80}\bpull_request_target\b|\$\{\{[^}]{0,80}github\.(?:event\.(?:issue|pull_request|comment|review|head_commit|discussion)\.[^}]{0,60}(?:title|body|message|name|ref|label)|head_ref)[^}]{0,60}\}\}/gm,
        ),
      ]
        .filter(({ 0: hit, index }) => /pull_request_target/.test(hit) || insideRun(text, index))
        .map(({ index }) =>
          found(
            'problem',
            '知らない人が書いた言葉が、権限のあるところで動きます。値は env を通して渡してください。',
            'What strangers write would run with the rights of the repository. Pass values through env.',
            { path, line: lineAt(text, index) },
          ),
        ),
    ),
};

/** Whether a place belongs to a `run:` of a step: the nearest key above it with less indentation. */
function insideRun(text: string, offset: number): boolean {
  const lines = text.slice(0, offset).split('\n');
  const current = `${lines.at(-1) ?? ''}x`;
  if (/^\s*(?:- )?run:/.test(current)) return true;
  const indent = current.search(/\S/);
  const above = lines
    .slice(0, -1)
    .findLast((line) => line.trim() !== '' && line.search(/\S/) < indent);
  return above !== undefined && /^\s*(?:- )?run:/.test(above);
}

function workflows({ texts }: AppView): [string, string][] {
  return [...texts].filter(([path]) => isWorkflow(path));
}

function isWorkflow(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}

function yaml(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 20 });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
