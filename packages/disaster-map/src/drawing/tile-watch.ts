/** Told of every tile of an overlay, by its address. */
export interface TileWatch {
  readonly asked: (address: string) => void;
  readonly arrived: () => void;
  /** It was not drawn; why is not known. */
  readonly failed: (address: string) => void;
  readonly end: () => void;
}

/** A server that says nothing for this long is asked whether it is there. */
const SILENCE_MS = 5000;
const PATIENCE_MS = 10_000;

/**
 * Finds out whether tiles that do not come are none, or cannot be had: an image does not say, so one of them is asked
 * for once more. `changed` is called when they cannot be had, and when a tile arrives after that.
 */
export function watchTiles(changed: (state: 'shown' | 'missing') => void): TileWatch {
  let state: 'calm' | 'asking' | 'missing' | 'ended' = 'calm';
  let silence: ReturnType<typeof setTimeout> | undefined;

  function hear(): void {
    clearTimeout(silence);
    silence = undefined;
  }

  async function ask(address: string): Promise<void> {
    hear();
    if (state !== 'calm') return;
    state = 'asking';
    const isThere = await answers(address);
    if (state !== 'asking') return;
    state = isThere ? 'calm' : 'missing';
    if (!isThere) changed('missing');
  }

  return {
    asked: (address) => (silence ??= setTimeout(() => void ask(address), SILENCE_MS)),
    arrived() {
      hear();
      if (state === 'missing') changed('shown');
      if (state !== 'ended') state = 'calm';
    },
    failed: (address) => void ask(address),
    end() {
      hear();
      state = 'ended';
    },
  };
}

/** Whether the server can be reached and is well: also where it has no such tile. */
async function answers(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const { status } = await fetch(address, { credentials: 'omit', signal });
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}
