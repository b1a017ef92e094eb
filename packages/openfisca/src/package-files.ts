/** The files of an installed country package. Paths are relative to its folder, with `/`. */
export interface PackageFiles {
  /** Name of the Python module: the folder's. */
  readonly module: string;
  /** Text of a file, or nothing where there is none. Never one outside of the folder. */
  read(path: string): string | undefined;
  /** Every file below a folder, sorted. */
  list(folder: string): readonly string[];
}
