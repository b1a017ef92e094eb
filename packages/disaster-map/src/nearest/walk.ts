/**
 * Metres a person is taken to walk in a minute: the figure of Japan's fair competition code for property
 * advertisements (不動産の表示に関する公正競争規約施行規則 第9条), which people know from there.
 */
export const WALKING_METRES_A_MINUTE = 80;

/** Whole minutes on foot, begun ones counted. The way itself is longer than the straight line this is given. */
export function walkingMinutes(metres: number): number {
  return Math.max(1, Math.ceil(metres / WALKING_METRES_A_MINUTE));
}

/** A distance as it is said: tens of metres below a kilometre, then tenths of a kilometre. */
export function roundDistance(metres: number): {
  readonly unit: 'm' | 'km';
  readonly value: number;
} {
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1000) return { unit: 'm', value: tens };
  const kilometres = metres / 1000;
  return {
    unit: 'km',
    value: kilometres < 100 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres),
  };
}
