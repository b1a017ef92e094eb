// Loaded after the map is drawn, or when a place or the page about the data is opened before that.
export { aboutView } from './about-view.ts';
export { detailView } from './detail-view.ts';
export { pictureView } from './picture-view.ts';
export { rasterLegend, rasterView } from './raster-view.ts';
export { pointView } from './point-view.ts';
export { printedCredits } from './printed-credits.ts';
export { lateStyles } from './late-styles.ts';
