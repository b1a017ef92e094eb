import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppBuilder } from '@yokoten/standard/app';
import { fault, YokotenError, type Place } from './fault.ts';

/** A kind of app: the package that makes its page, and the languages it has complete string tables in. */
export interface KnownApp {
  readonly package: string;
  readonly languages: readonly string[];
}

/** What can stand under `"app"` in the config. */
export const APPS: ReadonlyMap<string, KnownApp> = new Map([
  ['disaster-map', { package: '@yokoten/disaster-map', languages: ['ja', 'en', 'ja-simple'] }],
  [
    'benefits-navigator',
    {
      package: '@yokoten/benefits',
      languages: ['ja', 'en', 'ja-simple', 'zh-Hans', 'zh-Hant', 'ko', 'vi'],
    },
  ],
  ['open-data-app', { package: '@yokoten/open-data-app', languages: ['ja', 'en', 'ja-simple'] }],
]);

/** Names of the apps; the first one is the usual. */
export const KNOWN_APPS: readonly [string, ...string[]] = [
  'disaster-map',
  'benefits-navigator',
  'open-data-app',
];

/**
 * Loads `build` of the app's package from the project that is built.
 *
 * @throws YokotenError `yokoten/app-not-installed`, `yokoten/app-too-old`
 */
export async function loadAppPackage(root: string, app: string, place: Place): Promise<AppBuilder> {
  const name = APPS.get(app)?.package ?? `@yokoten/${app}`;
  const entry = resolveBuilder(root, name, place);
  const module = (await import(pathToFileURL(entry).href)) as Readonly<Record<string, unknown>>;
  const builder = module[exportName(app)] ?? module.builder;
  if (isBuilder(builder)) return builder;
  throw tooOld(name, place);
}

function resolveBuilder(root: string, name: string, place: Place): string {
  try {
    return createRequire(join(root, 'package.json')).resolve(`${name}/build`);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw tooOld(name, place);
    throw new YokotenError(
      fault(
        'yokoten/app-not-installed',
        `「${name}」が見つかりません。\n「npm install ${name}」を実行してください。`,
        `The package ${name} was not found. Run: npm install ${name}`,
        place,
      ),
    );
  }
}

function tooOld(name: string, place: Place): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/app-too-old',
      `「${name}」の版が、この yokoten と合いません。\n「npm update」を実行してください。`,
      `This version of ${name} does not fit this yokoten. Run: npm update`,
      place,
    ),
  );
}

/** `disaster-map` → `disasterMap`, the name of the builder that the package exports. */
function exportName(app: string): string {
  return app.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isBuilder(value: unknown): value is AppBuilder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'element' in value &&
    typeof value.element === 'string' &&
    'build' in value &&
    typeof value.build === 'function'
  );
}
