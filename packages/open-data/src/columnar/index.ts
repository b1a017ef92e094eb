export { type TextColumn, toParquet } from './parquet.ts';
export { tableParquet } from './table-parquet.ts';
export { unifiedParquet } from './unified-parquet.ts';
