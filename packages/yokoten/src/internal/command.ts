import type { Localized } from '@yokoten/standard';
import type { Language } from './language.ts';

/** What a command sees of the terminal around it. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line to stdout: the answer. */
  readonly print: (line: string) => void;
  /** Writes to stdout as it is: a file's content. */
  readonly write: (content: Uint8Array | string) => void;
  /** Writes a line to stderr: progress and notes. */
  readonly note: (line: string) => void;
  /** Draws how far the work is, 0 to 1, and at 1 wipes it away; absent where nobody watches. */
  readonly progress?: ((done: number, about?: string) => void) | undefined;
  /** Characters in a line of stdout, where it is a terminal. */
  readonly columns?: number | undefined;
}

/** One `yokoten` command. Its file reads the arguments; the work is done by the package that owns the matter. */
export interface Command {
  /** What stands behind `yokoten` in the line that shows how to use it. */
  readonly usage: string;
  /** Several lines; below them come the options. */
  readonly description: Localized;
  readonly options: Readonly<Record<string, Option>>;
  /** Returns the exit code: 0 done, 1 findings, 2 cannot. */
  run(request: Request, terminal: Terminal): Promise<number>;
}

/** A `--name VALUE` of a command. */
export interface Option {
  /** What stands for the value in the help; a switch has none. */
  readonly value?: string;
  /** One letter, for `-h`. */
  readonly short?: string;
  readonly description: Localized;
  /** The only values there are. */
  readonly choices?: readonly string[];
}

/** What was typed, checked against the command's options. */
export interface Request {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | true | undefined>>;
  readonly language: Language;
}
