import type { StandIn } from './server.ts';

export interface WapiInterface {
  readonly apiname: string;
  readonly description: string;
  /** Rows by the code of the municipality. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/**
 * BODIK's WAPI: `/api/list` names the interfaces, `/{interface}/organization` who has data behind one, and
 * `/{interface}?select_type=data` gives features, 10 where nothing is said and 10,000 at most.
 */
export function bodikWapiStandIn(
  interfaces: readonly WapiInterface[],
  names: Readonly<Record<string, string>>,
): StandIn {
  return ({ url: { pathname, searchParams } }) => {
    if (pathname === '/api/list')
      return { json: interfaces.map(({ apiname, description }) => ({ apiname, description })) };
    const [, name, part] = pathname.split('/');
    const one = interfaces.find(({ apiname }) => apiname === name);
    if (one === undefined) return undefined;
    if (part === 'organization')
      return {
        json: Object.entries(one.rows).map(([code, rows]) => ({
          dataset_type: 'odm',
          apiname: name,
          organ_code: code,
          organ_name: names[code],
          count: rows.length,
        })),
      };
    const rows = one.rows[searchParams.get('municipalityCode') ?? ''] ?? [];
    const most = Math.min(10_000, Number(searchParams.get('maxResults') ?? 10));
    return {
      json: {
        metadata: { totalCount: rows.length },
        resultsets: {
          type: 'FeatureCollection',
          features: rows.slice(0, most).map((properties) => ({
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [properties['lon'], properties['lat']] },
            properties,
          })),
        },
      },
    };
  };
}
