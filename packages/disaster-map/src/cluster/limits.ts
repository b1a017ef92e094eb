/** The last zoom at which places are clustered; the map does not go deeper than this. */
export const CLUSTER_MAX_ZOOM = 18;
