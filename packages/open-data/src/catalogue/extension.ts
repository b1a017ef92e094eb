/** The end of an address's file name, where it is one of a file format. */
export function extensionOf(url: string): string | undefined {
  const path = new URL(url).pathname;
  return /\.(csv|tsv|xlsx?|json|geojson|kml|kmz|zip|pdf|html?|shp|txt|xml|parquet|docx?)$/iu
    .exec(path)?.[1]
    ?.toLowerCase();
}
