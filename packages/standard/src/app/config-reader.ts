import { nearest } from '../nearest.ts';
import type { Bbox, Localized } from '../units.ts';
import type { ConfigProblem } from './contract.ts';

/** Leads to a value in the config, e.g. `['layers', 2, 'name']`. */
export type ConfigPath = readonly (string | number)[];

/** Whether the value is an object and no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The codes of an app's problems: each app has a page for its own. */
export interface ConfigCodes {
  /** A value that has another form than is expected. */
  readonly value: string;
  /** A key that there is not. */
  readonly key: string;
}

/** Checks values of the config and keeps every problem, so that all are told at once. A value that is left out is none. */
export class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly #codes: ConfigCodes;

  constructor(codes: ConfigCodes) {
    this.#codes = codes;
  }

  /** `expected`: an example or the values that are allowed. */
  refuse(value: unknown, path: ConfigPath, expected: string): void {
    const key = dotted(path);
    const got = clipped(value);
    this.#add(
      this.#codes.value,
      path,
      `「${key}」に ${got} とあります。次のように書いてください: ${expected}`,
      `"${key}" is ${got}. Write it like this: ${expected}`,
    );
  }

  record(
    value: unknown,
    path: ConfigPath,
    keys: readonly string[],
  ): Readonly<Record<string, unknown>> {
    if (!isRecord(value)) {
      if (value !== undefined) this.refuse(value, path, `{ "${keys[0]}": … }`);
      return {};
    }
    this.onlyKeys(value, path, keys);
    return value;
  }

  list(value: unknown, path: ConfigPath, example: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[];
    if (value !== undefined) this.refuse(value, path, example);
    return [];
  }

  text(value: unknown, path: ConfigPath, example: string): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.refuse(value, path, JSON.stringify(example));
    return undefined;
  }

  /** A text that must have the form; `example` shows it. */
  formed(value: unknown, path: ConfigPath, form: RegExp, example: string): string | undefined {
    const text = this.text(value, path, example);
    if (text === undefined || form.test(text)) return text;
    this.refuse(value, path, JSON.stringify(example));
    return undefined;
  }

  oneOf<T extends string>(value: unknown, path: ConfigPath, allowed: readonly T[]): T | undefined {
    if (value === undefined) return undefined;
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    const guess = typeof value === 'string' ? nearest(value, allowed) : undefined;
    this.refuse(value, path, (guess === undefined ? allowed : [guess]).map(quoted).join(', '));
    return undefined;
  }

  boolean(value: unknown, path: ConfigPath): boolean | undefined {
    if (value === undefined || typeof value === 'boolean') return value;
    this.refuse(value, path, 'true, false');
    return undefined;
  }

  integer(value: unknown, path: ConfigPath, least: number, most: number): number | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    this.refuse(value, path, `${least}–${most}`);
    return undefined;
  }

  /** West, south, east, north in degrees, with some room between them. */
  bbox(value: unknown, path: ConfigPath): Bbox | undefined {
    if (value === undefined) return undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const numbers = list.filter((one) => typeof one === 'number');
    const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
    const isBox = list.length === 4 && west < east && south < north;
    if (isBox && west >= -180 && east <= 180 && south >= -85 && north <= 85)
      return [west, south, east, north];
    this.refuse(value, path, '[139.31, 35.65, 139.35, 35.67]');
    return undefined;
  }

  /** An address; `form` says which schemes a link may have, `example` shows it. */
  link(
    value: unknown,
    path: ConfigPath,
    form: RegExp = /^https:\/\//i,
    example = 'https://www.example.jp/',
  ): string | undefined {
    const text = this.formed(value, path, form, example);
    if (text === undefined || URL.canParse(text)) return text;
    this.refuse(value, path, JSON.stringify(example));
    return undefined;
  }

  /** A plain text is Japanese; otherwise one text per language, Japanese among them. */
  localized(value: unknown, path: ConfigPath): Localized | undefined {
    if (value === undefined) return undefined;
    const example = '{ "ja": "…", "en": "…" }';
    if (typeof value === 'string' && value.trim() !== '') return { ja: value.trim() };
    if (!isRecord(value) || typeof value['ja'] !== 'string') {
      this.refuse(value, path, example);
      return undefined;
    }
    const texts: Record<string, string> = {};
    for (const [language, given] of Object.entries(value)) {
      const text = this.text(given, [...path, language], '…');
      if (text !== undefined) texts[language] = text;
    }
    return texts['ja'] === undefined ? undefined : { ...texts, ja: texts['ja'] };
  }

  onlyKeys(
    value: Readonly<Record<string, unknown>>,
    path: ConfigPath,
    keys: readonly string[],
  ): void {
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const name = dotted([...path, key]);
      const guess = nearest(key, keys);
      const known = keys.filter((one) => !one.startsWith('$')).join(', ');
      this.#add(
        this.#codes.key,
        [...path, key],
        guess === undefined
          ? `「${name}」という項目はありません。使えるのは ${known} です。`
          : `「${name}」という項目はありません。「${guess}」ではありませんか。`,
        guess === undefined
          ? `There is no key "${name}". You can use ${known}.`
          : `There is no key "${name}". Did you mean "${guess}"?`,
      );
    }
  }

  #add(code: string, path: ConfigPath, ja: string, en: string): void {
    this.problems.push({ code, path, message: { ja, en } });
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** List positions are counted from 1, as a person counts. */
function dotted(path: ConfigPath): string {
  return path.map((part) => (typeof part === 'number' ? String(part + 1) : part)).join('.');
}

function clipped(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
