export type { SchemeData } from './schemes/data.ts';
export { packOfData } from './schemes/pack-of-data.ts';
export {
  packOfRules,
  type PlannedProgramme,
  type RulesParts,
  type RulesPlan,
} from './schemes/pack-of-rules.ts';
