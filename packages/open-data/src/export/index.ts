export type { ExportOptions } from './columns.ts';
export { csvBytes, type CsvExport, exportCsv } from './csv.ts';
export { FORMULA_GUARD, guardFormula, isFormulaLike, unguardFormula } from './formula.ts';
export { exportGeoJson, type RowCollection, type RowFeature } from './geojson.ts';
export { exportJson, type JsonRecord } from './json.ts';
