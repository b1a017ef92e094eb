import type { Bbox } from '@yokoten/standard';
import type { Ranking } from '../nearest/ranking.ts';
import type { MapModel } from './model.ts';

/** How many places the map shows together with where a person starts. */
const SHOWN = 5;

/** Further away than this, where a person starts is left out of the map. */
const WIDE_METRES = 20_000;

/** Where a person starts and the first places of the list, `[west, south, east, north]`. */
export function nearestExtent({ origin, metres }: Ranking, { ordered }: MapModel): Bbox {
  const shown = ordered.slice(0, SHOWN);
  const close = shown.filter(({ id }) => (metres.get(id) ?? Infinity) < WIDE_METRES);
  const spots = (close.length === 0 ? shown : close).map(
    ({ place: [lng, lat] }) => [lng, lat] as const,
  );
  if (close.length > 0 || spots.length === 0) spots.push(origin.at);
  const [lngs, lats] = [spots.map(([lng]) => lng), spots.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
