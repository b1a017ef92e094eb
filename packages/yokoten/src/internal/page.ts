import type { Localized } from '@yokoten/standard';
import { fault, YokotenError } from './fault.ts';
import {
  emptyElement,
  escapeHtml,
  insertAfterStart,
  insertBeforeEnd,
  remove,
  setAttributes,
} from './html-edit.ts';
import { inLanguage } from './language.ts';

/** What a page must say about itself and where its parts lie; addresses are relative to the page. */
export interface PageParts {
  readonly languages: readonly [string, ...string[]];
  readonly title: Localized;
  readonly description?: Localized;
  readonly generator: string;
  readonly themeColor: string;
  readonly csp: string;
  /** Where the page is published; without it nothing can name an absolute address. */
  readonly siteUrl?: string;
  readonly image?: string;
  readonly icon?: string;
  readonly stylesheet: string;
  readonly element: string;
  /** Of the document that the element loads; an app that brings modules has none. */
  readonly documentUrl?: string;
  readonly fallbackHtml: string;
  /** Scripts that are needed right after the first one, so that the browser asks for them at once. */
  readonly modulePreloads: readonly string[];
}

/** Class of the block that holds the table for a browser without scripts; `siteStyles` decides when it shows. */
export const FALLBACK_CLASS = 'yokoten-fallback';

/**
 * Turns the few lines of a template's `index.html` into the published page.
 *
 * @throws YokotenError `yokoten/missing-element` when the page lacks `<head>` or the app's element
 */
export function completePage(html: string, parts: PageParts): string {
  const [language] = parts.languages;
  const title = inLanguage(parts.title, language);
  const cleaned = remove(
    remove(html, /<title(?=[\s>])[^>]*>[\s\S]*?<\/title\s*>\s*/gi),
    /<meta\s[^>]*(?:name=["']?(?:description|generator|theme-color)|http-equiv=["']?content-security-policy)(?=["'\s>])[^>]*>\s*/gi,
  );
  const charset = /<meta\s+charset\s*=\s*["']?utf-8["']?\s*\/?>\s*/gi;
  const head = [
    emptyElement('meta', { charset: 'utf-8' }),
    emptyElement('meta', { 'http-equiv': 'Content-Security-Policy', content: parts.csp }),
    `<title>${escapeHtml(title)}</title>`,
    ...describe(parts, title),
    ...links(parts),
  ];
  const fallback = `\n<div class="${FALLBACK_CLASS}">\n${parts.fallbackHtml}\n</div>\n`;
  const stylesheet = emptyElement('link', { rel: 'stylesheet', href: parts.stylesheet });
  const { element } = parts;
  let page = remove(cleaned, charset);
  page = need(setAttributes(page, 'html', { lang: language }), 'html');
  page = need(insertAfterStart(page, 'head', `\n    ${head.join('\n    ')}`), 'head');
  // Behind the app's own styles, so that the accent from the config is the last word.
  page = need(insertBeforeEnd(page, 'head', `  ${stylesheet}\n  `), 'head');
  if (parts.documentUrl !== undefined)
    page = need(setAttributes(page, element, { src: parts.documentUrl }), element);
  return need(insertBeforeEnd(page, element, fallback), element);
}

function describe(parts: PageParts, title: string): string[] {
  const { languages, description, generator, themeColor, siteUrl, image } = parts;
  const text = description && inLanguage(description, languages[0]);
  return [
    ...(text === undefined ? [] : [meta('description', text)]),
    meta('theme-color', themeColor),
    meta('generator', generator),
    graph('type', 'website'),
    graph('title', title),
    ...(text === undefined ? [] : [graph('description', text)]),
    ...[...new Set(languages.map((language) => LOCALES[language] ?? language))].map((locale, i) =>
      graph(i === 0 ? 'locale' : 'locale:alternate', locale),
    ),
    ...(siteUrl === undefined ? [] : [graph('url', siteUrl)]),
    // Others fetch the picture from where they are: an address that is not absolute means nothing to them.
    ...(siteUrl === undefined || image === undefined
      ? []
      : [
          graph('image', new URL(image, siteUrl).href),
          meta('twitter:card', 'summary_large_image'),
        ]),
  ];
}

function meta(name: string, content: string): string {
  return emptyElement('meta', { name, content });
}

/** Open Graph protocol: what a preview elsewhere shows. */
function graph(property: string, content: string): string {
  return emptyElement('meta', { property: `og:${property}`, content });
}

const LOCALES: Readonly<Record<string, string>> = {
  ja: 'ja_JP',
  'ja-simple': 'ja_JP',
  en: 'en_US',
  'zh-Hans': 'zh_CN',
  'zh-Hant': 'zh_TW',
  ko: 'ko_KR',
  vi: 'vi_VN',
};

function links({ siteUrl, icon, documentUrl, modulePreloads }: PageParts): string[] {
  return [
    ...(siteUrl === undefined ? [] : [emptyElement('link', { rel: 'canonical', href: siteUrl })]),
    ...(icon === undefined
      ? []
      : [
          emptyElement('link', {
            rel: 'icon',
            href: icon,
            ...(icon.endsWith('.svg') && { type: 'image/svg+xml' }),
          }),
        ]),
    ...(documentUrl === undefined
      ? []
      : [
          emptyElement('link', {
            rel: 'preload',
            as: 'fetch',
            href: documentUrl,
            crossorigin: true,
          }),
        ]),
    ...modulePreloads.map((href) =>
      emptyElement('link', { rel: 'modulepreload', href, crossorigin: true }),
    ),
  ];
}

function need(changed: string | undefined, tag: string): string {
  if (changed !== undefined) return changed;
  throw new YokotenError(
    fault(
      'yokoten/missing-element',
      `このページに <${tag}> がありません。\n<${tag}></${tag}> を書いてください。`,
      `This page has no <${tag}>. Add <${tag}></${tag}> to it.`,
      { file: 'index.html' },
    ),
  );
}
