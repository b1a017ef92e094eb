/** How long nothing is shown: most work is done before a bar could be read. */
const PATIENCE_MS = 400;
const WIDTH = 24;

/** What a bar needs of the stream it is drawn on. */
export interface BarStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/**
 * A progress bar on the terminal's last line; `undefined` where the stream is no terminal. Called with the share that is
 * done, 0 to 1, and what is being worked on; at 1 the bar goes away and leaves nothing behind.
 */
export function progressBar(
  stream: BarStream,
  now: () => number,
): ((done: number, about?: string) => void) | undefined {
  if (stream.isTTY !== true) return undefined;
  let began: number | undefined;
  let shown = false;
  return (done, about = '') => {
    began ??= now();
    if (done >= 1) {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
      began = undefined;
    } else if (now() - began >= PATIENCE_MS) {
      const filled = Math.round(Math.max(0, done) * WIDTH);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
      const room = Math.max(0, (stream.columns ?? 80) - WIDTH - 8);
      stream.write(`\r\u001b[K${bar} ${String(Math.floor(done * 100)).padStart(3)} % ${about.slice(0, room >> 1)}`);
      shown = true;
    }
  };
}
