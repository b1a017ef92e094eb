// Loaded by a page that asks what is open now.
export { nowDetail } from './now-detail.ts';
export { nowLine } from './now-line.ts';
export { nowNearest } from './now-nearest.ts';
export { nowSummary } from './now-summary.ts';
export { NowWatch } from './now-watch.ts';
export { now as nowStyle } from './styles/now.ts';
