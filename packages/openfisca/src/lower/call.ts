import type { FunctionDef } from '../python/ast.ts';
import { callBuiltin } from './builtins.ts';
import { type Context, unsupported } from './context.ts';
import { evaluate } from './evaluate.ts';
import { runBody } from './execute.ts';
import { callMethod } from './methods.ts';
import { type Call, readVariable } from './population.ts';
import { Scope } from './scope.ts';
import type { Session } from './session.ts';
import { describeValue, NONE, str, type Value } from './value.ts';

/** Calls within calls. */
const MOST_DEPTH = 60;

/** `callee(…)`. Functions of the package are read where they are called; nothing is run. */
export function callValue(context: Context, callee: Value, call: Call): Value {
  switch (callee.is) {
    case 'function':
      return callFunction(context, callee, call);
    case 'lambda': {
      const scope = bindParams(context, callee.params, callee.scope, call);
      return evaluate(
        { ...context, file: callee.file, scope, depth: deeper(context, call) },
        callee.body,
      );
    }
    case 'builtin':
      return callBuiltin(context, callee.name, call);
    case 'method':
      return callMethod(context, callee.self, callee.name, call);
    case 'population':
    case 'members':
    case 'projector':
      return readVariable(context, callee, call);
    case 'parameters':
      return parametersAt(context, call);
    default:
      throw unsupported(context, call, `a call of ${describeValue(callee)}`);
  }
}

function parametersAt(context: Context, call: Call): Value {
  const [time] = call.args;
  if (time?.is === 'when') return { is: 'node', path: [], when: time.when };
  if (time?.is === 'str') return { is: 'node', path: [], when: { text: [time.value], moves: [] } };
  throw unsupported(context, call, 'parameters at this time');
}

const kept = new WeakMap<Session, Map<FunctionDef, Value>>();

function callFunction(
  context: Context,
  { def, scope, file }: Extract<Value, { is: 'function' }>,
  call: Call,
): Value {
  // `@cache`: a table is read once, however often formulas ask for it.
  const cached = call.args.length === 0 && def.decorators.length > 0;
  let results = kept.get(context.session);
  if (results === undefined) kept.set(context.session, (results = new Map()));
  const known = cached ? results.get(def) : undefined;
  if (known !== undefined) return known;
  const inner = bindParams(context, def.params, scope, call);
  const result = runBody(
    { ...context, file, scope: inner, depth: deeper(context, call) },
    def.body,
  );
  const value = result ?? NONE;
  if (cached) results.set(def, value);
  return value;
}

function deeper(context: Context, call: Call): number {
  if (context.depth >= MOST_DEPTH)
    throw unsupported(context, call, 'functions that call each other without an end');
  return context.depth + 1;
}

/** The names inside a function, given its arguments. */
export function bindParams(
  context: Context,
  params: FunctionDef['params'],
  outer: Scope,
  call: Call,
): Scope {
  const scope = new Scope(outer);
  const known = new Set<string>();
  let position = 0;
  const give = (name: string, value: Value): void => {
    scope.set(name, value);
    known.add(name);
  };
  for (const param of params) {
    if (param.name.startsWith('**')) {
      const rest = [...call.keywords].filter(([name]) => !known.has(name));
      const entries = rest.map(([name, value]) => [name, [str(name), value] as const] as const);
      give(param.name.slice(2), { is: 'dict', entries: new Map(entries) });
      position = call.args.length;
      continue;
    }
    if (param.name.startsWith('*'))
      throw unsupported(context, call, 'a function of any number of arguments');
    const positional = call.args[position];
    const value =
      call.keywords.get(param.name) ??
      positional ??
      (param.initial && evaluate({ ...context, scope: outer }, param.initial));
    if (value === undefined)
      throw unsupported(context, call, `a call without the argument ${param.name}`);
    if (!call.keywords.has(param.name)) position++;
    give(param.name, value);
  }
  if (position < call.args.length)
    throw unsupported(context, call, 'a call with too many arguments');
  return scope;
}
