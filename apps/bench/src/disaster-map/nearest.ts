import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createNearest } from '@yokoten/disaster-map/nearest';
import type { LngLat } from '@yokoten/standard';
import { figure, median, type BenchOptions, type Figure } from '../figure.ts';
import { Random } from '../open-data/random.ts';
import type { Site } from './sites.ts';

const QUERIES = 10_000;
const WANTED = 5;
const EARTH_METRES = 6_371_000;
/** Two ways to reckon the same distance differ by rounding, far below this. */
const SAME_METRES = 0.001;

const peers = createRequire(new URL('../../peers/package.json', import.meta.url));

/** The five nearest of the country's sites, for people within some ten kilometres of one. */
export async function* nearest(
  sites: readonly Site[],
  { quick }: BenchOptions,
): AsyncGenerator<Figure> {
  const queries = places(sites);
  const ours = createNearest(sites, ({ lng, lat }) => [lng, lat]);
  const bare = await bareGeokdbush(sites);
  const count = quick ? 300 : QUERIES;
  const exact = share(queries.slice(0, count), sites, (at) =>
    ours.find(at, { limit: WANTED }).map(({ metres }) => metres),
  );
  yield figure(
    `nearest 5 of ${sites.length.toLocaleString('en')}, ${count.toLocaleString('en')} random queries: exact`,
    exact * 100,
    '%',
    '>= 100',
  );
  const cases = {
    ours: (at: LngLat) => ours.find(at, { limit: WANTED }),
    bare: (at: LngLat) => bare(at),
  };
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < (quick ? 7 : 41); round++) {
    for (const name of ['ours', 'bare'] as const) rates[name].push(rate(queries, cases[name]));
  }
  const [own, theirs] = [median(rates.ours), median(rates.bare)];
  // Of each round by itself: a machine that is busy for a while slows both.
  const ratio = median(rates.ours.map((rate, round) => rate / (rates.bare[round] ?? Number.NaN)));
  yield figure('nearest 5: ours, with metres', own, 'queries/CPU s');
  yield figure('nearest 5: bare geokdbush, ids alone', theirs, 'queries/CPU s');
  yield figure('nearest 5, speed: ours ÷ bare geokdbush', ratio, '×', '>= 0.9');
}

function places(sites: readonly Site[]): LngLat[] {
  const random = new Random(5);
  const aside = (): number => (random.below(2001) - 1000) / 10_000;
  return Array.from({ length: QUERIES }, (): LngLat => {
    const site = sites[random.below(sites.length)];
    if (site === undefined) throw new Error('There are no sites.');
    return [site.lng + aside(), site.lat + aside()];
  });
}

/** What is used of the two peers. */
interface Tree {
  readonly add: (lng: number, lat: number) => void;
  readonly finish: () => void;
}
type Around = (tree: Tree, lng: number, lat: number, limit: number) => number[];

function loadPeer(name: string): Promise<unknown> {
  return import(pathToFileURL(peers.resolve(name)).href) as Promise<unknown>;
}

async function bareGeokdbush(sites: readonly Site[]): Promise<(at: LngLat) => number[]> {
  const { around } = (await loadPeer('geokdbush')) as { readonly around: Around };
  const { default: KDBush } = (await loadPeer('kdbush')) as {
    readonly default: new (count: number) => Tree;
  };
  const tree = new KDBush(sites.length);
  for (const { lng, lat } of sites) tree.add(lng, lat);
  tree.finish();
  return ([lng, lat]) => around(tree, lng, lat, WANTED);
}

function rate(queries: readonly LngLat[], ask: (at: LngLat) => readonly unknown[]): number {
  const before = process.cpuUsage();
  let found = 0;
  for (const at of queries) found += ask(at).length;
  const { user, system } = process.cpuUsage(before);
  if (found !== WANTED * queries.length) throw new Error(`${found} were found.`);
  return queries.length / ((user + system) / 1e6);
}

/** The share of queries whose answer is as far as what measuring the distance to every site finds. */
function share(
  queries: readonly LngLat[],
  sites: readonly Site[],
  ask: (at: LngLat) => readonly number[],
): number {
  const radians = Math.PI / 180;
  const cosines = Float64Array.from(sites, ({ lat }) => Math.cos(lat * radians));
  const measured = new Float64Array(sites.length);
  const isExact = (at: LngLat): boolean => {
    const [lng, lat] = at;
    const cosine = Math.cos(lat * radians);
    for (const [index, site] of sites.entries()) {
      const dLat = Math.sin(((site.lat - lat) * radians) / 2);
      const dLng = Math.sin(((site.lng - lng) * radians) / 2);
      measured[index] = dLat * dLat + cosine * (cosines[index] ?? 0) * dLng * dLng;
    }
    const best = smallest(measured).map((half) => 2 * EARTH_METRES * Math.asin(Math.sqrt(half)));
    const answer = ask(at);
    return (
      answer.length === WANTED &&
      best.every((metres, rank) => Math.abs(metres - (answer[rank] ?? Infinity)) < SAME_METRES)
    );
  };
  return queries.filter(isExact).length / queries.length;
}

function smallest(numbers: Float64Array): number[] {
  const best = Array.from({ length: WANTED }, () => Infinity);
  for (const number of numbers) {
    if (number >= (best[WANTED - 1] ?? 0)) continue;
    best[WANTED - 1] = number;
    best.sort((a, b) => a - b);
  }
  return best;
}
