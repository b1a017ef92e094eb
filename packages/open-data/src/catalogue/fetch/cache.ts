/** An answer kept for later, with what the server needs to say that it still holds. */
export interface CachedAnswer {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where answers are kept between requests. `fileCache` of `@yokoten/open-data/pull` keeps them between runs. */
export interface Cache {
  readonly get: (url: string) => Promise<CachedAnswer | undefined>;
  readonly set: (answer: CachedAnswer) => Promise<void>;
}

/**
 * Keeps answers as long as the program runs, the latest used first.
 * @param maxBytes how much is kept in all, default 64 MB.
 */
export function memoryCache(maxBytes = 64_000_000): Cache {
  const kept = new Map<string, CachedAnswer>();
  let size = 0;
  const drop = (url: string): void => {
    size -= kept.get(url)?.bytes.length ?? 0;
    kept.delete(url);
  };
  return {
    get: async (url) => {
      const found = kept.get(url);
      if (found !== undefined) {
        kept.delete(url);
        kept.set(url, found);
      }
      return await Promise.resolve(found);
    },
    set: async (answer) => {
      drop(answer.url);
      kept.set(answer.url, answer);
      size += answer.bytes.length;
      for (const url of kept.keys()) if (size > maxBytes) drop(url);
      await Promise.resolve();
    },
  };
}
