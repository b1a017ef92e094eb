/** The name of a part that is the same in no other package, like `disaster-map/detail`. */
export function fullName(packageName: string, id: string): string {
  return `${packageName.replace('@yokoten/', '')}/${id}`;
}

/** Where the copy of a part stands in an app. */
export function pathOfPart(packageName: string, id: string): string {
  return `src/parts/${fullName(packageName, id)}.ts`;
}
