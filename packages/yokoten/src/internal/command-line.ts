import { readArguments } from './arguments.ts';
import { COMMANDS, type Entry } from './command-table.ts';
import type { Command, Option, Terminal } from './command.ts';
import { faultsOf } from './data/each-file.ts';
import { fault, YokotenError } from './fault.ts';
import { commandHelp, overview } from './help.ts';
import { chooseLanguage, type Language } from './language.ts';
import { nearest } from '@yokoten/standard/nearest';
import { describeFaults } from './print-faults.ts';
import { VERSION } from './version.ts';

/** Options that every command takes. */
const EVERYWHERE: Readonly<Record<string, Option>> = {
  lang: {
    value: 'LANG',
    choices: ['ja', 'en'],
    description: { ja: '表示の言葉', en: 'language of the output' },
  },
  help: { short: 'h', description: { ja: '使い方を表示', en: 'show how to use it' } },
};

const VERSION_OPTION: Option = {
  short: 'v',
  description: { ja: '版の番号を表示', en: 'show the version' },
};

/** Runs one `yokoten` command line; resolves to its exit code: 0 done, 1 findings, 2 cannot. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = chooseLanguage(askedLanguage(args), terminal.env);
  try {
    return await dispatch(args, terminal, language);
  } catch (error) {
    terminal.progress?.(1);
    terminal.note(describeFaults(await faultsOf(error, ''), language));
    return 2;
  }
}

async function dispatch(
  args: readonly string[],
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const entry = COMMANDS.find(({ words }) => words.every((word, i) => args[i] === word));
  if (entry !== undefined)
    return runEntry(entry, args.slice(entry.words.length), terminal, language);
  const options = args.findIndex((arg) => arg.startsWith('-'));
  const typed = options < 0 ? args : args.slice(0, options);
  const group = COMMANDS.filter(({ words }) => typed.every((word, i) => words[i] === word));
  if (group.length === 0) throw unknownCommand(typed);
  const { values } = readArguments(args.slice(typed.length), {
    ...EVERYWHERE,
    version: VERSION_OPTION,
  });
  if (values.version === true) {
    terminal.print(VERSION);
    return 0;
  }
  const asked = values.help === true;
  (asked ? terminal.print : terminal.note)(overview(group, EVERYWHERE, language));
  return asked ? 0 : 2;
}

async function runEntry(
  entry: Entry,
  args: readonly string[],
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const command: Command = await entry.load();
  const { positionals, values } = readArguments(args, { ...command.options, ...EVERYWHERE });
  if (values.help === true) {
    terminal.print(commandHelp(command, EVERYWHERE, language));
    return 0;
  }
  return command.run({ positionals, values, language }, terminal);
}

/** Looked for by hand, because a mistake elsewhere in the line is told in this language too. */
function askedLanguage(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[at];
  return arg === '--lang' ? args[at + 1] : arg?.slice('--lang='.length);
}

function unknownCommand(typed: readonly string[]): YokotenError {
  const names = COMMANDS.flatMap(({ words }) => beginnings(words));
  const guess = beginnings(typed)
    .map((name) => nearest(name, names))
    .find((name) => name !== undefined);
  const shown = typed.slice(0, 2).join(' ');
  return new YokotenError(
    fault(
      'yokoten/unknown-command',
      `「yokoten ${shown}」という命令はありません。${guess === undefined ? '「yokoten --help」で一覧を見られます。' : `「yokoten ${guess}」ではありませんか。`}`,
      `There is no command "yokoten ${shown}". ${guess === undefined ? 'See yokoten --help.' : `Did you mean "yokoten ${guess}"?`}`,
    ),
  );
}

/** `data inspect` → `data inspect`, `data`. */
function beginnings(words: readonly string[]): string[] {
  return words.map((_, i) => words.slice(0, i + 1).join(' ')).toReversed();
}
