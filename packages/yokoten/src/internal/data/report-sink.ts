import type { Request, Terminal } from '../command.ts';
import { textOption } from './options.ts';
import { writeOutput } from './write-output.ts';

/** Takes the answers about several files: to stdout as they come, or together into the file that `-o` names. */
export class ReportSink {
  readonly #answers: string[] = [];
  readonly #output: string | undefined;
  readonly #terminal: Terminal;
  readonly #between: string;

  /** @param between what stands between two answers beside the line's end */
  constructor(request: Request, terminal: Terminal, between = '') {
    this.#output = textOption(request, 'output');
    this.#terminal = terminal;
    this.#between = between;
  }

  add(answer: string): void {
    const lead = this.#answers.length === 0 ? '' : this.#between;
    this.#answers.push(answer);
    if (this.#output === undefined) this.#terminal.print(lead + answer);
  }

  /** @param inputs files that must not be written over */
  async end(inputs: readonly string[]): Promise<void> {
    if (this.#output === undefined || this.#answers.length === 0) return;
    await writeOutput(this.#output, `${this.#answers.join(`\n${this.#between}`)}\n`, inputs);
  }
}
