import type { Body, BinaryOp } from '@yokoten/rules/trace';
import type { Stmt } from '../python/ast.ts';
import { binary, foldBinary, select, toStep } from './arithmetic.ts';
import { bindTarget } from './bind.ts';
import { type Context, unsupported } from './context.ts';
import { evaluate, iterate } from './evaluate.ts';
import { assignPart, deletePart } from './reform-edit.ts';
import { StepBuilder } from './steps.ts';
import { NONE, truthOf, type Value } from './value.ts';
import { bindImport, defineClass } from './module.ts';

type If = Extract<Stmt, { is: 'if' }>;

/** Runs the statements of a function; what it returns, or nothing when it ends without. */
export function runBody(context: Context, statements: readonly Stmt[]): Value | undefined {
  for (const [at, statement] of statements.entries()) {
    if (statement.is === 'return')
      return statement.value === undefined ? NONE : evaluate(context, statement.value);
    if (onlyLogs(statement)) continue;
    if (statement.is === 'if') {
      const test = evaluate(context, statement.test);
      const known = truthOf(test);
      if (known === undefined) return branch(context, statement, test, statements.slice(at + 1));
      const result = runBody(context, known ? statement.yes : statement.no);
      if (result !== undefined) return result;
    } else {
      const result = runStatement(context, statement);
      if (result !== undefined) return result;
    }
  }
  return undefined;
}

/** An `if` about the household: both ways are worked out, and each household takes its own. */
function branch(
  context: Context,
  statement: If,
  test: Value,
  rest: readonly Stmt[],
): Value | undefined {
  const [yes, no] = [statement.yes, statement.no].map((body) => {
    const inner = { ...context, scope: context.scope.copy() };
    return { inner, result: runBody(inner, body) };
  }) as [Way, Way];
  if (yes.result === undefined && no.result === undefined) {
    merge(context, statement, test, yes.inner, no.inner);
    return runBody(context, rest);
  }
  const [ifTrue, ifFalse] = [yes, no].map(
    ({ inner, result }) => result ?? runBody(inner, rest) ?? NONE,
  ) as [Value, Value];
  return select(context, statement.at, [test], [ifTrue], ifFalse);
}

/** An `if` that does nothing but write a message: it changes no figure. */
function onlyLogs(statement: Stmt): boolean {
  if (statement.is !== 'if') return false;
  return [...statement.yes, ...statement.no].every((one) => {
    if (one.is === 'pass' || onlyLogs(one)) return true;
    const callee =
      one.is === 'expression' && one.value.is === 'call' ? one.value.callee : undefined;
    return (
      callee?.is === 'attribute' &&
      callee.object.is === 'name' &&
      ['log', 'logger', 'logging'].includes(callee.object.id)
    );
  });
}

interface Way {
  readonly inner: Context;
  readonly result: Value | undefined;
}

/** After an `if` without `return`, a name is what the way taken made of it. */
function merge(context: Context, { at }: If, test: Value, yes: Context, no: Context): void {
  const names = new Set([...yes.scope.own().keys(), ...no.scope.own().keys()]);
  for (const name of names) {
    const [a, b] = [yes.scope.own().get(name), no.scope.own().get(name)];
    if (a === b) continue;
    if (a === undefined || b === undefined)
      throw unsupported(context, { at }, `the name ${name}, which only one way of this if sets`);
    bindTarget(context, { is: 'name', at, id: name }, select(context, at, [test], [a], b));
  }
}

/**
 * The body of a formula. An `if` about the period splits it: only the way taken is worked out when it runs.
 * @throws OpenFiscaError for what cannot be compiled
 */
export function runFormula(
  context: Context,
  statements: readonly Stmt[],
  finish: (context: Context, value: Value) => number,
): Body {
  const builder = context.builder as StepBuilder;
  for (const [at, statement] of statements.entries()) {
    if (onlyLogs(statement)) continue;
    if (statement.is === 'if') {
      const test = evaluate(context, statement.test);
      if (truthOf(test) === undefined) {
        const condition = toStep(context, statement.at, test);
        if (condition.axis < 0) {
          const rest = statements.slice(at + 1);
          const way = (body: readonly Stmt[]): Body => {
            const inner = new StepBuilder(builder);
            return runFormula(
              { ...context, scope: context.scope.copy(), builder: inner },
              [...body, ...rest],
              finish,
            );
          };
          const fork = {
            condition: condition.step,
            yes: way(statement.yes),
            no: way(statement.no),
          };
          return { steps: builder.steps, result: fork };
        }
        const result = branch(context, statement, test, statements.slice(at + 1)) ?? NONE;
        return { steps: builder.steps, result: finish(context, result) };
      }
      const chosen = truthOf(test) === true ? statement.yes : statement.no;
      return runFormula(context, [...chosen, ...statements.slice(at + 1)], finish);
    }
    const result = runBody(context, [statement]);
    if (result !== undefined) return { steps: builder.steps, result: finish(context, result) };
  }
  return { steps: builder.steps, result: finish(context, NONE) };
}

/** One statement that is no `if` and no `return`; a loop may return. */
export function runStatement(context: Context, statement: Stmt): Value | undefined {
  switch (statement.is) {
    case 'assign': {
      const system = statement.targets.every(
        (target) => target.is === 'attribute' && ABOUT_SYSTEM.includes(target.name),
      );
      if (system) return undefined;
      const value = evaluate(context, statement.value);
      for (const target of statement.targets) assign(context, target, value);
      return undefined;
    }
    case 'update': {
      const op = UPDATE[statement.op];
      if (op === undefined) throw unsupported(context, statement, `${statement.op}=`);
      const before = evaluate(context, statement.target);
      const by = evaluate(context, statement.value);
      assign(
        context,
        statement.target,
        foldBinary(op, before, by) ?? binary(context, statement.at, op, before, by),
      );
      return undefined;
    }
    case 'expression':
      if (statement.value.is !== 'string') evaluate(context, statement.value);
      return undefined;
    case 'for':
      for (const item of iterate(context, statement.at, evaluate(context, statement.iterable))) {
        bindTarget(context, statement.target, item);
        const result = runBody(context, statement.body);
        if (result !== undefined) return result;
      }
      return undefined;
    case 'with':
      for (const [value, target] of statement.items) {
        const opened = evaluate(context, value);
        if (target !== undefined) bindTarget(context, target, opened);
      }
      return runBody(context, statement.body);
    case 'import':
      bindImport(context, statement);
      return undefined;
    case 'def': {
      const { scope, file } = context;
      const odd = statement.decorators.find(
        (one) => one.is !== 'name' || !DECORATORS.includes(one.id),
      );
      if (odd !== undefined) throw unsupported(context, odd, 'this decorator');
      context.scope.set(statement.name, { is: 'function', def: statement, scope, file });
      return undefined;
    }
    case 'class':
      context.scope.set(statement.name, defineClass(context, statement));
      return undefined;
    case 'delete':
      for (const target of statement.targets) deletePart(context, target);
      return undefined;
    case 'pass':
      return undefined;
    case 'assert':
      // It changes no figure; where it is known not to hold, there is none.
      if (truthOf(evaluate(context, statement.test)) === false)
        throw unsupported(context, statement, 'an assertion that does not hold');
      return undefined;
    case 'if':
    case 'return':
      return runBody(context, [statement]);
    case 'unsupported':
      throw unsupported(context, statement, `the statement ${statement.what}`);
  }
}

/** Examples for the documentation of a Web API, and what not to keep in memory: no rule reads these. */
const ABOUT_SYSTEM: readonly string[] = ['open_api_config', 'cache_blacklist'];

/** Decorators that change nothing about what a function yields. */
const DECORATORS: readonly string[] = ['cache', 'lru_cache', 'staticmethod'];

const UPDATE: Readonly<Record<string, BinaryOp>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '&': 'and',
  '|': 'or',
};

function assign(
  context: Context,
  target: Extract<Stmt, { is: 'update' }>['target'],
  value: Value,
): void {
  if (target.is === 'name' || target.is === 'sequence') bindTarget(context, target, value);
  else assignPart(context, target, value);
}
