import { codedError, type CodedError } from '../coded-error.ts';
import type { Origin } from './origin.ts';

/** Milliseconds the device may take; indoors a first position takes long. */
const PATIENCE = 15_000;

/** A position a minute old is still where a walking person is. */
const FRESH_ENOUGH = 60_000;

const FAULTS = {
  1: [
    'position-refused',
    'the use of the position was refused; allow it in the browser, or give an address',
  ],
  2: ['position-unavailable', 'the device knows no position; give an address or use the map'],
  3: [
    'position-timeout',
    `no position within ${PATIENCE / 1000} s; try again outdoors, or give an address`,
  ],
} as const;

/** The part of `navigator.geolocation` that is used. */
export type Positions = Pick<Geolocation, 'getCurrentPosition'>;

/**
 * Asks the device where it is, once. The browser asks the person first, so call it only after a press.
 *
 * @throws {@link CodedError} `disaster-map/position-refused`, `disaster-map/position-unavailable` (also without a secure
 *   connection, or in a frame that may not ask), `disaster-map/position-timeout`
 */
export async function currentOrigin(positions: Positions | undefined): Promise<Origin> {
  if (positions === undefined) throw fault(2);
  return new Promise((resolve, reject) => {
    // Some browsers never answer when the question is closed without a choice, and then keep to no time limit either.
    const limit = setTimeout(() => reject(fault(3)), PATIENCE + 5000);
    positions.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        clearTimeout(limit);
        if (Number.isFinite(longitude) && Number.isFinite(latitude))
          resolve({ at: [longitude, latitude], by: 'position', accuracy });
        else reject(fault(2));
      },
      ({ code }) => {
        clearTimeout(limit);
        reject(fault(code));
      },
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: FRESH_ENOUGH },
    );
  });
}

function fault(number: number): CodedError {
  const [name, message] = FAULTS[number === 1 || number === 3 ? number : 2];
  return codedError(`disaster-map/${name}`, message);
}
