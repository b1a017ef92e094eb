export type { Geocoder, GeocoderResult } from './geocoder.ts';
export { currentOrigin, type Positions } from './geolocation.ts';
export { handOver, type HandOver } from './hand-over.ts';
export { createNearest, type Near, type Nearest, type NearQuery } from './nearest.ts';
export { readAnswer, type Answer, type Need } from './needs.ts';
export type { Origin } from './origin.ts';
export { roundDistance, WALKING_METRES_A_MINUTE, walkingMinutes } from './walk.ts';
