import type { AppPage } from '@yokoten/standard/app';
import { completePage, type PageParts } from './page.ts';

/** An address relative to the page, in an attribute. */
const RELATIVE = /(\s(?:src|href)=")\.\//g;

/**
 * A page beside the first one: the same `index.html`, completed with what differs, and with every address as it is seen from
 * where the page lies.
 *
 * @param html what the bundler made of `index.html`, before it was completed
 * @param path of the page, from the site's base: `records/1.html`
 */
export function innerPage(html: string, parts: PageParts, path: string, page: AppPage): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const { documentUrl, icon, siteUrl, image, description: general, ...others } = parts;
  const description = page.description ?? general;
  return completePage(
    html.replace(RELATIVE, (_, before: string) => before + up),
    {
      ...others,
      title: page.title,
      ...(description && { description }),
      ...(documentUrl !== undefined && { documentUrl: raised(documentUrl, up) }),
      ...(icon !== undefined && { icon: raised(icon, up) }),
      ...(siteUrl !== undefined && { siteUrl: new URL(path, siteUrl).href }),
      // A picture is named by an absolute address, which does not depend on where the page lies.
      ...(siteUrl !== undefined && image !== undefined && { image: new URL(image, siteUrl).href }),
      stylesheet: raised(parts.stylesheet, up),
      modulePreloads: parts.modulePreloads.map((address) => raised(address, up)),
      fallbackHtml: page.fallbackHtml,
    },
  );
}

function raised(address: string, up: string): string {
  return address.startsWith('./') ? up + address.slice(2) : address;
}
