import type { Fork } from './forks.ts';

/** What somebody does to one file of the template. */
export interface SourceEdit {
  readonly what: string;
  readonly path: string;
  readonly edit: (text: string) => string;
  /** The files of the template of 2021 that copies did this to. */
  readonly like: RegExp;
  /** The author's later version of the same stands in its place. */
  readonly overtaken?: true;
}

const DEPLOY = '.github/workflows/deploy.yml';
const NOWHERE = /^$/;

/** Replaces one place; an edit that finds nothing to edit would prove nothing. */
const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to);

const edit = (
  what: string,
  path: string,
  change: (text: string) => string,
  like = NOWHERE,
): SourceEdit => ({ what, path, edit: change, like });

/**
 * Every kind of edit of sources that was found in the copies of the template of 2021 and in forks of the city's
 * COVID-19 site: layers shown from the start, the page's title, analytics, a typo the author mended too, versions of
 * actions and of Node, permissions, `CI: false`, packages raised, own scripts and styles, a check of types put off, a
 * stranger's server taken out of the build.
 */
export const EDITS: readonly SourceEdit[] = [
  edit(
    'layers shown from the start',
    'index.html',
    swap('<disaster-map', '<disaster-map\n      layers="all"\n     '),
    /^src\/components\/Overlay/,
  ),
  edit(
    'the page’s title',
    'index.html',
    swap('<meta charset="utf-8" />', '<meta charset="utf-8" />\n    <title>地図</title>'),
    /^src\/App\.tsx$/,
  ),
  edit(
    'analytics in nine lines',
    'index.html',
    swap(
      '  </head>',
      `${Array.from({ length: 9 }, (_, i) => `    <script src="./a${i}.js"></script>\n`).join('')}  </head>`,
    ),
    /^public\/index\.html$/,
  ),
  edit('language of the page', 'index.html', swap('<html>', '<html lang="ja">')),
  edit(
    'a picture for previews',
    'index.html',
    swap('  <body>\n', '  <body>\n    <header>地図</header>\n'),
  ),
  edit(
    'a change the author made too',
    DEPLOY,
    swap('node-version: 24', 'node-version: 26'),
    /^src\/components\/OverlayFeatureLayers/,
  ),
  edit(
    'another version of Node',
    DEPLOY,
    swap('node-version: 24', "node-version: '20'"),
    /^\.github\/workflows/,
  ),
  edit(
    'versions of all actions',
    DEPLOY,
    (text) => text.replace(/@[0-9a-f]{40} # v\d\S*/g, '@v6'),
    /^\.github\/workflows/,
  ),
  edit(
    'permissions',
    DEPLOY,
    swap('  contents: read\n', '  contents: write\n'),
    /^\.github\/workflows/,
  ),
  edit(
    'CI: false',
    DEPLOY,
    swap('    steps:\n', '    env:\n      CI: false\n    steps:\n'),
    /^\.github\/workflows/,
  ),
  edit('no build of pull requests', DEPLOY, swap('  pull_request:\n', '')),
  edit(
    'a build every night',
    DEPLOY,
    swap('  workflow_dispatch:\n', "  workflow_dispatch:\n  schedule:\n    - cron: '0 18 * * *'\n"),
  ),
  edit(
    'a step before the build',
    DEPLOY,
    swap('      - run: SOURCE', '      - run: npm run fetch\n      - run: SOURCE'),
    /^scripts\//,
  ),
  edit('an own module', 'src/main.ts', (text) => `import './ours';\n${text}`, /^scripts\//),
  edit(
    'an own style',
    'src/main.ts',
    swap("import '../theme.css';\n", "import '../theme.css';\nimport './ours.css';\n"),
  ),
  edit('a package raised', 'package.json', swap('"8.3.8"', '"8.9.0"'), /^package\.json$/),
  {
    ...edit(
      'a package raised by less than the author did',
      'package.json',
      swap('"8.3.8"', '"8.3.9"'),
    ),
    overtaken: true,
  },
  edit(
    'a package added',
    'package.json',
    swap('"dependencies": {', '"dependencies": {\n    "own": "1.0.0",'),
    /^package\.json$/,
  ),
  edit(
    'a script added',
    'package.json',
    swap('"scripts": {', '"scripts": {\n    "fetch": "node fetch.js",'),
    /^package\.json$/,
  ),
  edit(
    'a script changed',
    'package.json',
    swap('"build": "vite build"', '"build": "node fetch.js && vite build"'),
    /^package\.json$/,
  ),
  edit(
    'packages of packages held',
    'package.json',
    swap('"engines": {', '"overrides": {\n    "a": { "b": "0.8.13" }\n  },\n  "engines": {'),
    /^package\.json$/,
  ),
  edit(
    'files kept out of Git',
    '.gitignore',
    (text) => `${text}\nThumbs.db\n*.xlsx\n`,
    /^\.gitignore$/,
  ),
  edit('the built site put into Git', '.gitignore', swap('dist/\n', ''), /^\.gitignore$/),
  edit('another form of files', '.gitattributes', (text) => `${text}*.geojson text\n`),
  edit('a base path', 'vite.config.ts', swap('{ plugins', "{ base: './', plugins")),
  edit(
    'a check put off',
    'vite.config.ts',
    swap('[yokoten()]', "[yokoten({ lang: 'en' })]"),
    /^tsconfig\.json$/,
  ),
];

/** Whether some edit above is of the kind of this one. */
export function isCovered({ path }: Fork['edits'][number]): boolean {
  return EDITS.some(({ like }) => like.test(path));
}
