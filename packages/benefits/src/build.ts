export { BenefitsBuildError, type Finding, type FindingCode, type Place } from './build/finding.ts';
export { schemeFiles, writeFolder } from './build/node-folder.ts';
export { checkSchemes, type SchemeCheck } from './build/scheme/check.ts';
export type { SchemeSource } from './build/scheme/read-folder.ts';
export { writePack } from './build/scheme/write-pack.ts';
export { benefitsNavigator, buildCheck } from './build/app/app.ts';
export type { AppInput, AppOutput, BenefitsBuilder, ConfigProblem } from './build/app/contract.ts';
