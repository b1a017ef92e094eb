import { expect, test } from 'vitest';
import { readPlatforms, runsOnOne, type RunsOn } from './platform.ts';

const anywhere: RunsOn = { os: [], cpu: [], libc: [] };
const usual = readPlatforms(['linux-x64']);

test.each([
  ['no word about it', anywhere, true],
  ['named', { ...anywhere, os: ['linux'], cpu: ['x64'], libc: ['glibc'] }, true],
  ['another C library', { ...anywhere, os: ['linux'], cpu: ['x64'], libc: ['musl'] }, false],
  ['another processor', { ...anywhere, os: ['linux'], cpu: ['arm64'] }, false],
  ['another system', { ...anywhere, os: ['darwin'] }, false],
  ['forbidden', { ...anywhere, os: ['!linux'] }, false],
  ['another one forbidden', { ...anywhere, os: ['!win32'] }, true],
  ['any', { ...anywhere, cpu: ['any'] }, true],
] as const)('%s', (_what, runsOn, expected) => {
  expect(runsOnOne(runsOn, usual)).toBe(expected);
});

test('a C library means Linux', () => {
  const runsOn = { ...anywhere, libc: ['glibc'] };
  expect(runsOnOne(runsOn, readPlatforms(['darwin-arm64']))).toBe(false);
  expect(runsOnOne(runsOn, readPlatforms(['darwin-arm64', 'linux-x64']))).toBe(true);
});

test('names are in order and once each', () => {
  const names = readPlatforms(['win32-x64', 'linux-x64', 'win32-x64']).map(({ id }) => id);
  expect(names).toEqual(['linux-x64', 'win32-x64']);
});
