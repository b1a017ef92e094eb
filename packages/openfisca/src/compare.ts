export {
  type Agreement,
  comparePython,
  type CompareOptions,
  type Comparison,
  moduleFolder,
} from './compare/compare-python.ts';
export { drawHouseholds, type Households, periodFor } from './compare/households.ts';
