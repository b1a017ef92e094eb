import './sentences.ts';
export { calculate, type Calculation } from './calculate.ts';
export { dayOf, epochDay, isoDate, parseIsoDate, type Day } from './calendar.ts';
export { type Column, initialColumn, newColumn } from './column.ts';
export { readValue } from './internal/read-value.ts';
export { RulesError, type RulesErrorCode } from './error.ts';
export type {
  Bracket,
  Entity,
  Formula,
  Origin,
  Pack,
  Parameter,
  ParameterValue,
  Role,
  ScaleKind,
  ValueType,
  Variable,
} from './pack.ts';
export { ETERNITY, parsePeriod, Period, type Unit } from './period.ts';
export { flatRoles, type Membership, type Population, roleMask } from './population.ts';
export { rankMembers } from './rank-members.ts';
export { readable, type Value } from './readable.ts';
export { applyScale, type Scale } from './scale.ts';
export { type Conversion, Simulation, type StatedColumn, type SteadyColumn } from './simulation.ts';
export { buildSimulation, type Situation, type Wanted } from './situation.ts';
