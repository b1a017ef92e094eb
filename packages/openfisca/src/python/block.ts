import type { ClassDef, FunctionDef, PythonFile } from './ast.ts';

/** A function or class as it stands in its file. */
export interface Block {
  /** Its lines without the indentation they have in common, each with its end. */
  readonly content: string;
  /** First and last line, from 1. */
  readonly from: number;
  readonly to: number;
}

/** The text of a function or class, without blanks and comments below it. */
export function blockOf({ text }: PythonFile, { at, end }: FunctionDef | ClassDef): Block {
  const lines = text.split('\n');
  const from = lineAt(text, at);
  let to = lineAt(text, end);
  while (to > from && /^\s*(?:#.*)?$/.test(lines[to - 1] ?? '')) to--;
  return { content: dedent(`${lines.slice(from - 1, to).join('\n')}\n`), from, to };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Takes the blanks away that all lines begin with, as Python's `textwrap.dedent` does; lines of blanks alone become empty. */
export function dedent(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  let margin: string | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    margin = margin === undefined ? own : shared(margin, own);
  }
  const width = margin?.length ?? 0;
  return lines.map((line) => line.slice(width)).join('\n');
}

function shared(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** The text in quotes that a function begins with, which describes it. */
export function docstringOf({ body: [first] }: FunctionDef): string | undefined {
  return first?.is === 'expression' && first.value.is === 'string' ? first.value.value : undefined;
}
