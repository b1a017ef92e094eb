import { describeFailure, Failure, type Language, type Words } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** Settles one choice after the other; asks only where there is a person and something to ask. */
export class Questions {
  readonly #language: Language;
  readonly #open: (() => Promise<Terminal | undefined>) | undefined;
  readonly #say: (text: string) => void;
  #terminal: Promise<Terminal | undefined> | undefined;

  /** `open` is absent, or answers `undefined`, where nobody can be asked. It is called only when something is open. */
  constructor(
    language: Language,
    open: (() => Promise<Terminal | undefined>) | undefined,
    say: (text: string) => void,
  ) {
    this.#language = language;
    this.#open = open;
    this.#say = say;
  }

  /**
   * What `read` makes of the given text, else of the person's answer. Where nobody can be asked, of `otherwise`, or
   * it is thrown; and what `read` throws is thrown on. A person is asked again instead.
   */
  async settle<T>(
    question: Words,
    given: string | undefined,
    otherwise: string | (() => Failure),
    read: (text: string) => T | Promise<T>,
  ): Promise<T> {
    let text = given;
    for (;;) {
      text ??= await this.#ask(question, otherwise);
      try {
        return await read(text);
      } catch (error) {
        if (!(error instanceof Failure) || (await this.#person()) === undefined) throw error;
        this.#say(describeFailure(error, this.#language));
        text = undefined;
      }
    }
  }

  async close(): Promise<void> {
    (await this.#terminal)?.close();
  }

  async #person(): Promise<Terminal | undefined> {
    this.#terminal ??= this.#open?.();
    return this.#terminal;
  }

  async #ask(question: Words, otherwise: string | (() => Failure)): Promise<string> {
    const person = await this.#person();
    const fallback = typeof otherwise === 'string' ? otherwise : undefined;
    if (person !== undefined) {
      const hint = fallback === undefined ? '' : ` (${fallback})`;
      const answer = await person.ask(`${question[this.#language]}${hint}: `);
      return answer.trim() || (fallback ?? '');
    }
    if (typeof otherwise === 'function') throw otherwise();
    return otherwise;
  }
}
