import type { ReleaseClone } from './release-clone.ts';

const TEMPLATE = 'templates/disaster-map';
/** Where the files of the template stand: in the template, and in the app that is made from it. */
const APPS = [TEMPLATE, 'apps/hachioji'] as const;

interface TemplateManifest {
  files: Record<string, string>;
  moved?: Record<string, string>;
}

/** A template file that is renamed, one that is new, and a workflow that changes. */
export function editSecondRelease(clone: ReleaseClone): void {
  for (const app of APPS) {
    clone.rename(`${app}/src/main.ts`, `${app}/src/app.ts`);
    clone.edit(`${app}/index.html`, (text) => text.replace('./src/main.ts', './src/app.ts'));
    clone.write(`${app}/SECURITY.md`, '# 見つけた弱点の知らせ先\n\nTell us before others.\n');
    clone.edit(`${app}/.github/workflows/deploy.yml`, (text) =>
      text.replace('timeout-minutes: 15', 'timeout-minutes: 20'),
    );
  }
  editManifest(clone, ({ files }) => {
    const { 'src/main.ts': owner = '', ...others } = files;
    const moved = { 'src/main.ts': 'src/app.ts' };
    return { files: { ...others, 'src/app.ts': owner, 'SECURITY.md': 'template' }, moved };
  });
  clone.write('.changeset/second.md', changeset('A new form of the template.'));
}

/**
 * A template file that is gone, another that changes, and a config in a new form: `hazardLayers` has another name. The
 * changeset forgets that this changes the map too.
 */
export function editThirdRelease(clone: ReleaseClone): void {
  for (const app of APPS) {
    clone.remove(`${app}/.gitattributes`);
    clone.edit(`${app}/index.html`, (text) => text.replace('permalink', 'permalink lang="ja"'));
  }
  editManifest(clone, ({ files, ...rest }) => {
    const { '.gitattributes': _, ...others } = files;
    return { ...rest, files: others };
  });
  for (const folder of ['packages/yokoten', 'packages/disaster-map', 'templates', 'apps'])
    for (const path of clone.textsBelow(folder))
      clone.replaceAll(path, 'hazardLayers', 'hazardRasters');
  for (const folder of ['templates', 'apps'])
    for (const path of clone.textsBelow(folder))
      if (path.endsWith('yokoten.config.jsonc'))
        clone.replaceAll(path, '"schemaVersion": 1', '"schemaVersion": 2');
  clone.edit('packages/yokoten/src/internal/upgrade/migrations.ts', (text) =>
    text
      .replace('import { setValue,', 'import { renameKey, setValue,')
      .replace('MIGRATIONS: readonly Migration[] = [];', MIGRATION),
  );
  clone.write('.changeset/third.md', changeset('A new form of the config.'));
}

const MIGRATION = `MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    summary: { ja: '項目の名前が変わりました。', en: 'A key has another name.' },
    apply: (text) => renameKey(text, ['hazardLayers'], 'hazardRasters'),
  },
];`;

/** Says what `editThirdRelease` forgot. */
export function rememberMap(clone: ReleaseClone): void {
  clone.write('.changeset/map.md', changeset('A key has another name.', '@yokoten/disaster-map'));
}

function changeset(text: string, name = 'yokoten'): string {
  return `---\n'${name}': minor\n---\n\n${text}\n`;
}

function editManifest(
  clone: ReleaseClone,
  change: (manifest: TemplateManifest) => TemplateManifest,
): void {
  clone.edit(`${TEMPLATE}/template.json`, (text) => {
    const manifest = JSON.parse(text) as TemplateManifest;
    return JSON.stringify({ ...manifest, ...change(manifest) }, undefined, 2);
  });
}
