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
  const leave = (): void => {
    process.stderr.write('\n');
    reject(interruption());
  };
  lines.once('SIGINT', leave).once('close', leave);
  return {
    ask: (question) => Promise.race([lines.question(question), gone]),
    close: () => {
      lines.off('SIGINT', leave).off('close', leave);
      lines.close();
    },
  };
}
