export { OpenFiscaError, type OpenFiscaErrorCode, type Place } from './error.ts';
export type { PackageFiles } from './package-files.ts';
export { type Country, type Label, readCountry } from './lower/country.ts';
export { compile, type Compilation, type CompileOptions } from './compile.ts';
export { runTests, type ReformLoader, type TestResult } from './tests/run.ts';
export { readTests, type YamlTest } from './tests/read.ts';
