import { municipalities } from '@yokoten/standard/municipalities';
import { CONFIG_FILE } from '../config-text.ts';
import { isRecord } from '../config-reader.ts';
import { lineAt, type AppView } from './app-view.ts';
import { found, type Check, type Finding } from './check.ts';
import { stringsIn } from './identity-texts.ts';

/** Addresses of the site that are not the one in the config. */
export const leftoverDomain: Check = {
  code: 'yokoten/leftover-domain',
  title: { ja: '別のサイトのアドレス', en: 'address of another site' },
  source:
    '20 checks for municipal forks, no. 3: domain, CNAME, canonical, sitemap; stopcovid19.metro.tokyo remained in 5 of 5 forks',
  run(app) {
    const own = siteHost(app);
    const named = namedHosts(app);
    if (own === undefined)
      return named.map(({ host, path, line }) =>
        found(
          'problem',
          `アドレス「${host}」がありますが、設定の site.url は空です。あなたのサイトなら、設定にも書いてください。`,
          `The address ${host} stands here, but site.url in the config is empty. If it is your site, write it there too.`,
          { path, line },
        ),
      );
    return named
      .filter(({ host }) => host !== own)
      .map(({ host, path, line, isCname }): Finding =>
        found(
          'problem',
          `アドレス「${host}」は、設定の site.url（${own}）と違います。`,
          `The address ${host} differs from site.url in the config (${own}).`,
          { path, line, ...(isCname && { fix: { path, apply: () => `${own}\n` } }) },
        ),
      );
  },
};

/** Numbers of analytics services. */
export const leftoverAnalytics: Check = {
  code: 'yokoten/leftover-analytics',
  title: { ja: 'アクセス解析の番号', en: 'id of an analytics service' },
  source:
    'codeforkumamoto/covid19#41, covid19-mie#50, covid19-kagoshima#16: the id of Tokyo counted visits of others',
  run: ({ texts }) =>
    [...texts].flatMap(([path, text]) => {
      if (
        !/\.(html?|[cm]?[jt]sx?|jsonc?)$/.test(path) ||
        path.endsWith('.lock.json') ||
        path.startsWith('.yokoten/')
      )
        return [];
      const ids = text.matchAll(
        /\b(?:UA-\d{4,10}-\d{1,4}|G-[A-Z0-9]{8,12}|GTM-[A-Z0-9]{5,9}|AW-\d{9,12})\b/g,
      );
      return [...ids].map(({ 0: id, index }) =>
        found(
          'problem',
          `アクセス解析の番号「${id}」が残っています。あなたのものでも、ページの決まり（CSP）では動きません。消してください。`,
          `The id ${id} of an analytics service stands here. Even if it is yours, the page's policy does not run it. Remove it.`,
          { path, line: lineAt(text, index) },
        ),
      );
    }),
};

/** What others show beside a link to the site. */
export const leftoverPreview: Check = {
  code: 'yokoten/leftover-preview',
  title: { ja: '紹介の画像とアイコン', en: 'preview picture and icon' },
  source: 'tatsuya1970/covid19#1: title and picture of Tokyo in the previews of a fork',
  run(app) {
    const { texts, config, paths, configLine } = app;
    const site = isRecord(config['site']) ? config['site'] : {};
    const missing = (['image', 'icon'] as const).flatMap((key) => {
      const path = site[key];
      return typeof path === 'string' && !paths.includes(path.normalize('NFC'))
        ? [
            found(
              'problem',
              `「${path}」がありません。置くか、設定から消してください。`,
              `There is no file ${path}. Add it, or remove it from the config.`,
              { path: CONFIG_FILE, line: configLine(['site', key]) ?? 1 },
            ),
          ]
        : [];
    });
    const own = siteHost(app);
    const tags = [...texts].flatMap(([path, text]) =>
      path.endsWith('.html')
        ? [
            ...text.matchAll(
              /(?:og|twitter):(?:image|title|site|url)"[^>]{0,40}content="([^"]{1,300})"/g,
            ),
          ].flatMap(({ 1: content = '', index }) => {
            const host = hostOf(content);
            if (host !== undefined && host === own) return [];
            return [
              found(
                'problem',
                'ページの紹介のタグは、設定から作られます。このタグは消してください。',
                'The tags for previews are made from the config. Remove this one.',
                { path, line: lineAt(text, index) },
              ),
            ];
          })
        : [],
    );
    return [...missing, ...tags];
  },
};

/** Whom the page names, and whether that is somebody here. */
export const leftoverContact: Check = {
  code: 'yokoten/leftover-contact',
  title: { ja: '別の自治体の連絡先', en: 'contact of another municipality' },
  source: '20 checks for municipal forks, no. 3: contact, e-mail',
  run(app) {
    const { texts, config, configLine } = app;
    const own = ownWords(app);
    if (own.length === 0) return [];
    const values = stringsIn(config['contacts'], ['contacts']).map(({ text, at }) => ({
      text,
      path: CONFIG_FILE,
      line: configLine(at) ?? 1,
    }));
    const documents = [...texts]
      .filter(([path]) => /\.(md|ya?ml)$/.test(path))
      .map(([path, text]) => ({ text, path, line: 1 }));
    return [...values, ...documents].flatMap(({ text, path, line }) =>
      [...text.matchAll(TOWN_DOMAIN)].flatMap(({ 0: domain, 1: name = '', index }) =>
        own.some((word) => sameTown(name, word))
          ? []
          : [
              found(
                'problem',
                `別の自治体のドメイン「${domain}」です。あなたの連絡先に直してください。`,
                `${domain} belongs to another municipality. Write your own contact.`,
                { path, line: line + lineAt(text, index) - 1 },
              ),
            ],
      ),
    );
  },
};

/** Domains of local governments: `city.NAME.lg.jp`, `town.NAME.PREFECTURE.jp` and the like (JPRS, 地方公共団体ドメイン名). */
const TOWN_DOMAIN =
  /\b(?:city|town|vill|metro|pref)\.([a-z]{2,30})\.(?:[a-z]{2,20}\.)?(?:lg\.)?jp\b/g;

/** The reading in Latin letters is inferred, so long vowels may be written otherwise. */
function sameTown(a: string, b: string): boolean {
  return withoutLength(a) === withoutLength(b);
}

function withoutLength(name: string): string {
  return name.replaceAll(/(?<=[ou])[uh]|(.)(?=\1)/g, '');
}

/** First word of the name in Latin letters, as it stands in domains; of the prefecture too. */
function ownWords({ owner }: AppView): string[] {
  const prefecture = municipalities().find(({ name }) => name === owner?.prefecture)?.latin;
  return [owner?.name['en'], prefecture].flatMap(
    (name) => name?.split(/[ ,]/)[0]?.toLowerCase() ?? [],
  );
}

interface Named {
  readonly host: string;
  readonly path: string;
  readonly line: number;
  readonly isCname: boolean;
}

function namedHosts({ texts, publiccode }: AppView): Named[] {
  const named: Named[] = [];
  for (const path of ['CNAME', 'public/CNAME']) {
    const host = texts.get(path)?.trim();
    if (host !== undefined && host !== '') named.push({ host, path, line: 1, isCname: true });
  }
  for (const [path, text] of texts) {
    if (!/\.(html|xml|txt|webmanifest)$/.test(path)) continue;
    const tags = text.matchAll(
      /(?:rel="canonical"[^>]{0,40}href=|og:url"[^>]{0,40}content=|<loc>|^Sitemap: ?|"start_url": ?)"?(https?:\/\/[^"<\s]{1,300})/gm,
    );
    for (const { 1: url = '', index } of tags) {
      const host = hostOf(url);
      if (host !== undefined) named.push({ host, path, line: lineAt(text, index), isCname: false });
    }
  }
  const landing = publiccode?.['landingURL'];
  const host = typeof landing === 'string' ? hostOf(landing) : undefined;
  if (host !== undefined) named.push({ host, path: 'publiccode.yml', line: 1, isCname: false });
  return named;
}

function siteHost({ config }: AppView): string | undefined {
  const url = isRecord(config['site']) ? config['site']['url'] : undefined;
  return typeof url === 'string' ? hostOf(url) : undefined;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).host : undefined;
}
