import type { ForeignFile, ForeignTree } from '../foreign/foreign.ts';
import { textOf } from '../upgrade/tree.ts';
import { isShown, type ProgramSettings, type ProgramTexts } from './program-settings.ts';
import { restoreEdit, type Restored } from './restore-edit.ts';
import { effect, type EditEffect, type SourceEdit } from './source-edit.ts';
import { filesOfVersion, isUpstream, type UpstreamVersion } from './upstream.ts';

/** What belongs to the map's data and config, which is taken over in other ways. */
const NO_PROGRAM =
  /^(csv|images|data)\/|^hazardmap-config\.jsonc?$|^src\/(generated|images)\/|\/\.keep$/;

/** Parts of the program that the new app has of its own. */
const REPLACED: readonly (readonly [path: RegExp, ja: string, en: string])[] = [
  [
    /^\.github\//,
    '公開の手順です。新しいアプリには、新しい手順が入っています。',
    'How the site is published: the new app has its own way.',
  ],
  [
    /^(package(-lock)?\.json|yarn\.lock|\.npmrc|\.node-version|\.nvmrc)$/,
    '使う部品と命令の一覧です。新しいアプリには、新しい一覧が入っています。',
    'Packages and commands: the new app has its own.',
  ],
  [
    /^scripts\//,
    'データを変換するプログラムです。新しいアプリは、ファイルをそのまま読みます。',
    'Turns data into what the map read: the new app reads the files as they are.',
  ],
  [
    /^(\.vscode|\.husky)\/|^(tsconfig[\w.]*\.json|\.gitignore|\.gitattributes|\.prettierrc\w*|\.eslintrc[\w.]*)$/,
    '開発の設定です。新しいアプリには要りません。',
    'Settings for development, not needed any more.',
  ],
  [
    /^(build|dist)\/|^\.nojekyll$|^CNAME$/,
    '公開のために作られたファイルです。新しいアプリは、公開のたびに作ります。',
    'Made for publishing: the new app makes it each time.',
  ],
  [/^docs\//, 'ひな形の説明書です。', 'Documents of the template.'],
];

const ANALYTICS =
  /googletagmanager\.com|google-analytics\.com|\bgtag\(|clarity\.ms|matomo|plausible\.io/i;

/** The texts of a copy's program, for those who look for settings in it. */
export async function programTexts({ files }: Pick<ForeignTree, 'files'>): Promise<ProgramTexts> {
  const wanted = files.filter(
    ({ path, size }) => /^(src|public)\/[^\0]*\.(tsx?|jsx?|html|css)$/.test(path) && size < 500_000,
  );
  const texts = new Map<string, string>();
  for (const file of wanted) {
    const text = textOf({ bytes: await file.read() });
    if (text !== undefined) texts.set(file.path, text);
  }
  return texts;
}

/** Every file of the program that differs from the version it was made from, and what became of the difference. */
export async function sourceEdits(
  { files }: Pick<ForeignTree, 'files'>,
  version: UpstreamVersion | undefined,
  texts: ProgramTexts,
  settings: ProgramSettings,
): Promise<SourceEdit[]> {
  const base = version === undefined ? new Map<string, string>() : filesOfVersion(version);
  const edits: SourceEdit[] = [];
  const here = new Set<string>();
  for (const file of files) {
    here.add(file.path);
    if (NO_PROGRAM.test(file.path)) continue;
    const before = base.get(file.path);
    if (before !== undefined && file.blob.startsWith(before)) continue;
    edits.push(await editOf(file, before === undefined ? 'added' : 'changed', texts, settings));
  }
  for (const path of base.keys())
    if (!here.has(path) && !NO_PROGRAM.test(path)) edits.push(removed(path));
  return edits;
}

async function editOf(
  file: ForeignFile,
  kind: SourceEdit['kind'],
  texts: ProgramTexts,
  settings: ProgramSettings,
): Promise<SourceEdit> {
  const { path } = file;
  const text =
    texts.get(path) ?? (file.size < 500_000 ? textOf({ bytes: await file.read() }) : undefined);
  const lines = text === undefined ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const restored =
    text === undefined || kind === 'added'
      ? undefined
      : restoreEdit(text, (blob) => isUpstream(path, blob));
  const effects = effectsOf(path, text ?? '', settings);
  const isWhole =
    restored !== undefined ||
    effects.some(({ outcome }) => outcome === 'replaced' || outcome === 'kept');
  return {
    file: path,
    kind,
    lines,
    ...(restored && { edited: restored.edited }),
    effects: isWhole && effects.length > 0 ? effects : [...effects, ...others(restored, kind)],
  };
}

/** What is known of the file besides what was recognised. */
function others(restored: Restored | undefined, kind: SourceEdit['kind']): EditEffect[] {
  if (restored?.kinds.has('color-name') === true)
    return [
      effect(
        'replaced',
        'しるしの色の名前の、打ちまちがいを直しています。',
        'A slip in the name of a colour was mended.',
      ),
    ];
  if (restored !== undefined)
    return [effect('replaced', '空白と改行だけの違いです。', 'Only blanks and line ends differ.')];
  return [
    kind === 'added'
      ? effect(
          'left',
          '足されたファイルです。移していません。',
          'A file that was added. It was not taken over.',
        )
      : effect(
          'left',
          'ひな形の版と違うところが、ほかにもあります。移していません。',
          'It differs from the version of the template in other ways too, which were not taken over.',
        ),
  ];
}

function effectsOf(path: string, text: string, settings: ProgramSettings): EditEffect[] {
  const replaced = REPLACED.find(([pattern]) => pattern.test(path));
  if (replaced !== undefined) return [effect('replaced', replaced[1], replaced[2])];
  if (/^(README|LICENSE|NOTICE)[^/]*$/i.test(path))
    return [
      effect(
        'kept',
        '「adopted」フォルダーに、そのまま残しました。',
        'Kept as it is, in the folder adopted.',
      ),
    ];
  if (isOtherData(path))
    return [
      effect(
        'kept',
        'データですが、元の地図には出ていません。「adopted」フォルダーに残しました。',
        'Data that the map did not show. It is kept in the folder adopted.',
      ),
    ];
  const effects: EditEffect[] = [];
  if (path.endsWith('OverlayFeatureLayers.tsx')) effects.push(...ofLayers(text, settings));
  if (
    path.endsWith('OverlayTileLayers.tsx') ||
    (path === 'src/App.tsx' && text.includes('LayersControl.Overlay'))
  )
    effects.push(...ofTiles(settings));
  if (path === 'src/App.tsx' && settings.title !== undefined)
    effects.push(
      effect(
        'config',
        `ページの見出しは「${settings.title}」です。設定の title に書きました。`,
        `The page's title is "${settings.title}": written into title of the config.`,
      ),
    );
  if (ANALYTICS.test(text))
    effects.push(
      effect(
        'left',
        'アクセス解析の読み込みです。見る人のことが外に伝わるので、移していません。',
        'Loads a service that counts visits. It tells others about readers, so it was not taken over.',
      ),
    );
  return effects;
}

function ofLayers(text: string, { layers }: ProgramSettings): EditEffect[] {
  if (layers === undefined)
    return /\bchecked\b/.test(text)
      ? [
          effect(
            'left',
            'はじめから出すレイヤーの指定ですが、読み取れません。',
            'Says which layers are on at first, in a way that could not be understood.',
          ),
        ]
      : [];
  const first = isShown(layers, '', 0);
  return [
    layers === 'all' || layers === 'none'
      ? effect(
          'config',
          first === true
            ? 'すべてのレイヤーを、はじめから出します。設定の visible に書きました。'
            : 'どのレイヤーも、はじめは出しません。設定の visible に書きました。',
          first === true
            ? 'All layers are on at first: visible in the config.'
            : 'No layer is on at first: visible in the config.',
        )
      : effect(
          'config',
          'はじめから出すレイヤーが決めてあります。設定の visible に書きました。',
          'Some layers are on at first: visible in the config.',
        ),
  ];
}

function ofTiles({ tiles }: ProgramSettings): EditEffect[] {
  if (tiles === undefined) return [];
  return [
    effect(
      'config',
      'はじめから重ねるハザードマップが決めてあります。一つを設定の shownHazardLayer に書きました。',
      'Hazard maps are on at first: one of them is shownHazardLayer in the config.',
    ),
  ];
}

function removed(file: string): SourceEdit {
  return {
    file,
    kind: 'removed',
    lines: 0,
    effects: [
      effect(
        'replaced',
        '消されたファイルです。新しいアプリには要りません。',
        'A file that was removed; the new app does not need it.',
      ),
    ],
  };
}

/** Data beside the folder that the map reads. */
export function isOtherData(path: string): boolean {
  return /\.(csv|tsv|geojson|kml|kmz|xlsx?)$/i.test(path) && !/^(csv|src|build|dist)\//.test(path);
}
