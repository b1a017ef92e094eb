import type { SyntaxNode } from '@lezer/common';
import type { Expr, Loop, Param } from './ast.ts';
import { readNumber, readString, unescapeText } from './literal.ts';
import { childrenOf, identifier, type Source, syntaxError, textOf } from './parse.ts';

/** `a, b` without brackets is a tuple; a single expression is itself. */
export function readList(source: Source, nodes: readonly SyntaxNode[], at: number): Expr {
  const items = nodes.filter(({ name }) => name !== ',');
  const [first] = items;
  if (first === undefined) throw syntaxError(source, at);
  if (nodes.length === 1) return readExpression(source, first);
  return {
    is: 'sequence',
    at,
    tuple: true,
    items: items.map((item) => readExpression(source, item)),
  };
}

/** One expression. What the compiler does not know becomes `unsupported`, an error only where it is used. */
export function readExpression(source: Source, node: SyntaxNode): Expr {
  const at = node.from;
  const children = childrenOf(node);
  const inner = (index: number): Expr => {
    const child = children.at(index);
    if (child === undefined) throw syntaxError(source, at);
    return readExpression(source, child);
  };
  switch (node.name) {
    case 'VariableName':
      return { is: 'name', at, id: identifier(source, node) };
    case 'Number': {
      const pointed = source.text[node.to] === '.' ? '.' : '';
      const number = readNumber(textOf(source, node) + pointed);
      return number === undefined
        ? unsupported(at, 'a complex number')
        : { is: 'number', at, ...number };
    }
    case 'String': {
      const value = readString(textOf(source, node));
      return value === undefined ? unsupported(at, 'bytes') : { is: 'string', at, value };
    }
    case 'ContinuedString':
      return joinStrings(
        at,
        children.map((child) => readExpression(source, child)),
      );
    case 'FormatString':
      return readFormat(source, node);
    case 'Boolean':
      return { is: 'bool', at, value: textOf(source, node) === 'True' };
    case 'None':
      return { is: 'none', at };
    case 'ParenthesizedExpression':
      return inner(1);
    case 'MemberExpression':
      return readMember(source, children, at);
    case 'CallExpression': {
      const list = children[1];
      if (list === undefined) throw syntaxError(source, at);
      return { is: 'call', at, callee: inner(0), ...readArguments(source, list) };
    }
    case 'BinaryExpression':
      return readBinary(source, children, at);
    case 'UnaryExpression':
      return { is: 'unary', at, op: textOf(source, children[0] ?? node), operand: inner(1) };
    case 'ConditionalExpression':
      return { is: 'conditional', at, yes: inner(0), test: inner(2), no: inner(4) };
    case 'ArrayExpression':
    case 'TupleExpression':
      return {
        is: 'sequence',
        at,
        tuple: node.name === 'TupleExpression',
        items: children
          .filter(({ name }) => !/^[[\](),]$/.test(name))
          .map((child) => readExpression(source, child)),
      };
    case 'DictionaryExpression':
      return readDict(source, children, at);
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
    case 'SetComprehensionExpression':
      return readComprehension(source, children.slice(1, -1), at);
    case 'DictionaryComprehensionExpression':
      return readDictComprehension(source, children.slice(1, -1), at);
    case 'LambdaExpression': {
      const params = children.find(({ name }) => name === 'ParamList');
      return {
        is: 'lambda',
        at,
        params: params === undefined ? [] : readParams(source, params),
        body: inner(-1),
      };
    }
    default:
      return unsupported(at, node.name);
  }
}

/** The arguments of a call, and of a class definition. */
export function readArguments(
  source: Source,
  list: SyntaxNode,
): { args: Expr[]; keywords: (readonly [string, Expr])[] } {
  const args: Expr[] = [];
  const keywords: (readonly [string, Expr])[] = [];
  const children = childrenOf(list);
  if (children.some(({ name }) => name === 'for')) {
    return { args: [readComprehension(source, children.slice(1, -1), list.from)], keywords };
  }
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as SyntaxNode;
    const [operator, value] = [children[i + 1], children[i + 2]];
    if (/^[(),]$/.test(child.name)) continue;
    if (operator?.name === 'AssignOp' && value !== undefined) {
      keywords.push([identifier(source, child), readExpression(source, value)]);
      i += 2;
    } else if (child.name === '*' || child.name === '**') {
      args.push(unsupported(child.from, `${child.name} in a call`));
      i += 1;
    } else args.push(readExpression(source, child));
  }
  return { args, keywords };
}

/** The parameters of a function or lambda; `*rest` keeps its star in the name. */
export function readParams(source: Source, list: SyntaxNode): Param[] {
  const params: Param[] = [];
  let star = '';
  const children = childrenOf(list);
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as SyntaxNode;
    if (child.name === '*' || child.name === '**') star = child.name;
    else if (child.name === 'VariableName') {
      const name = star + identifier(source, child);
      const value = children[i + 2];
      star = '';
      if (children[i + 1]?.name === 'AssignOp' && value !== undefined) {
        params.push({ name, initial: readExpression(source, value) });
        i += 2;
      } else params.push({ name });
    }
  }
  return params;
}

function unsupported(at: number, what: string): Expr {
  return { is: 'unsupported', at, what };
}

function joinStrings(at: number, parts: readonly Expr[]): Expr {
  const flat = parts.flatMap((part) =>
    part.is === 'format' ? part.parts : part.is === 'string' ? [part.value] : [part],
  );
  return flat.every((part) => typeof part === 'string')
    ? { is: 'string', at, value: flat.join('') }
    : { is: 'format', at, parts: flat };
}

function readFormat(source: Source, node: SyntaxNode): Expr {
  const text = textOf(source, node);
  const quotes = /^[a-zA-Z]*('''|"""|'|")/.exec(text)?.[0] ?? '';
  const raw = /^[a-zA-Z]*r/i.test(quotes.replaceAll(/['"]/g, ''));
  const end = node.to - (quotes.endsWith('"""') || quotes.endsWith("'''") ? 3 : 1);
  const parts: (string | Expr)[] = [];
  let from = node.from + quotes.length;
  const literal = (to: number): void => {
    const plain = source.text.slice(from, to).replaceAll('{{', '{').replaceAll('}}', '}');
    if (plain !== '') parts.push(raw ? plain : unescapeText(plain));
  };
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    literal(child.from);
    const inside = childrenOf(child).filter(({ name }) => name !== '{' && name !== '}');
    const [value, ...more] = inside;
    parts.push(
      value === undefined || more.length > 0
        ? unsupported(child.from, 'a format specification')
        : readExpression(source, value),
    );
    from = child.to;
  }
  literal(end);
  return { is: 'format', at: node.from, parts };
}

function readMember(source: Source, children: readonly SyntaxNode[], at: number): Expr {
  const [object, mark, ...rest] = children;
  if (object === undefined || mark === undefined) throw syntaxError(source, at);
  const value = readExpression(source, object);
  const [name] = rest;
  if (mark.name === '.' && name !== undefined)
    return { is: 'attribute', at: name.from, object: value, name: identifier(source, name) };
  const inside = rest.slice(0, -1);
  const parts: SyntaxNode[][] = [[]];
  for (const node of inside) {
    if (node.name === ',') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  const items = parts.filter((part) => part.length > 0).map((part) => readIndex(source, part));
  const [only] = items;
  if (only === undefined) throw syntaxError(source, at);
  const index: Expr =
    items.length === 1 && parts.length === 1
      ? only
      : { is: 'sequence', at: mark.from, tuple: true, items };
  return { is: 'subscript', at: mark.from, object: value, index };
}

function readIndex(source: Source, nodes: readonly SyntaxNode[]): Expr {
  const [first] = nodes as [SyntaxNode];
  if (!nodes.some(({ name }) => name === ':')) return readExpression(source, first);
  const bounds: (Expr | undefined)[] = [undefined];
  for (const node of nodes) {
    if (node.name === ':') bounds.push(undefined);
    else bounds[bounds.length - 1] = readExpression(source, node);
  }
  const [low, high, step] = bounds;
  return {
    is: 'slice',
    at: first.from,
    ...(low && { low }),
    ...(high && { high }),
    ...(step && { step }),
  };
}

function readBinary(source: Source, children: readonly SyntaxNode[], at: number): Expr {
  const [left, right] = [children[0], children.at(-1)];
  if (left === undefined || right === undefined) throw syntaxError(source, at);
  const op = children
    .slice(1, -1)
    .map((child) => textOf(source, child))
    .join(' ');
  const comparison = children[1]?.name === 'CompareOp';
  // `a < b < c` means `a < b and b < c` in Python, whatever its tree here says.
  const middle = left.name === 'BinaryExpression' ? left.lastChild : null;
  if (comparison && middle !== null && left.getChild('CompareOp') !== null)
    return {
      is: 'binary',
      at,
      op: 'chained',
      left: readExpression(source, left),
      right: {
        is: 'binary',
        at,
        op,
        left: readExpression(source, middle),
        right: readExpression(source, right),
      },
    };
  return {
    is: 'binary',
    at,
    op,
    left: readExpression(source, left),
    right: readExpression(source, right),
  };
}

function readDict(source: Source, children: readonly SyntaxNode[], at: number): Expr {
  const items = children.filter(({ name }) => !/^[{},:]$/.test(name));
  if (items.some(({ name }) => name === '**')) return unsupported(at, '** in a dictionary');
  const entries: (readonly [Expr, Expr])[] = [];
  for (let i = 0; i + 1 < items.length; i += 2)
    entries.push([
      readExpression(source, items[i] as SyntaxNode),
      readExpression(source, items[i + 1] as SyntaxNode),
    ]);
  return { is: 'dict', at, entries };
}

function readLoops(source: Source, children: readonly SyntaxNode[], at: number): Loop[] {
  const loops: { target: Expr; iterable: Expr; tests: Expr[] }[] = [];
  const stops = ['for', 'in', 'if'];
  for (let i = 0; i < children.length;) {
    const word = (children[i] as SyntaxNode).name;
    let end = i + 1;
    while (end < children.length && !stops.includes((children[end] as SyntaxNode).name)) end++;
    const part = children.slice(i + 1, end);
    if (word === 'for') {
      const next = children.findIndex(({ name }, at) => at > end && stops.includes(name));
      const stop = next < 0 ? children.length : next;
      loops.push({
        target: readList(source, part, at),
        iterable: readList(source, children.slice(end + 1, stop), at),
        tests: [],
      });
      end = stop;
    } else if (word === 'if') loops.at(-1)?.tests.push(readList(source, part, at));
    else throw syntaxError(source, at);
    i = end;
  }
  return loops;
}

function readComprehension(source: Source, children: readonly SyntaxNode[], at: number): Expr {
  const start = children.findIndex(({ name }) => name === 'for');
  return {
    is: 'comprehension',
    at,
    element: readList(source, children.slice(0, start), at),
    loops: readLoops(source, children.slice(start), at),
  };
}

function readDictComprehension(source: Source, children: readonly SyntaxNode[], at: number): Expr {
  const [key, , element, ...rest] = children;
  if (key === undefined || element === undefined) throw syntaxError(source, at);
  return {
    is: 'comprehension',
    at,
    key: readExpression(source, key),
    element: readExpression(source, element),
    loops: readLoops(source, rest, at),
  };
}
