import type { Kind, When } from '@yokoten/rules/trace';
import type { Unit } from '@yokoten/rules';
import type { ClassDef, FunctionDef, Param, Expr, PythonFile } from '../python/ast.ts';
import type { Range } from './kinds.ts';
import type { Scope } from './scope.ts';

/** A class of named values that a variable may have. */
export interface EnumClass {
  readonly name: string;
  /** Names in order, with the value each stands for. */
  readonly items: readonly (readonly [name: string, value: Value])[];
}

/** A numpy array that is known when compiling. */
export interface ConstantArray {
  readonly kind: 'int64' | 'float64' | 'bool' | 'text';
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
}

/** A class of the package, with its evaluated attributes. */
export interface ClassValue {
  readonly name: string;
  readonly def: ClassDef;
  readonly file: PythonFile;
  readonly bases: readonly Value[];
  readonly members: Map<string, Value>;
}

/** A value that differs with the household: a step of the formula being read. */
export interface StepValue {
  readonly is: 'step';
  readonly step: number;
  readonly kind: Kind;
  readonly axis: number;
  /** Of a value that is one for all: how small and large it can be, as numpy chooses the width of a result by it. */
  readonly range?: Range;
  readonly enum?: EnumClass;
}

/** What an expression stands for while compiling: known values, things of OpenFisca, or a step of a formula. */
export type Value =
  | { readonly is: 'int' | 'float'; readonly value: number }
  | { readonly is: 'bool'; readonly value: boolean }
  | { readonly is: 'str'; readonly value: string }
  | { readonly is: 'none' }
  | { readonly is: 'list'; readonly items: Value[]; readonly tuple?: boolean }
  | { readonly is: 'dict'; readonly entries: Map<string | number, readonly [Value, Value]> }
  | { readonly is: 'array'; readonly array: ConstantArray }
  | StepValue
  | { readonly is: 'enum'; readonly enum: EnumClass }
  | { readonly is: 'item'; readonly enum: EnumClass; readonly at: number }
  | {
      readonly is: 'function';
      readonly def: FunctionDef;
      readonly scope: Scope;
      readonly file: PythonFile;
    }
  | {
      readonly is: 'lambda';
      readonly params: readonly Param[];
      readonly body: Expr;
      readonly scope: Scope;
      readonly file: PythonFile;
    }
  /** Something of Python, numpy or OpenFisca, by its full name. */
  | { readonly is: 'builtin'; readonly name: string }
  | { readonly is: 'method'; readonly self: Value; readonly name: string }
  | { readonly is: 'class'; readonly class: ClassValue }
  | { readonly is: 'entity'; readonly entity: number }
  | { readonly is: 'role'; readonly entity: number; readonly mask: number }
  /** The population a formula is asked for. */
  | { readonly is: 'population'; readonly entity: number }
  /** `household.members`, seen from the household. */
  | { readonly is: 'members'; readonly entity: number }
  /** `person.household`: the group's values, one per person. */
  | { readonly is: 'projector'; readonly entity: number }
  | { readonly is: 'parameters' }
  /** A place in the tree of parameters at a time. */
  | { readonly is: 'node'; readonly path: readonly string[]; readonly when: When }
  | { readonly is: 'when'; readonly when: When; readonly what: 'period' | 'instant' | 'date' }
  | { readonly is: 'date'; readonly days: number }
  | { readonly is: 'unit'; readonly unit: Unit }
  | { readonly is: 'file'; readonly path: string }
  /** `self` of the tax and benefit system, or of a reform. */
  | { readonly is: 'system'; readonly class?: ClassValue }
  /** A parameter tree, or a part of it, that a reform changes: plain data. */
  | { readonly is: 'editable'; readonly target: Record<string, unknown> | unknown[] }
  | { readonly is: 'lazy'; readonly get: () => Value };

export const NONE: Value = { is: 'none' };

export const int = (value: number): Value => ({ is: 'int', value });
export const float = (value: number): Value => ({ is: 'float', value });
export const bool = (value: boolean): Value => ({ is: 'bool', value });
export const str = (value: string): Value => ({ is: 'str', value });
export const list = (items: Value[]): Value => ({ is: 'list', items });
export const builtin = (name: string): Value => ({ is: 'builtin', name });

/** What a person calls this sort of value, for messages. */
export function describeValue(value: Value): string {
  switch (value.is) {
    case 'step':
      return `a ${value.kind} ${value.axis < 0 ? 'value' : 'array'}`;
    case 'builtin':
      return value.name;
    case 'function':
      return `function ${value.def.name}`;
    case 'method':
      return `.${value.name} of ${describeValue(value.self)}`;
    case 'class':
      return `class ${value.class.name}`;
    default:
      return value.is;
  }
}

/** A number of Python: `True` counts as 1. */
export function numberOf(value: Value): number | undefined {
  if (value.is === 'int' || value.is === 'float') return value.value;
  return value.is === 'bool' ? Number(value.value) : undefined;
}

/** Python's truth of a value known when compiling. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.is) {
    case 'none':
      return false;
    case 'int':
    case 'float':
      return value.value !== 0;
    case 'bool':
      return value.value;
    case 'str':
      return value.value !== '';
    case 'list':
      return value.items.length > 0;
    case 'dict':
      return value.entries.size > 0;
    default:
      return undefined;
  }
}
