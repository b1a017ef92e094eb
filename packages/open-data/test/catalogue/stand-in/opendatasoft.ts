import type { StandIn } from './server.ts';

export interface OdsDataset {
  readonly dataset_id: string;
  readonly title: string;
  readonly metas?: Readonly<Record<string, unknown>>;
  readonly has_records?: boolean;
}

/** Opendatasoft's Explore API 2.1: `search("…")` in `where`, at most 100 at once, nothing beyond the 10,000th. */
export function opendatasoftStandIn(datasets: readonly OdsDataset[], claimed?: number): StandIn {
  return ({ url: { pathname, searchParams } }) => {
    if (pathname !== '/api/explore/v2.1/catalog/datasets') return undefined;
    const limit = Number(searchParams.get('limit') ?? 10);
    const offset = Number(searchParams.get('offset') ?? 0);
    if (limit > 100 || offset + limit > 10_000)
      return { status: 400, json: { error_code: 'InvalidRESTParameterError' } };
    const words = [...(searchParams.get('where') ?? '').matchAll(/search\("([^"]*)"\)/g)];
    const found = datasets.filter(({ title }) =>
      words.every(([, word]) => title.includes(word ?? '')),
    );
    return {
      json: {
        total_count: claimed ?? found.length,
        results: found.slice(offset, offset + limit).map(({ title, metas, ...one }) => ({
          has_records: one.has_records ?? true,
          dataset_id: one.dataset_id,
          metas: { default: Object.assign({ title }, metas) },
        })),
      },
    };
  };
}
