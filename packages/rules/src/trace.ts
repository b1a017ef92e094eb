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
