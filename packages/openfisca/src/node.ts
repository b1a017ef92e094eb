export { packageFolder } from './node-files.ts';
export { describePackage, type InstalledPackage } from './installed-package.ts';
export { compilePackage } from './write-pack.ts';
export { testPack } from './test-pack.ts';
export type { Compilation } from './compile.ts';
export type { TestResult } from './tests/run.ts';
export { servePack, type ServedPack } from './serve-pack.ts';
export { calculateFile } from './calculate-file.ts';
