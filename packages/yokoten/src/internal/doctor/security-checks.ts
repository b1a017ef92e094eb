import { isRecord } from '../config-reader.ts';
import { lineAt, type AppView } from './app-view.ts';
import { found, type Check, type Finding } from './check.ts';
import { stringsIn } from './identity-texts.ts';

/** Where a page loads from: scripts, styles, pictures, frames, fonts, `fetch` and `import`. */
const LOADS =
  /(?:\b(?:src|srcset|poster|data)\s*=\s*["']|<link\b(?![^>]{0,200}\brel\s*=\s*["'](?:canonical|alternate|author|license))[^>]{0,200}\bhref\s*=\s*["']|url\(\s*["']?|@import\s+["']|\bfetch\(\s*["'`]|\bimport\(\s*["']|\bfrom\s+["'])(https?:)?\/\/([\w.-]{3,200})/g;

/** Hosts that the page would contact without the config saying so. */
export const undeclaredHost: Check = {
  code: 'yokoten/undeclared-host',
  title: { ja: '設定にない外部のサーバー', en: 'hosts the config does not declare' },
  source:
    '20 checks for municipal forks, no. 6; the 2021 template loads its icons from raw.githubusercontent.com',
  run({ texts, config }) {
    const declared = new Set(
      Object.entries(config)
        .flatMap(([key, value]) => stringsIn(value, [key]))
        .flatMap(({ text }) => hostsOf(text)),
    );
    return [...texts].flatMap(([path, text]) => {
      if (!/^(index\.html|theme\.css|src\/.*|public\/.*\.(html|css|js)|.*\.html)$/.test(path))
        return [];
      return [...text.matchAll(LOADS)].flatMap(({ 2: host = '', index }) =>
        declared.has(host)
          ? []
          : [
              found(
                'problem',
                `ページが「${host}」から読みこみます。ファイルをこのアプリに置くか、設定に書いてください。`,
                `The page would load from ${host}. Put the file into the app, or declare the host in the config.`,
                { path, line: lineAt(text, index) },
              ),
            ],
      );
    });
  },
};

function hostsOf(text: string): string[] {
  if (URL.canParse(text.replaceAll(/[{}]/g, '')))
    return [new URL(text.replaceAll(/[{}]/g, '')).host];
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? [text] : [];
}

/** Forms of keys that their makers publish. */
const SECRETS: readonly (readonly [what: string, form: RegExp])[] = [
  ['AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,90})\b/g],
  ['Google', /\bAIza[0-9A-Za-z_-]{35}/g],
  ['Slack', /\bxox[abprs]-[0-9A-Za-z-]{10,80}/g],
  ['Stripe', /\b[rs]k_live_[0-9A-Za-z]{20,60}/g],
  ['npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['private key', /-----BEGIN (?:[A-Z]{2,12} )?PRIVATE KEY-----/g],
  [
    'password',
    /(?<=\b(?:password|passwd|secret|api_?key|access_?token)["']?\s{0,3}[:=]\s{0,3}["'])[^"'\s$<{]{12,80}(?=["'])/gi,
  ],
  ['_authToken', /(?<=_authToken\s{0,3}=\s{0,3})[^\s$]{8,200}/g],
];

/** Keys that must not stand in a repository. */
export const secretFound: Check = {
  code: 'yokoten/secret-found',
  title: { ja: '秘密の値', en: 'secrets' },
  source:
    '20 checks for municipal forks, no. 6: secrets in the repository or the client; OpenSSF Scorecard',
  run({ texts }) {
    return [...texts].flatMap(([path, text]) => {
      if (path.startsWith('.yokoten/') || path.endsWith('.lock.json')) return [];
      return SECRETS.flatMap(([what, form]) =>
        [...text.matchAll(form)].map(({ 0: value, index }) =>
          found(
            'problem',
            `秘密の値（${what}、${value.slice(0, 4)}…）があります。消して、発行元で無効にしてください。`,
            `A secret (${what}, ${value.slice(0, 4)}…) stands here. Remove it, and revoke it where it was made.`,
            { path, line: lineAt(text, index) },
          ),
        ),
      );
    });
  },
};

/** A page policy of one's own, or a page that is not built by the plugin. */
export const policyWeakened: Check = {
  code: 'yokoten/policy-weakened',
  title: { ja: 'ページの決まり（CSP）', en: 'page policy (CSP)' },
  source: 'W3C Content Security Policy Level 3; 20 checks for municipal forks, no. 19',
  run({ texts }) {
    const results: Finding[] = [];
    for (const [path, text] of texts) {
      if (!path.endsWith('.html')) continue;
      const at = text.search(/http-equiv\s*=\s*["']?Content-Security-Policy/i);
      if (at !== -1)
        results.push(
          found(
            'problem',
            'ページの決まり（CSP）は、設定から作られます。この行は消してください。',
            'The page’s policy is made from the config. Remove this line.',
            { path, line: lineAt(text, at) },
          ),
        );
    }
    const vite = [...texts].find(([path]) => /^vite\.config\.[cm]?[jt]s$/.test(path));
    if (vite === undefined || !/['"]yokoten\/vite['"]/.test(vite[1]))
      results.push(
        found(
          'problem',
          'ビルドの設定が yokoten を使っていません。ページの決まり（CSP）も作られません。',
          'The build does not use yokoten/vite, so the page has no policy.',
          { path: vite?.[0] ?? 'vite.config.ts' },
        ),
      );
    return results;
  },
};

/** Without the element nothing says how old the data is. */
export const ageNotShown: Check = {
  code: 'yokoten/age-not-shown',
  title: { ja: 'データの日付の表示', en: 'age of the data on the page' },
  source: '20 checks for municipal forks, no. 19: stale banner',
  run({ texts, config }) {
    const app = typeof config['app'] === 'string' ? config['app'] : '';
    const page = texts.get('index.html');
    if (page !== undefined && elements(app).some((element) => page.includes(`<${element}`)))
      return [];
    return [
      found(
        'problem',
        'ページに、アプリの要素がありません。データの日付と古さが、表示されません。',
        'The page lacks the app’s element, so nothing shows how old the data is.',
        { path: 'index.html' },
      ),
    ];
  },
};

/** An app's element is called as its package is, or in the singular of it. */
function elements(app: string): string[] {
  return [
    app,
    app.replace(/^benefits-/, 'benefit-'),
    app === 'benefits' ? 'benefit-navigator' : app,
  ].filter((name) => name !== '');
}

/** Whether the published site answers, and is this one. */
export const siteUnreachable: Check = {
  code: 'yokoten/site-unreachable',
  title: { ja: '公開中のサイト', en: 'the published site' },
  source:
    'Tokyo-Metro-Gov/covid19: rows of dead forks in a list kept by hand (#3359, #4177, #5702)',
  network: true,
  async run({ config }: AppView) {
    const url = isRecord(config['site']) ? config['site']['url'] : undefined;
    if (typeof url !== 'string' || url === '') return [];
    const answer = await fetch(new URL('yokoten.json', url.endsWith('/') ? url : `${url}/`), {
      signal: AbortSignal.timeout(15_000),
    });
    return answer.ok
      ? []
      : [
          found(
            'problem',
            `サイト（${url}）が答えません（${answer.status}）。`,
            `The site ${url} does not answer (${answer.status}).`,
          ),
        ];
  },
};
