export {
  type Bounds,
  boundsOf,
  boundsOfAll,
  type Missing,
  missingInputs,
  type Output,
  type Survey,
  survey,
} from './bounds/ask.ts';
export { BoundsReader } from './bounds/reader.ts';
export type { Unknown } from './bounds/unknown.ts';
