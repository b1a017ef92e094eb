import type { StandIn } from './server.ts';

export interface TokyoInterface {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * TOKYO OPEN DATA's interfaces: a search that exists as a page, 20 at a time, and rows by POST with `limit` and
 * `offset` in the address. The same words in the body are taken for columns and answered with 400.
 */
export function tokyoApiStandIn(interfaces: readonly TokyoInterface[], perPage = 20): StandIn {
  return ({ method, url: { pathname, searchParams }, body }) => {
    if (pathname === '/spec/search') {
      const words = (searchParams.get('q') ?? '').split(' ').filter((word) => word !== '');
      const found = interfaces.filter(({ title }) => words.every((word) => title.includes(word)));
      const page = Number(searchParams.get('page') ?? 1);
      const shown = found.slice((page - 1) * perPage, page * perPage);
      const more = found.length > page * perPage;
      return {
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: `<!doctype html><a href="/spec/usage">使い方</a>
          ${shown.map(({ id, title }) => `<li><a class="x" href="/spec/${id}?lang=ja"><b>${title.replace('&', '&amp;')}</b>\n</a> <a href="/spec/${id}">仕様</a></li>`).join('')}
          ${more ? `<a href="?q=x&amp;page=${page + 1}">次へ</a>` : ''}`,
      };
    }
    const id = /^\/api\/([^/]+)\/json$/.exec(pathname)?.[1];
    const one = interfaces.find((each) => each.id === id);
    if (one === undefined) return undefined;
    if (method !== 'POST') return { status: 405 };
    if (Object.keys(JSON.parse(body || '{}') as object).length > 0)
      return { status: 400, json: { message: 'unknown column' } };
    const limit = Math.min(1000, Number(searchParams.get('limit') ?? 100));
    const offset = Number(searchParams.get('offset') ?? 0);
    const hits = one.rows.slice(offset, offset + limit);
    return {
      headers: { 'access-control-allow-origin': '*' },
      json: {
        total: one.rows.length,
        subtotal: hits.length,
        limit,
        offset,
        metadata: { dataTitle: one.title },
        hits: hits.map((row, index) => Object.assign({ row: offset + index + 1 }, row)),
      },
    };
  };
}
