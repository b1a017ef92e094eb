/** Pixels of the world at zoom 0 in Web Mercator. */
export const WORLD_PX = 256;

/** Longitude in degrees to the share of the world's width, 0 at 180° west. */
export function shareOfWidth(lng: number): number {
  return (lng + 180) / 360;
}

/** Latitude in degrees to the share of the world's height, 0 at the top. */
export function shareOfHeight(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** The inverse of `shareOfHeight`. */
export function latitudeAt(share: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) * 180) / Math.PI;
}
