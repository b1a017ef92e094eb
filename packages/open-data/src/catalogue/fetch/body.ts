import { failure } from '../catalogue-error.ts';

/** A timer that is set anew with every sign of life, and a signal that it fires. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly restart: () => void;
  readonly stop: () => void;
}

/** Fires after so many milliseconds of silence. */
export function patience(milliseconds: number): Patience {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  const restart = (): void => {
    stop();
    timer = setTimeout(() => controller.abort(), milliseconds);
  };
  restart();
  return { signal: controller.signal, restart, stop };
}

/** What a body is held against while it is read. */
export interface BodyLimits {
  readonly url: string;
  readonly headers: Headers;
  readonly maxBytes: number;
  /** The error to throw for what went wrong on the line. */
  readonly broken: (cause: unknown) => Promise<unknown>;
  /** Called with every piece, and how much is expected in all where the server says so. */
  readonly onBytes: (received: number, expected: number | undefined) => void;
}

/**
 * The pieces of a body, cut off where there are too many bytes (counted after unpacking) and complained about where
 * there are fewer than promised.
 */
export async function* pieces(
  body: ReadableStream<Uint8Array> | null,
  { url, headers, maxBytes, broken, onBytes }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const packed = headers.has('content-encoding') && headers.get('content-encoding') !== 'identity';
  const stated = headers.get('content-length');
  const expected = !packed && /^\d{1,15}$/u.test(stated ?? '') ? Number(stated) : undefined;
  const reader = body?.getReader();
  let received = 0;
  try {
    if ((expected ?? 0) > maxBytes)
      throw await failure('open-data/too-large', { url, count: maxBytes });
    for (;;) {
      const { done, value } = (await reader?.read().catch(async (cause: unknown) => {
        throw await broken(cause);
      })) ?? { done: true };
      if (done || value === undefined) break;
      received += value.length;
      if (received > maxBytes) throw await failure('open-data/too-large', { url, count: maxBytes });
      onBytes(received, expected);
      yield value;
    }
    if (expected !== undefined && received < expected) {
      const facts = { url, value: String(received), expected: String(expected) };
      throw await failure('open-data/truncated', facts, { passing: true });
    }
  } finally {
    // What is left is not wanted; that the connection may already be gone is no news.
    await reader?.cancel().catch(() => undefined);
  }
}

/** All pieces in one. */
export async function joined(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    all.push(part);
    size += part.length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
