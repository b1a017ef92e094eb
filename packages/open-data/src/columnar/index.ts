export { type TextColumn, toParquet } from './parquet.ts';
export { unifiedParquet } from './unified-parquet.ts';
