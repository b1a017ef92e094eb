import type { SyntaxNode } from '@lezer/common';
import type { ClassDef, Expr, FunctionDef, Stmt } from './ast.ts';
import { readArguments, readExpression, readList, readParams } from './expression.ts';
import { childrenOf, identifier, type Source, syntaxError, textOf } from './parse.ts';

/** The statements below a script, or below the body of a compound statement. */
export function readStatements(source: Source, parent: SyntaxNode): Stmt[] {
  return childrenOf(parent)
    .filter(({ name }) => name !== ':' && name !== ';')
    .flatMap((node) => readStatement(source, node));
}

function readStatement(source: Source, node: SyntaxNode): Stmt[] {
  const at = node.from;
  const children = childrenOf(node);
  const first = children[0];
  switch (node.name) {
    case 'ExpressionStatement':
      return [{ is: 'expression', at, value: readList(source, children, at) }];
    case 'ReturnStatement':
      return [
        children.length > 1
          ? { is: 'return', at, value: readList(source, children.slice(1), at) }
          : { is: 'return', at },
      ];
    case 'AssignStatement':
      return [readAssign(source, children, at)];
    case 'UpdateStatement': {
      const [target, op, ...value] = children;
      if (target === undefined || op === undefined) throw syntaxError(source, at);
      return [
        {
          is: 'update',
          at,
          target: readExpression(source, target),
          op: textOf(source, op).slice(0, -1),
          value: readList(source, value, at),
        },
      ];
    }
    case 'IfStatement':
      return [readIf(source, children, at)];
    case 'ForStatement':
      return [readFor(source, children, at)];
    case 'WithStatement':
      return [readWith(source, children, at)];
    case 'ImportStatement':
      return readImport(source, children, at);
    case 'FunctionDefinition':
      return [readFunction(source, children, at, [])];
    case 'ClassDefinition':
      return [readClass(source, children, at)];
    case 'DecoratedStatement':
      return [readDecorated(source, children, at)];
    case 'DeleteStatement':
      return [
        {
          is: 'delete',
          at,
          targets: splitBy(children.slice(1)).map((one) => readList(source, one, at)),
        },
      ];
    case 'AssertStatement': {
      const [, test] = children;
      if (test === undefined) throw syntaxError(source, at);
      return [{ is: 'assert', at, test: readExpression(source, test) }];
    }
    case 'PassStatement':
      return [{ is: 'pass', at }];
    case 'StatementGroup':
      return readStatements(source, node);
    default:
      return [{ is: 'unsupported', at, what: first?.name ?? node.name }];
  }
}

/** `a = b = value`; a declared type (`a: int = 1`) is passed over. */
function readAssign(source: Source, children: readonly SyntaxNode[], at: number): Stmt {
  const parts = splitBy(
    children.filter(({ name }) => name !== 'TypeDef'),
    'AssignOp',
  );
  const value = parts.pop();
  if (value === undefined || parts.length === 0) return { is: 'pass', at };
  return {
    is: 'assign',
    at,
    targets: parts.map((part) => readList(source, part, at)),
    value: readList(source, value, at),
  };
}

function readIf(source: Source, children: readonly SyntaxNode[], at: number): Stmt {
  const [, test, body, ...rest] = children;
  if (test === undefined || body === undefined) throw syntaxError(source, at);
  const yes = readStatements(source, body);
  const [next, ...more] = rest;
  const no =
    next === undefined
      ? []
      : next.name === 'elif'
        ? [readIf(source, rest, next.from)]
        : more.flatMap((one) => readStatements(source, one));
  return { is: 'if', at, test: readExpression(source, test), yes, no };
}

function readFor(source: Source, children: readonly SyntaxNode[], at: number): Stmt {
  const before = children.findIndex(({ name }) => name === 'in');
  const body = children.findIndex(({ name }) => name === 'Body');
  if (before < 0 || body !== children.length - 1)
    return { is: 'unsupported', at, what: 'for … else' };
  return {
    is: 'for',
    at,
    target: readList(source, children.slice(1, before), at),
    iterable: readList(source, children.slice(before + 1, body), at),
    body: readStatements(source, children[body] as SyntaxNode),
  };
}

function readWith(source: Source, children: readonly SyntaxNode[], at: number): Stmt {
  const body = children.at(-1);
  if (body?.name !== 'Body') throw syntaxError(source, at);
  const items = splitBy(children.slice(1, -1)).map((part): readonly [Expr, Expr | undefined] => {
    const [value, , target] = part;
    if (value === undefined) throw syntaxError(source, at);
    return [readExpression(source, value), target && readExpression(source, target)];
  });
  return { is: 'with', at, items, body: readStatements(source, body) };
}

function readImport(source: Source, children: readonly SyntaxNode[], at: number): Stmt[] {
  const words = children.map((node) => ({ name: node.name, text: identifier(source, node) }));
  const from = words[0]?.name === 'from';
  const start = words.findIndex(({ name }) => name === 'import');
  const module = from
    ? words
        .slice(1, start)
        .map(({ text }) => text)
        .join('')
    : '';
  const names = words.slice(start + 1).filter(({ name }) => name !== '(' && name !== ')');
  const parts: (typeof names)[] = [[]];
  for (const word of names) {
    if (word.name === ',') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => {
      const as = part.findIndex(({ name }) => name === 'as');
      const path = (as < 0 ? part : part.slice(0, as)).map(({ text }) => text).join('');
      const local = as < 0 ? path : (part[as + 1]?.text ?? path);
      return from
        ? { is: 'import' as const, at, module, name: path, local }
        : { is: 'import' as const, at, module: path, local };
    });
}

function readFunction(
  source: Source,
  children: readonly SyntaxNode[],
  at: number,
  decorators: readonly Expr[],
): FunctionDef {
  const named = (wanted: string): SyntaxNode => {
    const found = children.find(({ name }) => name === wanted);
    if (found === undefined) throw syntaxError(source, at);
    return found;
  };
  return {
    is: 'def',
    at,
    end: named('Body').to,
    name: identifier(source, named('VariableName')),
    params: readParams(source, named('ParamList')),
    body: readStatements(source, named('Body')),
    decorators,
  };
}

function readClass(source: Source, children: readonly SyntaxNode[], at: number): ClassDef {
  const name = children.find((child) => child.name === 'VariableName');
  const bases = children.find((child) => child.name === 'ArgList');
  const body = children.at(-1);
  if (name === undefined || body?.name !== 'Body') throw syntaxError(source, at);
  return {
    is: 'class',
    at,
    end: body.to,
    name: identifier(source, name),
    bases: bases === undefined ? [] : readArguments(source, bases).args,
    body: readStatements(source, body),
  };
}

function readDecorated(source: Source, children: readonly SyntaxNode[], at: number): Stmt {
  const inner = children.at(-1);
  if (inner === undefined) throw syntaxError(source, at);
  if (inner.name === 'ClassDefinition') return readClass(source, childrenOf(inner), inner.from);
  if (inner.name !== 'FunctionDefinition') return { is: 'unsupported', at, what: inner.name };
  const decorators = children.slice(0, -1).map((decorator): Expr => {
    const [, name, ...rest] = childrenOf(decorator);
    if (name === undefined) throw syntaxError(source, at);
    const attribute = rest.findLast(
      (child) => child.name === 'PropertyName' || child.name === 'VariableName',
    );
    return { is: 'name', at: decorator.from, id: identifier(source, attribute ?? name) };
  });
  return readFunction(source, childrenOf(inner), inner.from, decorators);
}

/** Runs of nodes between separators. */
function splitBy(nodes: readonly SyntaxNode[], separator = ','): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
