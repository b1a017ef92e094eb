import { roundDistance, walkingMinutes } from '../nearest/walk.ts';
import type { MapStrings } from '../strings/strings.ts';

/** A distance in the page's language. */
export function distanceText(metres: number, { nearDistance }: MapStrings): string {
  const { value, unit } = roundDistance(metres);
  return nearDistance(value, unit);
}

/** Distance in a straight line and minutes on foot, said as such. */
export function walkText(metres: number, strings: MapStrings): string {
  return strings.nearWalk(distanceText(metres, strings), walkingMinutes(metres));
}
