export type {
  BinaryOp,
  Body,
  Fork,
  Kind,
  Move,
  ReduceOp,
  Step,
  StepFormula,
  StepPack,
  Table,
  UnaryOp,
  When,
} from './ir.ts';
export { calculateExactly, type ExactResult, type ExactValue } from './trace/exact.ts';
export { type Explanation, explain, type Node, type UsedParameter } from './trace/explain.ts';
export { type PackFacts, packOfSteps } from './trace/pack-of-steps.ts';
export type { Condition, Term } from './trace/condition.ts';
export { type Decisive, ZeroReader, type ZeroReason } from './trace/why-zero.ts';
