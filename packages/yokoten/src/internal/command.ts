import type { Localized } from '@yokoten/standard';
import type { Language } from './language.ts';

/** What a command sees of the terminal around it. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line to stdout: the answer. */
  readonly print: (line: string) => void;
  /** Writes a line to stderr: progress and notes. */
  readonly note: (line: string) => void;
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
