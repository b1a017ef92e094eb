import type { RangeResponse, Source } from 'pmtiles';

/** A host that knows no ranges sends the whole file: taken up to this size, kept, and cut up here. */
const MAX_WHOLE_BYTES = 32 * 1024 * 1024;

/**
 * Reads parts of a file at `url`. Unlike the library's own source it can also live with a host that answers a range
 * with the whole file, as some static hosts do, where that file is small. Rejects with what the host answered.
 */
export function createRangeSource(url: string): Source {
  let whole: Promise<ArrayBuffer> | undefined;

  async function cut(offset: number, length: number): Promise<RangeResponse> {
    return { data: ((await whole) ?? new ArrayBuffer()).slice(offset, offset + length) };
  }

  return {
    getKey: () => url,
    async getBytes(offset, length, signal) {
      if (whole !== undefined) return cut(offset, length);
      const response = await fetch(url, {
        headers: { Range: `bytes=${offset}-${offset + length - 1}` },
        ...(signal && { signal }),
      });
      if (response.status === 206) return { data: await response.arrayBuffer() };
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      whole = readWhole(response);
      return cut(offset, length);
    },
  };
}

async function readWhole(response: Response): Promise<ArrayBuffer> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = Number(response.headers.get('Content-Length') ?? 0);
  for (let read = 0; size <= MAX_WHOLE_BYTES; size = Math.max(size, read)) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return new Blob(chunks).arrayBuffer();
    chunks.push(value);
    read += value.length;
  }
  await reader?.cancel();
  throw new Error(
    `${response.url} is sent as a whole (over ${MAX_WHOLE_BYTES} bytes) though a part was asked for; the host must support HTTP range requests`,
  );
}
