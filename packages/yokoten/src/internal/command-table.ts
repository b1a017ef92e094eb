import type { Localized } from '@yokoten/standard';
import type { Command } from './command.ts';

/** A command by its words; its file is loaded when it is called. */
export interface Entry {
  readonly words: readonly [string, ...string[]];
  readonly summary: Localized;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly Entry[] = [
  {
    words: ['data', 'inspect'],
    summary: {
      ja: 'データのファイルが何であるか、どこに問題があるかを調べます',
      en: 'Say what a data file is, and where it has problems',
    },
    load: async () => (await import('../commands/data-inspect.ts')).dataInspect,
  },
];
