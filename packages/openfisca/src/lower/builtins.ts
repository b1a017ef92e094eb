import { dayOf, isoDate, parseIsoDate } from '@yokoten/rules';
import { binary, castTo, foldBinary, select, toStep } from './arithmetic.ts';
import { type Context, failAt, unsupported } from './context.ts';
import { jsonValue } from './json.ts';
import { csvRows } from './methods.ts';
import { joinPath, readPackageFile } from './module.ts';
import { callNumpy } from './numpy.ts';
import type { Call } from './population.ts';
import { buildEntity, scaleBracket } from './system.ts';
import { iterate } from './evaluate.ts';
import { parsePeriodValue } from './written-period.ts';
import {
  bool,
  builtin,
  describeValue,
  float,
  int,
  list,
  NONE,
  numberOf,
  str,
  type Value,
} from './value.ts';
import { defineVariable } from './module.ts';
import { moved, unitOf } from './when.ts';

/** A call of something of Python, numpy or OpenFisca. */
export function callBuiltin(context: Context, name: string, call: Call): Value {
  if (name.startsWith('numpy.')) return callNumpy(context, name.slice(6), call);
  const [first, second] = call.args;
  switch (name) {
    case 'len':
      if (first?.is === 'str') return int(first.value.length);
      return int(iterate(context, call.at, first ?? NONE).length);
    case 'range':
      return range(context, call);
    case 'list':
    case 'tuple':
      return list(first === undefined ? [] : [...iterate(context, call.at, first)]);
    case 'enumerate':
      return list(
        iterate(context, call.at, first ?? NONE).map((item, at) => list([int(at), item])),
      );
    case 'zip': {
      const parts = call.args.map((arg) => iterate(context, call.at, arg));
      const length = Math.min(...parts.map((part) => part.length));
      return list(Array.from({ length }, (_, at) => list(parts.map((part) => part[at] as Value))));
    }
    case 'sum':
      return iterate(context, call.at, first ?? NONE).reduce(
        (total, item) =>
          foldBinary('add', total, item) ?? binary(context, call.at, 'add', total, item),
        second ?? int(0),
      );
    case 'dict':
      return {
        is: 'dict',
        entries: new Map(
          [...call.keywords].map(([key, value]) => [key, [str(key), value] as const]),
        ),
      };
    case 'int':
    case 'float':
    case 'str':
    case 'bool':
    case 'abs':
      return convert(context, name, call, first);
    case 'max':
    case 'min':
      return extreme(context, name, call);
    case 'open':
      return { is: 'file', path: textOf(context, call, first) };
    case 'json.load':
      if (first?.is === 'file')
        return jsonValue(context, call.at, readPackageFile(context, call.at, first.path));
      break;
    case 'csv.DictReader':
    case 'csv.reader':
      return csvRows(context, call, name === 'csv.DictReader');
    case 'os.path.join':
      return str(joinPath(call.args.map((arg) => textOf(context, call, arg))));
    case 'os.path.dirname':
      return str(textOf(context, call, first).replace(/\/[^/]*$/, ''));
    case 'os.path.abspath':
    case 'os.path.realpath':
      return str(textOf(context, call, first));
    case 'datetime.date':
    case 'numpy.datetime64':
      return date(context, call);
    case 'openfisca_core.periods.period':
    case 'openfisca_core.periods.instant':
      return parsePeriodValue(
        context,
        call.at,
        first,
        name.endsWith('instant') ? 'instant' : 'period',
      );
    case 'openfisca_core.periods.Instant':
      return madeInstant(context, call);
    case 'openfisca_core.periods.Period':
      return madePeriod(context, call);
    case 'openfisca_core.entities.build_entity':
      return buildEntity(context, call);
    case 'openfisca_core.parameters.ParameterScaleBracket':
      return scaleBracket(context, call);
    case 'openfisca_core.model_api.apply_thresholds':
    case 'openfisca_core.commons.apply_thresholds':
      return applyThresholds(context, call);
    case 'openfisca_core.model_api.switch':
    case 'openfisca_core.commons.switch':
      return switchValue(context, call);
    case 'functools.cache':
    case 'functools.lru_cache':
    case 'staticmethod':
      return first ?? builtin('functools.cache');
    case 'TaxBenefitSystem.__init__':
      return NONE;
    case 'super':
      return { is: 'system' };
    case 'type':
      return defineVariable(context, call);
    default:
  }
  throw unsupported(context, call, `a call of ${name}`);
}

/** A text that is known when compiling. */
export function textOf(context: Context, call: Call, value: Value | undefined): string {
  if (value?.is === 'str') return value.value;
  throw unsupported(
    context,
    call,
    `${value === undefined ? 'nothing' : describeValue(value)} as a text`,
  );
}

function range(context: Context, call: Call): Value {
  const bounds = call.args.map((arg) => (arg.is === 'int' ? arg.value : undefined));
  const [a, b, step = 1] = bounds as number[];
  if (a === undefined || bounds.includes(undefined) || step === 0)
    throw unsupported(context, call, 'a range that differs with the household');
  const [from, to] = b === undefined ? [0, a] : [a, b];
  const length = Math.max(0, Math.ceil((to - from) / step));
  if (length > 100_000) throw unsupported(context, call, `a range of ${length}`);
  return list(Array.from({ length }, (_, at) => int(from + at * step)));
}

function convert(context: Context, name: string, call: Call, value: Value | undefined): Value {
  const number =
    value?.is === 'str' && name !== 'str'
      ? Number(value.value)
      : value === undefined
        ? undefined
        : numberOf(value);
  if (name === 'str' && (value?.is === 'str' || value?.is === 'int'))
    return str(String(value.value));
  if (number === undefined || Number.isNaN(number)) {
    if (value?.is === 'step' && name === 'abs') return callNumpy(context, 'abs', call);
    if (value?.is === 'step' && value.axis < 0 && name === 'int')
      return castTo(context, call.at, value, 'int64');
    throw unsupported(
      context,
      call,
      `${name}() of ${value === undefined ? 'nothing' : describeValue(value)}`,
    );
  }
  if (name === 'int') return int(Math.trunc(number));
  if (name === 'float') return float(number);
  if (name === 'bool') return bool(number !== 0);
  return value?.is === 'int' ? int(Math.abs(number)) : float(Math.abs(number));
}

function extreme(context: Context, name: 'max' | 'min', call: Call): Value {
  const [only] = call.args;
  const items =
    call.args.length === 1 && only !== undefined ? iterate(context, call.at, only) : call.args;
  const numbers = items.map((item) => numberOf(item));
  const best = numbers.reduce<number | undefined>(
    (found, number) =>
      found === undefined ||
      number === undefined ||
      (name === 'max' ? number <= found : number >= found)
        ? found
        : number,
    numbers[0],
  );
  const at = numbers.indexOf(best);
  if (best !== undefined && !numbers.includes(undefined) && at >= 0) return items[at] as Value;
  const steps = items.map((item) => toStep(context, call.at, item));
  if (steps.length === 0 || steps.some(({ axis }) => axis >= 0))
    throw unsupported(
      context,
      call,
      `${name}() of values that differ with the household; use np.${name}imum`,
    );
  return steps.reduce<Value>(
    (a, b) => (a === b ? a : binary(context, call.at, name, a, b)),
    steps[0] as Value,
  );
}

function date(context: Context, call: Call): Value {
  const [first] = call.args;
  if (first?.is === 'when') return { ...first, what: 'date' };
  if (first?.is === 'date') return first;
  if (first?.is === 'str') {
    const text = /^\d{4}$/.test(first.value) ? `${first.value}-01-01` : first.value;
    const days = parseIsoDate(text);
    if (days !== undefined) return { is: 'date', days };
  }
  const [year, month, day] = call.args.map((arg) => (arg.is === 'int' ? arg.value : undefined));
  if (year !== undefined && month !== undefined && day !== undefined) {
    const days = parseIsoDate(isoDate({ year, month, day }));
    if (days !== undefined) return { is: 'date', days };
  }
  throw failAt(
    context,
    call.at,
    'openfisca/unsupported',
    'この日付は読めません。',
    'This date cannot be read.',
  );
}

/** `apply_thresholds(value, [5, 7], [10, 15, 20])`: 10 up to 5, 15 up to 7, else 20. */
function applyThresholds(context: Context, { at, args }: Call): Value {
  const [value = NONE, bounds = NONE, choiceList = NONE] = args;
  const thresholds = iterate(context, at, bounds);
  const choices = iterate(context, at, choiceList);
  const otherwise = choices.length > thresholds.length ? choices.at(-1) : int(0);
  const conditions = thresholds.map((threshold) => binary(context, at, 'le', value, threshold));
  return select(context, at, conditions, choices.slice(0, thresholds.length), otherwise ?? int(0));
}

/** `switch(value, {1: 80, 2: 90})`: what the value stands for, else zero. */
function switchValue(context: Context, call: Call): Value {
  const [value = NONE, table] = call.args;
  if (table?.is !== 'dict') throw unsupported(context, call, 'switch without a dictionary');
  const entries = [...table.entries.values()];
  const conditions = entries.map(([key]) => binary(context, call.at, 'eq', value, key));
  return select(
    context,
    call.at,
    conditions,
    entries.map(([, choice]) => choice),
    int(0),
  );
}

/** `Instant((2013, 4, 1))`. */
function madeInstant(context: Context, call: Call): Value {
  const [parts] = call.args;
  const items = parts?.is === 'list' ? parts.items : call.args;
  const found = date(context, { ...call, args: items });
  if (found.is !== 'date') throw unsupported(context, call, 'an instant made of these parts');
  return parsePeriodValue(context, call.at, str(isoDate(dayOf(found.days))), 'instant');
}

/** `Period((unit, instant, size))`. */
function madePeriod(context: Context, call: Call): Value {
  const [parts] = call.args;
  const [unitValue, start, size] = parts?.is === 'list' ? parts.items : call.args;
  const unit = unitValue === undefined ? undefined : unitOf(unitValue);
  if (unit === undefined || start?.is !== 'when' || size?.is !== 'int')
    throw unsupported(context, call, 'a period made of these parts');
  return { ...moved(start, ['resize', unit, size.value]), what: 'period' };
}
