import { builtin, type Value } from './value.ts';

/** Built-in names of Python that formulas may use. */
export const PYTHON: readonly string[] = [
  'abs', 'bool', 'dict', 'enumerate', 'float', 'int', 'len', 'list', 'max', 'min', 'object', 'open',
  'print', 'range', 'set', 'sorted', 'staticmethod', 'str', 'sum', 'super', 'tuple', 'type', 'zip',
]; // prettier-ignore

/** Names of OpenFisca that mean one thing wherever they are imported from. */
const OPENFISCA: Readonly<Record<string, Value>> = {
  Variable: builtin('Variable'),
  Enum: builtin('Enum'),
  Reform: builtin('Reform'),
  TaxBenefitSystem: builtin('TaxBenefitSystem'),
  ADD: builtin('ADD'),
  DIVIDE: builtin('DIVIDE'),
  DAY: { is: 'unit', unit: 'day' },
  MONTH: { is: 'unit', unit: 'month' },
  YEAR: { is: 'unit', unit: 'year' },
  WEEK: { is: 'unit', unit: 'week' },
  WEEKDAY: { is: 'unit', unit: 'weekday' },
  ETERNITY: { is: 'unit', unit: 'eternity' },
};

/** numpy's functions under the names that OpenFisca gives them. */
const NUMPY: Readonly<Record<string, string>> = {
  max_: 'maximum',
  min_: 'minimum',
  not_: 'logical_not',
  round_: 'round',
  select: 'select',
  where: 'where',
};

/** Something of another package: only its name is known. */
export function outside(module: string, name: string): Value {
  // `date.max` and `date.min`, days since 1970.
  if (module === 'datetime.date' && name === 'max') return { is: 'date', days: 2_932_896 };
  if (module === 'datetime.date' && name === 'min') return { is: 'date', days: -719_162 };
  if (module === 'TaxBenefitSystem') return builtin(`${module}.${name}`);
  if (/^openfisca_core\b/.test(module)) {
    if (Object.hasOwn(NUMPY, name)) return builtin(`numpy.${NUMPY[name] ?? ''}`);
    if (Object.hasOwn(OPENFISCA, name)) return OPENFISCA[name] as Value;
    if (name === 'period' || name === 'instant') return builtin(`openfisca_core.periods.${name}`);
    if (name === 'build_entity') return builtin('openfisca_core.entities.build_entity');
    if (name === 'ParameterScaleBracket')
      return builtin('openfisca_core.parameters.ParameterScaleBracket');
  }
  return builtin(`${module}.${name}`);
}

/** What `from openfisca_core.model_api import *` brings along. */
export const MODEL_API: ReadonlyMap<string, Value> = new Map([
  ...[
    'Variable',
    'Enum',
    'Reform',
    'ADD',
    'DIVIDE',
    'DAY',
    'MONTH',
    'YEAR',
    'ETERNITY',
    'period',
  ].map((name) => [name, outside('openfisca_core.model_api', name)] as const),
  ...['set_input_divide_by_period', 'set_input_dispatch_by_period'].map(
    (name) => [name, builtin(`openfisca_core.holders.${name}`)] as const,
  ),
  ...[
    'apply_thresholds',
    'switch',
    'concat',
    'Parameter',
    'ParameterNode',
    'Scale',
    'ValuesHistory',
    'calculate_output_add',
    'calculate_output_divide',
    'load_parameter_file',
  ].map((name) => [name, builtin(`openfisca_core.model_api.${name}`)] as const),
  ['Bracket', builtin('openfisca_core.parameters.ParameterScaleBracket')],
  ['date', builtin('datetime.date')],
  ...Object.keys(NUMPY).map((name) => [name, outside('openfisca_core.model_api', name)] as const),
]);
