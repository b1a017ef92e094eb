export type { Encoding } from './encoding.ts';
export { OpenDataError } from './error.ts';
export {
  type PlaceCollection,
  type PlaceFeature,
  type PointCollection,
  type PointFeature,
  toGeoJSON,
} from './geojson.ts';
export type { Geometry, Position } from './geometry.ts';
export {
  inspect,
  inspectAll,
  type InspectedColumn,
  type Inspection,
  type InspectOptions,
} from './inspect.ts';
export {
  type LeftOut,
  type PlaceOptions,
  type PlaceRecord,
  type Places,
  readPlaces,
} from './places.ts';
export type { ProblemCode } from './problem-code.ts';
export type { Facts, Finding, Problem, Severity } from './problem.ts';
export {
  type ColumnMapping,
  type DatasetId,
  type DatasetOffer,
  type Generation,
  type Mapping,
  type Offer,
  recognise,
  type RecogniseOptions,
} from './recognise.ts';
export {
  type Newline,
  type ReadOptions,
  readTable,
  type Table,
  type TableKind,
  type TableRow,
} from './table.ts';
export { type MunicipalityArea, validate, type ValidateOptions } from './validate.ts';
