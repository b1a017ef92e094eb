import { failure } from './catalogue-error.ts';
import { datasetTerms } from './dataset-words.ts';
import type { SoughtMunicipality, SourceQuery } from './source.ts';

/** What to look for. Everything given has to fit; nothing given asks for everything. */
export interface CatalogueQuery {
  /** Code with five or six digits, or a name that only one municipality has. */
  readonly municipality?: string;
  /** Id of a standard dataset (`public-toilet`) or its title. */
  readonly dataset?: string;
  /** Words that all have to be there, with blanks between. */
  readonly text?: string;
  /** Keeps only entries with a file of this format, e.g. `CSV`, and of those only such files. */
  readonly format?: string;
}

/**
 * The query with names looked up and words split.
 * @throws CatalogueError `open-data/unknown-municipality`, `open-data/ambiguous-municipality`
 */
export async function resolveQuery(query: CatalogueQuery): Promise<SourceQuery> {
  const municipality =
    query.municipality === undefined ? undefined : await soughtMunicipality(query.municipality);
  const dataset = query.dataset === undefined ? undefined : await soughtDataset(query.dataset);
  const words = query.text?.split(/\s+/u).filter((word) => word !== '') ?? [];
  return {
    ...(municipality && { municipality }),
    ...(dataset && { dataset: dataset.id }),
    terms: (dataset?.terms ?? [[]]).map((term) => term.concat(words)),
  };
}

async function soughtMunicipality(given: string): Promise<SoughtMunicipality> {
  const { findMunicipalities, municipalityByCode, nearestMunicipalities } =
    await import('@yokoten/standard/municipalities');
  const byCode = municipalityByCode(given);
  const found = byCode === undefined ? findMunicipalities(given) : [byCode];
  const [only, another] = found;
  if (only !== undefined && another === undefined) {
    const { code, name, prefecture } = only;
    return { code, name, prefecture };
  }
  const several = only !== undefined;
  const expected = (several ? found : nearestMunicipalities(given))
    .map(({ code, prefecture, name }) => `${code} ${prefecture}${name}`)
    .join(', ');
  throw await failure(
    several ? 'open-data/ambiguous-municipality' : 'open-data/unknown-municipality',
    { value: given, expected },
  );
}

/** A dataset that the standard does not know is searched for by its words. */
async function soughtDataset(
  given: string,
): Promise<{ readonly id: string; readonly terms: SourceQuery['terms'] }> {
  const { datasets } = await import('@yokoten/standard/datasets');
  const known = datasets.find(({ id, title }) => id === given || title.ja === given);
  const id = (known?.id ?? given).replaceAll('-', '_');
  return { id, terms: datasetTerms(id, known?.title.ja ?? given) };
}
