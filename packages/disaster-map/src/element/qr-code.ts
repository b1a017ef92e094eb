import { generate } from 'lean-qr';
import type { QrLink } from '../state/map-state.ts';

/**
 * The QR code (ISO/IEC 18004) of a text, as one path.
 *
 * @throws Error of lean-qr where the text is too long for any code
 */
export function qrCode(text: string): Omit<QrLink, 'address'> {
  const code = generate(text);
  const { size } = code;
  const sides = Array.from({ length: size }, (_, at) => at);
  const rows = sides.map((y) =>
    sides.map((x) => (code.get(x, y) ? `M${x} ${y}h1v1h-1z` : '')).join(''),
  );
  return { size, path: rows.join('') };
}
