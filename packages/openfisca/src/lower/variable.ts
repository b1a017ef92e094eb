import type { Unit, ValueType } from '@yokoten/rules';
import type { Kind } from '@yokoten/rules/trace';
import { OpenFiscaError, placeAt } from '../error.ts';
import type { Session, VariableEntry } from './session.ts';
import type { EnumClass, Value } from './value.ts';

const TYPES: Readonly<Record<string, ValueType>> = {
  float: 'float',
  int: 'int',
  bool: 'bool',
  str: 'text',
  'datetime.date': 'date',
  Enum: 'enum',
};

const KINDS: Readonly<Record<ValueType, Kind>> = {
  float: 'float32',
  int: 'int32',
  bool: 'bool',
  text: 'text',
  date: 'date',
  enum: 'enum',
};

/** A variable's attributes that have a meaning for the engine, read and checked. */
export interface VariableFacts {
  readonly type: ValueType;
  readonly kind: Kind;
  readonly entity: number;
  readonly unit: Unit;
  readonly initial: number | string;
  readonly enum?: EnumClass;
  readonly spread?: 'divide' | 'dispatch';
  readonly end?: string;
}

const facts = new WeakMap<VariableEntry, VariableFacts>();

/**
 * What a variable is.
 * @throws OpenFiscaError `openfisca/unsupported` where an attribute cannot be read
 */
export function kindOfVariable(session: Session, entry: VariableEntry): VariableFacts {
  let found = facts.get(entry);
  if (found === undefined) facts.set(entry, (found = readFacts(session, entry)));
  return found;
}

function readFacts(session: Session, entry: VariableEntry): VariableFacts {
  const get = (name: string): Value | undefined => entry.attributes.get(name);
  const [typeValue, entity, unit, possible] = [
    get('value_type'),
    get('entity'),
    get('definition_period'),
    get('possible_values'),
  ];
  const type =
    typeValue?.is === 'builtin' && Object.hasOwn(TYPES, typeValue.name)
      ? TYPES[typeValue.name]
      : undefined;
  if (type === undefined) throw attributeError(entry, 'value_type');
  if (entity?.is !== 'entity') throw attributeError(entry, 'entity');
  const named = type === 'enum' ? possible : undefined;
  if (type === 'enum' && named?.is !== 'enum') throw attributeError(entry, 'possible_values');
  const spread = spreadOf(entry, get('set_input'));
  const end = get('end');
  return {
    type,
    kind: KINDS[type],
    entity: entity.entity,
    unit: unit?.is === 'unit' ? unit.unit : fail(entry, 'definition_period'),
    initial: initialOf(entry, type, get('default_value'), session),
    ...(named?.is === 'enum' && { enum: named.enum }),
    ...(spread && { spread }),
    ...(end?.is === 'str' && { end: end.value }),
  };
}

function spreadOf(
  entry: VariableEntry,
  value: Value | undefined,
): 'divide' | 'dispatch' | undefined {
  if (value === undefined || value.is === 'none') return undefined;
  if (value.is === 'builtin' && value.name.endsWith('set_input_divide_by_period')) return 'divide';
  if (value.is === 'builtin' && value.name.endsWith('set_input_dispatch_by_period'))
    return 'dispatch';
  throw attributeError(entry, 'set_input');
}

function initialOf(
  entry: VariableEntry,
  type: ValueType,
  value: Value | undefined,
  session: Session,
): number | string {
  if (value === undefined || value.is === 'none') {
    if (type === 'enum') throw attributeError(entry, 'default_value');
    return type === 'text' ? '' : 0;
  }
  if (type === 'enum' && value.is === 'item') return value.at;
  if (type === 'text' && value.is === 'str') return value.value;
  if (type === 'date' && value.is === 'date') return value.days;
  const number = value.is === 'bool' ? Number(value.value) : value;
  if (typeof number === 'number') return number;
  if (
    (type === 'float' || type === 'int' || type === 'bool') &&
    (number.is === 'int' || number.is === 'float')
  )
    return number.value;
  throw attributeError(entry, `default_value (${session.origin.name})`);
}

function fail(entry: VariableEntry, name: string): never {
  throw attributeError(entry, name);
}

function attributeError(
  { name, class: { def, file } }: VariableEntry,
  attribute: string,
): OpenFiscaError {
  return new OpenFiscaError(
    'openfisca/unsupported',
    {
      ja: `変数「${name}」の${attribute}が、ないか読めません。`,
      en: `The ${attribute} of the variable "${name}" is missing or cannot be read.`,
    },
    placeAt(file.path, file.text, def.at),
  );
}
