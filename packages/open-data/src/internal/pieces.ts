/** The pieces of a stream: not every browser lets one be iterated. Whoever stops early lets the rest go. */
export async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(ignore);
  }
}

/** Of a stream that failed, reading has thrown the reason. */
function ignore(): void {}
