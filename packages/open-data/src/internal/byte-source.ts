import { piecesOf } from './pieces.ts';

/**
 * Where bytes come from: all at once, or piece by piece. A piece is no longer looked at once the next is asked for, so that
 * its memory can be used again.
 */
export type ByteSource = Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Reads a source ahead, as far as one likes. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  /** What was read ahead: the last piece itself, or a part of `#own`. */
  #ahead: Uint8Array = new Uint8Array(0);
  #own: Uint8Array = new Uint8Array(0);
  /** Whether the source has no more than what was read ahead. */
  ended = false;

  constructor(source: ByteSource) {
    this.#pieces = pieces(source);
  }

  /** What comes next, at least `size` bytes of it unless the source ends before. Good until the next call. */
  async peek(size: number): Promise<Uint8Array> {
    while (this.#ahead.length < size && !this.ended) {
      const kept = this.#keep(size);
      const { value, done } = await this.#pieces.next();
      if (done === true) this.ended = true;
      else if (kept === 0) this.#ahead = value;
      else this.#append(kept, value);
    }
    return this.#ahead;
  }

  /** Leaves bytes behind. */
  skip(count: number): void {
    this.#ahead = this.#ahead.subarray(count);
  }

  /** Tells the source that no more is wanted. */
  async close(): Promise<void> {
    if (!this.ended) await this.#pieces.return?.();
  }

  /** Brings what was read ahead to the beginning of our own memory, before the source uses its own again. */
  #keep(size: number): number {
    const { length, buffer, byteOffset } = this.#ahead;
    if (length === 0 || (buffer === this.#own.buffer && byteOffset === 0)) return length;
    this.#room(Math.min(size, 4 * length), this.#ahead);
    return length;
  }

  #append(kept: number, piece: Uint8Array): void {
    const length = kept + piece.length;
    if (length > this.#own.length) this.#room(length, this.#ahead);
    this.#own.set(piece, kept);
    this.#ahead = this.#own.subarray(0, length);
  }

  /** Makes room, at least twice of what there was, and puts the bytes to its beginning. */
  #room(size: number, bytes: Uint8Array): void {
    if (size > this.#own.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#own.length));
      larger.set(bytes);
      this.#own = larger;
    } else this.#own.set(bytes);
    this.#ahead = this.#own.subarray(0, bytes.length);
  }
}

async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield source;
  } else if (!('getReader' in source)) {
    yield* source;
  } else {
    yield* piecesOf(source);
  }
}
