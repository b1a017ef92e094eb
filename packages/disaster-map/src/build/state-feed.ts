import { nearest } from '@yokoten/standard/nearest';
import { type ConfigProblem, type ConfigReader, readCredit } from '@yokoten/standard/app';
import type { Layer, StateFeed } from '../document.ts';

const KEYS = [
  'url',
  'kind',
  'everySeconds',
  'staleAfterMinutes',
  'listsOpen',
  'layers',
  'headers',
  'credit',
];

/** What a reader of the page needs to trust the state: an address, how long it holds, and whose it is. */
const NEEDED = ['url', 'staleAfterMinutes', 'credit'];

/** Another host, or a file that is published beside the page. */
const URL_FORM = /^(https:\/\/[a-z\d.-]+(:\d+)?\/|\.\/)[^\s"'<>\\]*$/i;

/** Everybody can read them on the published page, so there is no place for a key here. */
const TENANT_HEADERS = ['Fiware-Service', 'Fiware-ServicePath', 'NGSILD-Tenant'];

const A_DAY = 86_400;
const A_MONTH = 31 * 24 * 60;

/** Reads `state`: where the page asks what is open. */
export function readStateFeed(reader: ConfigReader, value: unknown): StateFeed | undefined {
  if (value === undefined) return undefined;
  const path = ['state'];
  const entry = reader.record(value, path, KEYS);
  const at = (key: string): readonly string[] => [...path, key];
  const url = reader.formed(entry['url'], at('url'), URL_FORM, 'https://www.example.jp/open.csv');
  const kind = reader.oneOf(entry['kind'], at('kind'), ['poll', 'stream'] as const) ?? 'poll';
  const everySeconds = reader.integer(entry['everySeconds'], at('everySeconds'), 10, A_DAY);
  const staleAfterMinutes = reader.integer(
    entry['staleAfterMinutes'],
    at('staleAfterMinutes'),
    1,
    A_MONTH,
  );
  const listsOpen = reader.boolean(entry['listsOpen'], at('listsOpen'));
  const layers = readNames(reader, entry['layers']);
  const headers = readHeaders(reader, entry['headers']);
  const credit = readCredit(reader, entry['credit'], at('credit'));
  for (const key of NEEDED) {
    if (entry[key] === undefined) reader.refuse(value, path, `{ "${key}": … }`);
  }
  if (!url || !staleAfterMinutes || !credit) return undefined;
  return {
    url,
    kind,
    ...(everySeconds !== undefined && { everySeconds }),
    staleAfterMinutes,
    ...(listsOpen !== undefined && { listsOpen }),
    ...(layers && { layers }),
    ...(headers && { headers }),
    credit,
  };
}

function readNames(reader: ConfigReader, value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const path = ['state', 'layers'];
  const names = reader
    .list(value, path, '["指定避難所"]')
    .map((name, index) => reader.text(name, [...path, index], '指定避難所'));
  return names.filter((name) => name !== undefined);
}

function readHeaders(
  reader: ConfigReader,
  value: unknown,
): Readonly<Record<string, string>> | undefined {
  if (value === undefined) return undefined;
  const path = ['state', 'headers'];
  const entry = reader.record(value, path, TENANT_HEADERS);
  const headers = TENANT_HEADERS.flatMap((name) => {
    const text = reader.formed(entry[name], [...path, name], /^[\x21-\x7e]{1,200}$/, 'town');
    return text === undefined ? [] : [[name, text] as const];
  });
  return headers.length === 0 ? undefined : Object.fromEntries(headers);
}

/** Whom the page contacts for it, for its content security policy: nobody, where it lies beside the page. */
export function stateOrigins(feed: StateFeed | undefined): string[] {
  return feed?.url.startsWith('./') === false ? [new URL(feed.url).origin] : [];
}

/** Names of `state.layers` that no layer bears. */
export function unknownStateLayers(
  feed: StateFeed | undefined,
  layers: readonly Pick<Layer, 'id'>[],
): readonly ConfigProblem[] {
  const ids = layers.map(({ id }) => id);
  return (feed?.layers ?? []).flatMap((name, index) => {
    if (ids.includes(name)) return [];
    const guess = nearest(name, ids);
    const hint = guess ?? (ids.join(', ') || '–');
    return [
      {
        code: 'disaster-map/unknown-layer',
        path: ['state', 'layers', index],
        message: {
          ja: `state.layers の「${name}」というレイヤーはありません。次のどれかにしてください: ${hint}`,
          en: `There is no layer "${name}", as state.layers names it. Write one of these: ${hint}`,
        },
      },
    ];
  });
}
