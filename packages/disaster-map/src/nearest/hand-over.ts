import type { LngLat } from '@yokoten/standard';

/** Addresses that open a way to a place in another app. They hold the place only, nothing about the person. */
export interface HandOver {
  /** `geo:` address (RFC 5870) for the app the device has for maps. */
  readonly app: string;
  /** A page that draws the way on foot. It learns the place when it is opened, not before. */
  readonly web: string;
}

/** Where to hand a person over to for the way to `[lng, lat]`. */
export function handOver([lng, lat]: LngLat): HandOver {
  const place = `${lat.toFixed(6)},${lng.toFixed(6)}`;
  const web = new URL('https://www.google.com/maps/dir/');
  web.search = new URLSearchParams({
    api: '1',
    destination: place,
    travelmode: 'walking',
  }).toString();
  return { app: `geo:${place}?q=${place}`, web: web.href };
}
