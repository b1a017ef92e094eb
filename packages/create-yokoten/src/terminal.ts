import { interruption } from './failure.ts';

/** A person who answers questions, one at a time. */
export interface Terminal {
  /** Rejects with an interruption on Ctrl-C and Ctrl-D. */
  ask(question: string): Promise<string>;
  close(): void;
}

/** The person at this process's terminal. Questions go to stderr, so that stdout stays the answer's. */
export async function openTerminal(): Promise<Terminal> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let reject: (reason: Error) => void;
  const gone = new Promise<never>((_, refuse) => (reject = refuse));
  // Before the first question nobody waits for it; then `ask` reports it.
  gone.catch(() => undefined);
  for (const event of ['SIGINT', 'close'] as const) lines.once(event, () => reject(interruption()));
  return {
    ask: (question) => Promise.race([lines.question(question), gone]),
    close: () => lines.close(),
  };
}
