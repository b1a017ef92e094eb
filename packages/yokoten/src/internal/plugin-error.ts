import { inspect } from 'node:util';
import { YokotenError } from './fault.ts';
import type { Language } from './language.ts';
import { describeFaults } from './print-faults.ts';

/** Shown as its text alone, in Vite's panel and in the terminal: where in our code it was found helps nobody. */
class PluginError extends Error {
  readonly code: string;

  constructor(text: string, code: string) {
    super(text);
    this.code = code;
    this.stack = text;
  }

  [inspect.custom](): string {
    return this.message;
  }
}

/** Our own errors in the reader's language and without a stack; any other error as it is. */
export function toPluginError(error: unknown, language: Language): unknown {
  if (!(error instanceof YokotenError)) return error;
  return new PluginError(describeFaults(error.faults, language), error.faults[0]?.code ?? '');
}
