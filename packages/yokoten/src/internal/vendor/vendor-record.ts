import { isRecord } from '../config-reader.ts';
import { fault, YokotenError } from '../fault.ts';
import { readPlatforms, USUAL_PLATFORM, type Platform } from './platform.ts';

/** What `yokoten vendor` was asked for the last time, so that the next run and a check mean the same. */
export const VENDOR_RECORD = 'vendor/vendor.json';

/**
 * The platforms that the tarballs are for; the usual one where nothing is recorded yet.
 *
 * @throws YokotenError `yokoten/vendor-record`
 */
export function recordedPlatforms(text: string | undefined): Platform[] {
  if (text === undefined) return readPlatforms([USUAL_PLATFORM]);
  const names = platformsIn(text);
  if (names === undefined) throw damaged();
  try {
    return readPlatforms(names);
  } catch (error) {
    if (error instanceof YokotenError) throw damaged();
    throw error;
  }
}

/** The record as it is written. */
export function vendorRecord(platforms: readonly Platform[]): string {
  const record = { schemaVersion: 1, platforms: platforms.map(({ id }) => id) };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

function platformsIn(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value['schemaVersion'] !== 1) return undefined;
    const list: readonly unknown[] = Array.isArray(value['platforms']) ? value['platforms'] : [];
    const names = list.filter((one) => typeof one === 'string');
    return names.length > 0 && names.length === list.length ? names : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function damaged(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/vendor-record',
      'このファイルが壊れています。\n消してから「npx yokoten vendor」を実行してください。',
      'This file is damaged. Remove it, and run npx yokoten vendor.',
      { file: VENDOR_RECORD },
    ),
  );
}
