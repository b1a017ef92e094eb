import type { Localized } from '@yokoten/standard';
import { setValue, valueAt } from './config-edit.ts';

/** One step of the config's form, from the version before it. */
export interface Migration {
  /** The `schemaVersion` that a config has after it. */
  readonly to: number;
  /** What changed, for the owner of the config. */
  readonly summary: Localized;
  /**
   * The text in the new form. It is pure, keeps comments and keys it does not know, and changes nothing where the old
   * form is not there.
   */
  readonly apply: (text: string) => string;
}

/**
 * Every change of the config's form so far, in order. All that was added up to now was optional, so version 1 is still
 * the only one.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** The `schemaVersion` that this release reads. */
export const CONFIG_VERSION: number = MIGRATIONS.at(-1)?.to ?? 1;

/** A config in a newer form, with what was done to it. */
export interface MigratedConfig {
  readonly text: string;
  readonly applied: readonly Migration[];
}

/** Brings a config from its own version up to another, step by step. A config without a version is as old as can be. */
export function migrateConfig(
  text: string,
  upTo: number,
  migrations: readonly Migration[] = MIGRATIONS,
): MigratedConfig {
  const version = valueAt(text, ['schemaVersion']);
  const from = typeof version === 'number' ? version : 1;
  const applied = migrations.filter(({ to }) => to > from && to <= upTo);
  const migrated = applied.reduce(
    (done, { to, apply }) => setValue(apply(done), ['schemaVersion'], to),
    text,
  );
  return { text: migrated, applied };
}
