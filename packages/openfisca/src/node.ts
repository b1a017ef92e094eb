export { packageFolder } from './node-files.ts';
export { describePackage, type InstalledPackage } from './installed-package.ts';
