import type { Entry } from './command-table.ts';
import type { Command, Option } from './command.ts';
import { inLanguage, type Language } from './language.ts';
import { alignColumns } from './terminal-text.ts';

type Options = Readonly<Record<string, Option>>;

/** What there is: for `yokoten --help`, and for the first word of several commands. */
export function overview(
  commands: readonly Entry[],
  everywhere: Options,
  language: Language,
): string {
  const ja = language === 'ja';
  return [
    ja ? '使い方: yokoten 命令 [指定…]' : 'Usage: yokoten COMMAND [OPTIONS…]',
    '',
    ja ? '命令:' : 'Commands:',
    ...alignColumns(
      commands.map(({ words, summary }) => [`  ${words.join(' ')}`, inLanguage(summary, language)]),
    ),
    '',
    ja ? 'どの命令にも使える指定:' : 'Options of every command:',
    ...optionLines(everywhere, language),
    '',
    ja ? '版の番号: yokoten --version' : 'Version: yokoten --version',
  ].join('\n');
}

/** How to use one command. */
export function commandHelp(
  { usage, description, options }: Command,
  everywhere: Options,
  language: Language,
): string {
  const ja = language === 'ja';
  return [
    `${ja ? '使い方' : 'Usage'}: yokoten ${usage}`,
    '',
    inLanguage(description, language),
    '',
    ja ? '指定:' : 'Options:',
    ...optionLines({ ...options, ...everywhere }, language),
  ].join('\n');
}

function optionLines(options: Options, language: Language): string[] {
  return alignColumns(
    Object.entries(options).map(([name, { value, choices, description }]) => {
      const shown = choices?.join('|') ?? value;
      return [
        `  --${name}${shown === undefined ? '' : ` ${shown}`}`,
        inLanguage(description, language),
      ];
    }),
  );
}
