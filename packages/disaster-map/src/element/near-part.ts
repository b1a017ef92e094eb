// Loaded when somebody looks for where to go, or before that when there is time.
export { nearestExtent } from '../state/near-extent.ts';
export { NearFinder } from './near-finder.ts';
export { nearLine } from './near-line.ts';
export { nearView } from './near-view.ts';
export { near as nearStyle } from './styles/near.ts';
