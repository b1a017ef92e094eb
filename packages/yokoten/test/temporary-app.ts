import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// A server that is just ending may still write into the folder.
const REMOVE = { recursive: true, force: true, maxRetries: 10 } as const;

/** A config that is right; tests change single keys of it. */
export const CONFIG: Readonly<Record<string, unknown>> = {
  schemaVersion: 1,
  app: 'disaster-map',
  municipality: { name: { ja: '見本市', en: 'Mihon City' }, bbox: [141, 32.5, 141.1, 32.6] },
  title: { ja: '見本市の<地図>', en: 'Map of Mihon' },
  description: { ja: '避難所"と"地図', en: 'Shelters' },
};

/** Stands in for an app's package: a row that begins with `!` is bad, `"fault"` in the config stops the build. */
const BUILDER = `
export const disasterMap = {
  element: 'disaster-map',
  preload: ['drawing'],
  async build({ config, municipality, files }) {
    const rows = files.flatMap(({ path, bytes }) =>
      new TextDecoder().decode(bytes).trim().split('\\n').map((name, i) => ({ path, name, line: i + 1 })));
    const good = rows.filter(({ name }) => !name.startsWith('!'));
    const bad = rows.filter(({ name }) => name.startsWith('!'));
    return {
      document: {
        schemaVersion: 1, municipality, title: config.title,
        layers: [{ id: 'a', title: { ja: 'あ' }, places: good.map(({ name }) => [0, 0, name, name, [], '']),
          credit: { licence: 'CC0-1.0', date: '2022' } }],
        report: { rows: rows.length, shown: good.length, leftOut: bad.length },
      },
      problems: bad.map(({ path, name, line }) => ({
        code: 'open-data/missing-coordinate', severity: 'error', file: path, row: line, line,
        column: '緯度', cell: 'B' + line, before: name,
        message: { ja: '緯度がありません。\\n「' + name + '」を直してください。', en: 'No latitude.' },
      })),
      configProblems: config.fault
        ? [{ code: 'disaster-map/unknown-layer', path: ['fault'], message: { ja: '層がありません。', en: 'No layer.' } }]
        : [],
      hosts: { img: ['https://tiles.example.jp/a/{z}'], connect: [] },
      fallbackHtml: '<table><tr><td>' + good.length + ' 件</td></tr></table>',
      text: rows.map(({ name }) => name).join('') + '避難所',
    };
  },
};
`;

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "temporary-app", "private": true, "type": "module" }',
  'index.html': `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <title>to be replaced</title>
    <script type="module" src="./src/main.ts"></script>
  </head>
  <body>
    <!-- <disaster-map></disaster-map> -->
    <disaster-map></disaster-map>
  </body>
</html>
`,
  'src/main.ts': `import '../theme.css';\nimport '@yokoten/disaster-map/define';\n`,
  'theme.css': 'body { margin: 0 }\n',
  'data/01-避難所.csv': 'いち\nに\n',
  'node_modules/@yokoten/disaster-map/package.json': JSON.stringify({
    name: '@yokoten/disaster-map',
    type: 'module',
    exports: {
      './define': './define.js',
      './build': './build.js',
      './package.json': './package.json',
    },
  }),
  'node_modules/@yokoten/disaster-map/define.js': `import('drawing').then(({ draw }) => draw());\n`,
  'node_modules/@yokoten/disaster-map/build.js': BUILDER,
  'node_modules/drawing/package.json':
    '{ "name": "drawing", "type": "module", "main": "index.js" }',
  'node_modules/drawing/index.js': `export const draw = () => document.body.append('drawn');\n`,
};

/** An app in a folder of its own, gone after the test. */
export interface TemporaryApp extends AsyncDisposable {
  readonly root: string;
  write(path: string, content: string): Promise<void>;
}

/** Makes an app; `files` are added to or replace what it has, `undefined` leaves one out. */
export async function temporaryApp(
  config: Readonly<Record<string, unknown>> | string = CONFIG,
  files: Readonly<Record<string, string | undefined>> = {},
): Promise<TemporaryApp> {
  const root = await mkdtemp(join(tmpdir(), 'yokoten-app-'));
  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const text = typeof config === 'string' ? config : JSON.stringify(config, undefined, 2);
  for (const [path, content] of Object.entries({
    ...FILES,
    'yokoten.config.jsonc': text,
    ...files,
  })) {
    if (content !== undefined) await write(path, content);
  }
  return { root, write, [Symbol.asyncDispose]: () => rm(root, REMOVE) };
}
