import type { CatalogueSource } from '@yokoten/open-data/catalogue';
import { fault, YokotenError } from '../fault.ts';
import { nearest } from '@yokoten/standard/nearest';

/**
 * The catalogues to search: all that are known, one of them by its id, or one at an address: `ckan:URL`, `dcat:URL`,
 * `opendatasoft:URL`, `urls:URL`.
 * @throws YokotenError `yokoten/unknown-catalogue`
 */
export async function chosenSources(asked: string | undefined): Promise<CatalogueSource[]> {
  const catalogue = await import('@yokoten/open-data/catalogue');
  const known = catalogue.knownCatalogues;
  if (asked === undefined) return known.map(catalogue.sourceOf);
  const one = known.find(({ id }) => id === asked);
  if (one !== undefined) return [catalogue.sourceOf(one)];
  const { ckan, dcat, opendatasoft, urlList } = catalogue;
  const [, kind, url = ''] = /^([a-z]+):(https?:\/\/.+)$/u.exec(asked) ?? [];
  const options = { id: url, url, title: { ja: url, en: url } };
  if (kind === 'ckan') return [ckan(options)];
  if (kind === 'dcat') return [dcat(options)];
  if (kind === 'opendatasoft') return [opendatasoft(options)];
  if (kind === 'urls') return [urlList(options)];
  const ids = known.map(({ id }) => id);
  const guess = nearest(asked, ids);
  throw new YokotenError(
    fault(
      'yokoten/unknown-catalogue',
      `カタログ「${asked}」はありません。${guess === undefined ? `使えるのは ${ids.join(', ')} か、「ckan:アドレス」などです。` : `「${guess}」ではありませんか。`}`,
      `There is no catalogue "${asked}". ${guess === undefined ? `Use ${ids.join(', ')}, or an address like ckan:https://….` : `Did you mean "${guess}"?`}`,
    ),
  );
}
