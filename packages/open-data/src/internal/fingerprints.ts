/** Two hashes of 32 bits: of a million rows, two different ones are taken for the same once in ten million files. */
export interface Fingerprint {
  a: number;
  b: number;
}

const FIRST_SIZE = 1 << 10;
/** No byte: it parts cells from each other. */
const CELL_END = 0x100;

export function emptyFingerprint(): Fingerprint {
  return { a: 0x811c9dc5, b: 0x9e3779b9 };
}

/** Mixes in a cell. */
export function mixCell(print: Fingerprint, bytes: Uint8Array, from: number, to: number): void {
  let { a, b } = print;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(((b << 5) | (b >>> 27)) ^ byte, 0x85ebca6b);
  }
  print.a = Math.imul(a ^ CELL_END, 0x01000193);
  print.b = Math.imul(((b << 5) | (b >>> 27)) ^ CELL_END, 0x85ebca6b);
}

/** Remembers fingerprints with the row each was first seen in: 12 bytes an entry, a quarter to five eighths free. */
export class FirstRows {
  #size = FIRST_SIZE;
  #count = 0;
  #a = new Int32Array(FIRST_SIZE);
  #b = new Int32Array(FIRST_SIZE);
  #rows = new Int32Array(FIRST_SIZE);

  /** The earlier row with the same fingerprint; 0 where this is the first, which is then remembered. */
  seen({ a, b }: Fingerprint, row: number): number {
    if (this.#count * 4 > this.#size * 3) this.#grow();
    const slot = this.#slot(a, b);
    const earlier = this.#rows[slot] ?? 0;
    if (earlier === 0) {
      this.#put(slot, a, b, row);
      this.#count++;
    }
    return earlier;
  }

  #slot(a: number, b: number): number {
    let slot = (a ^ (b >>> 15)) & (this.#size - 1);
    while (this.#rows[slot] !== 0 && (this.#a[slot] !== a || this.#b[slot] !== b)) {
      slot = (slot + 1) & (this.#size - 1);
    }
    return slot;
  }

  #put(slot: number, a: number, b: number, row: number): void {
    this.#a[slot] = a;
    this.#b[slot] = b;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const [a, b, rows] = [this.#a, this.#b, this.#rows];
    this.#size *= 2;
    this.#a = new Int32Array(this.#size);
    this.#b = new Int32Array(this.#size);
    this.#rows = new Int32Array(this.#size);
    for (const [slot, row] of rows.entries()) {
      const [one, other] = [a[slot] ?? 0, b[slot] ?? 0];
      if (row !== 0) this.#put(this.#slot(one, other), one, other, row);
    }
  }
}
