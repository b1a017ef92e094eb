export { type Bounds, boundsOf, type Missing, missingInputs, type Unknown } from './bounds/ask.ts';
