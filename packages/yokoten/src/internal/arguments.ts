import { parseArgs } from 'node:util';
import type { Option, Request } from './command.ts';
import { fault, YokotenError } from './fault.ts';
import { nearest } from '@yokoten/standard/nearest';

type Values = Request['values'];

/**
 * Reads what stands behind a command's words.
 *
 * @throws YokotenError `yokoten/unknown-option`, `yokoten/missing-value`, `yokoten/option-value`
 */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): { readonly positionals: readonly string[]; readonly values: Values } {
  const known = Object.entries(options).map(
    ([name, { value, short }]) =>
      [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
      ] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values: Record<string, string | true | undefined> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw unknownOption(token.rawName, Object.keys(options));
    values[token.name] = readValue(token.name, token.value, option);
  }
  return { positionals, values };
}

function readValue(name: string, value: string | undefined, option: Option): string | true {
  if (option.value === undefined) {
    if (value === undefined) return true;
    throw usage(
      'yokoten/option-value',
      `「--${name}」に値は要りません。「=${value}」を消してください。`,
      `--${name} takes no value. Remove "=${value}".`,
    );
  }
  if (value === undefined || value === '') {
    throw usage(
      'yokoten/missing-value',
      `「--${name}」の後に値が要ります。例: --${name} ${option.choices?.[0] ?? option.value}`,
      `--${name} needs a value, like --${name} ${option.choices?.[0] ?? option.value}.`,
    );
  }
  if (option.choices === undefined || option.choices.includes(value)) return value;
  const guess = nearest(value, option.choices);
  const choices = option.choices.join(', ');
  throw usage(
    'yokoten/option-value',
    `「--${name}」に「${value}」は使えません。${guess === undefined ? `使えるのは ${choices} です。` : `「${guess}」ではありませんか。`}`,
    `--${name} cannot be "${value}". ${guess === undefined ? `It can be ${choices}.` : `Did you mean "${guess}"?`}`,
  );
}

function unknownOption(raw: string, names: readonly string[]): YokotenError {
  const guess = nearest(raw.replace(/^-+/, ''), names);
  return usage(
    'yokoten/unknown-option',
    `「${raw}」という指定はありません。${guess === undefined ? '「--help」で使い方を見られます。' : `「--${guess}」ではありませんか。`}`,
    `There is no option ${raw}. ${guess === undefined ? 'See --help.' : `Did you mean --${guess}?`}`,
  );
}

function usage(code: `yokoten/${string}`, ja: string, en: string): YokotenError {
  return new YokotenError(fault(code, ja, en));
}
