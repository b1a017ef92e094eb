import type { Asked, Reply, StandIn } from './server.ts';

export interface StandInPackage {
  readonly name: string;
  readonly title: string;
  readonly organization: { readonly name: string; readonly title: string } | null;
  readonly notes?: string;
  readonly [field: string]: unknown;
}

export interface CkanWays {
  /** Where the portal stands; its API is at `/api/3/action` below. */
  readonly prefix: string;
  readonly packages: readonly StandInPackage[];
  readonly organizations?: readonly { readonly name: string; readonly title: string }[];
  /** The most rows that a search gives, whatever is asked for. */
  readonly mostRows?: number;
  /** Search as CKAN comes: a title is split at blanks only, and `title_ngram` finds parts of 2 to 10 letters. */
  readonly stock?: boolean;
  /** Suggests organizations by a part of their name or title; old portals do not know the action. */
  readonly suggests?: boolean;
  /** Paging of organizations is passed over: some old portals know no offset. */
  readonly noOffset?: boolean;
}

/**
 * CKAN as Japanese portals run it. Observed ways:
 * - the API stands under the portal's own folder; beside it there is a page, with status 200
 * - `organization_list` with all fields gives 25, whatever the limit
 * - `OR` is passed over and blanks mean AND; words without a field also hit the description
 * - `package_show` without an id is 409
 * - no CORS header, not even where an Origin is sent
 */
export function ckanStandIn(ways: CkanWays): StandIn {
  const root = `${ways.prefix}/api/3/action/`;
  return (asked) => {
    const { pathname } = asked.url;
    if (pathname.startsWith(root)) return act(pathname.slice(root.length), asked, ways);
    return {
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Portal</title>',
    };
  };
}

function act(action: string, { url: { searchParams } }: Asked, ways: CkanWays): Reply {
  const number = (key: string, otherwise: number): number =>
    Number(searchParams.get(key) ?? otherwise);
  switch (action) {
    case 'package_search': {
      const found = ways.packages.filter((one) => matches(one, searchParams, ways.stock));
      const start = number('start', 0);
      const rows = Math.min(number('rows', 10), ways.mostRows ?? 1000);
      return ok({ count: found.length, results: found.slice(start, start + rows) });
    }
    case 'package_show': {
      const id = searchParams.get('id') ?? '';
      if (id === '')
        return refused(409, { name_or_id: ['Missing value'], __type: 'Validation Error' });
      const found = ways.packages.find(({ name }) => name === id);
      return found ? ok(found) : refused(404, { message: 'Not found', __type: 'Not Found Error' });
    }
    case 'organization_list': {
      const all = ways.organizations ?? [];
      const start = ways.noOffset ? 0 : number('offset', 0);
      return ok(all.slice(start, start + Math.min(25, number('limit', 1000))));
    }
    case 'organization_autocomplete': {
      const q = searchParams.get('q') ?? '';
      const found = (ways.organizations ?? []).filter(
        ({ name, title }) => name.includes(q) || title.includes(q),
      );
      return ways.suggests
        ? ok(found.slice(0, number('limit', 20)))
        : { status: 400, body: '"Bad request - Action name not known: organization_autocomplete"' };
    }
    default:
      return refused(400, { message: 'Action name not known' });
  }
}

/** Fielded and plain phrases, all of which have to be there; the word OR says nothing. */
function matches(one: StandInPackage, params: URLSearchParams, stock = false): boolean {
  const organization = /organization:"?([^"\s]+)"?/.exec(params.get('fq') ?? '')?.[1];
  if (organization !== undefined && one.organization?.name !== organization) return false;
  const parts = (params.get('q') ?? '').matchAll(/(?:(\w+):)?"((?:[^"\\]|\\.)+)"|(\S+)/g);
  return [...parts].every(([whole, field, words = '', bare]) => {
    if (bare === 'OR' || whole === '*:*') return true;
    if (field === 'title_ngram') return stock && words.length <= 10 && one.title.includes(words);
    if (field === 'title' && stock) return one.title.split(' ').includes(words);
    const text = field ? one.title : `${one.title} ${one.notes ?? ''} ${one.organization?.title}`;
    return text.includes(words || (bare ?? ''));
  });
}

function ok(result: unknown): Reply {
  return { json: { help: '', success: true, result } };
}

function refused(status: number, error: unknown): Reply {
  return { status, json: { help: '', success: false, error } };
}
