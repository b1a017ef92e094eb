// Loaded when a place or the page about the data is opened for the first time.
export { aboutView } from './about-view.ts';
export { detailView } from './detail-view.ts';
