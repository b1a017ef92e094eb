import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { OpenFiscaError, placeAt } from '../error.ts';
import type { PythonFile } from './ast.ts';
import { readStatements } from './statement.ts';

/** Bytes a Python file of a country package may have; the largest known has a twentieth of it. */
const MOST_CHARACTERS = 4_000_000;

/** Brackets within brackets; deeper than any person writes. */
const MOST_NESTING = 300;

/** What the readers of statements and expressions share. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * Parses a Python file. Nothing is run.
 * @throws OpenFiscaError `openfisca/python-syntax`, `openfisca/too-large`
 */
export function parsePython(path: string, text: string): PythonFile {
  if (text.length > MOST_CHARACTERS)
    throw new OpenFiscaError(
      'openfisca/too-large',
      {
        ja: `ファイルが大きすぎます（${text.length}文字）。${MOST_CHARACTERS}文字までです。`,
        en: `The file has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`,
      },
      { file: path },
    );
  const source = { path, text };
  // The grammar does not know `12.`; the point is put back when the number is read.
  const tree = parser.parse(text.replaceAll(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, '$1 '));
  let depth = 0;
  tree.iterate({
    enter(node) {
      if (node.type.isError || ++depth > MOST_NESTING) throw syntaxError(source, node.from);
    },
    leave() {
      depth--;
    },
  });
  return { path, text, body: readStatements(source, tree.topNode) };
}

/** The node's source text. */
export function textOf(source: Source, node: SyntaxNode): string {
  return source.text.slice(node.from, node.to);
}

/** Children without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'Comment') children.push(child);
  return children;
}

/** An identifier; Python compares them in compatibility form (PEP 3131). */
export function identifier(source: Source, node: SyntaxNode): string {
  return textOf(source, node).normalize('NFKC');
}

export function syntaxError(source: Source, offset: number): OpenFiscaError {
  return new OpenFiscaError(
    'openfisca/python-syntax',
    {
      ja: 'Pythonの文として読めません。この行の書き方を確かめてください。',
      en: 'This is not Python that can be read. Check how this line is written.',
    },
    placeAt(source.path, source.text, offset),
  );
}
