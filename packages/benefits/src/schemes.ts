export type { SchemeData } from './schemes/data.ts';
export { packOfData } from './schemes/pack-of-data.ts';
