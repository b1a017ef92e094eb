/** The last zoom at which places are clustered; the map does not go deeper than this. */
export const CLUSTER_MAX_ZOOM = 18;
/** As many places at one spot are drawn side by side; more stay one mark with their number. */
export const SPOT_MAX_PLACES = 4;
