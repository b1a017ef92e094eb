const PRIME = 0x01000193;

/** Begins the ids of a layer's places: what all of them have in common is hashed once. */
export function layerHash(layerId: string): number {
  return hashed(`${layerId}\n`, 0x811c9dc5);
}

/**
 * An id that stays the same when other places come and go: FNV-1a, 32 bits, over the UTF-8 of layer, name and position
 * to about a metre. Eight hexadecimal digits.
 *
 * @param layer what `layerHash` gave for the layer
 * @param lng in degrees
 * @param lat in degrees
 */
export function placeHash(layer: number, name: string, lng: number, lat: number): string {
  const value = hashed(`${name}\n${metre(lng)},${metre(lat)}`, layer) >>> 0;
  return value.toString(16).padStart(8, '0');
}

/** Five decimals, as `toFixed` writes them, which is slow where a country's places are read. */
function metre(degrees: number): string {
  const scaled = degrees * 1e5;
  const whole = Math.round(scaled);
  // So near to the middle between two the rounding is a matter of bits, and under a degree there are zeros to write.
  if (!(scaled >= 1e5) || Math.abs(Math.abs(scaled - whole) - 0.5) < 1e-4)
    return degrees.toFixed(5);
  const text = String(whole);
  return `${text.slice(0, -5)}.${text.slice(-5)}`;
}

function hashed(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // A letter beyond the first 65,536 is two units of UTF-16 and four bytes of UTF-8: the platform knows how.
    if (unit >= 0xd800 && unit <= 0xdfff) return hashedBytes(text.slice(index), value);
    if (unit < 0x80) {
      value = Math.imul(value ^ unit, PRIME);
    } else if (unit < 0x800) {
      value = Math.imul(value ^ (0xc0 | (unit >> 6)), PRIME);
      value = Math.imul(value ^ (0x80 | (unit & 0x3f)), PRIME);
    } else {
      value = Math.imul(value ^ (0xe0 | (unit >> 12)), PRIME);
      value = Math.imul(value ^ (0x80 | ((unit >> 6) & 0x3f)), PRIME);
      value = Math.imul(value ^ (0x80 | (unit & 0x3f)), PRIME);
    }
  }
  return value;
}

function hashedBytes(text: string, start: number): number {
  let value = start;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, PRIME);
  return value;
}
