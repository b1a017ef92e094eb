/** Keys of `yokoten.config.jsonc` that every app has: whoever hands the config to a builder has checked them. */
export const SHARED_KEYS: readonly string[] = [
  '$schema',
  'schemaVersion',
  'app',
  'municipality',
  'title',
  'description',
  'languages',
  'site',
  'theme',
];
