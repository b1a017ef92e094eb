/** Where bytes come from: all at once, or piece by piece. */
export type ByteSource = Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Reads a source ahead, as far as one likes. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #ahead: Uint8Array = new Uint8Array(0);
  /** Whether the source has no more than what was read ahead. */
  ended = false;

  constructor(source: ByteSource) {
    this.#pieces = pieces(source);
  }

  /** What comes next, at least `size` bytes of it unless the source ends before. */
  async peek(size: number): Promise<Uint8Array> {
    const parts = [this.#ahead];
    let length = this.#ahead.length;
    while (length < size && !this.ended) {
      const { value, done } = await this.#pieces.next();
      if (done === true) this.ended = true;
      else {
        parts.push(value);
        length += value.length;
      }
    }
    this.#ahead = joined(parts, length);
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
}

async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield source;
  } else if (!('getReader' in source)) {
    yield* source;
  } else {
    // Not every browser lets a stream be iterated.
    const reader = source.getReader();
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        yield value;
      }
    } finally {
      await reader.cancel();
    }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const filled = parts.filter((part) => part.length > 0);
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of filled) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
