export {
  type Bounds,
  BoundsReader,
  boundsOf,
  type Missing,
  missingInputs,
  type Unknown,
} from './bounds/ask.ts';
