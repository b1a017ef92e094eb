/**
 * Does work that Ctrl-C, or the system's wish for an end, stops in good order, so that what was begun is taken back. A
 * second Ctrl-C ends it at once.
 *
 * @returns the work's exit code, or 130 where it was interrupted before its end
 */
export async function untilInterrupted(
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return 130;
    throw error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
