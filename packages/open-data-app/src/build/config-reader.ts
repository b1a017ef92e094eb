import type { Localized } from '@yokoten/standard';
import { nearest } from '@yokoten/standard/nearest';
import type { ConfigProblem } from './contract.ts';

/** Leads to a value in the config, e.g. `['data', 'file']`. */
export type ConfigPath = readonly (string | number)[];

/** An object of the config. */
export type Entry = Readonly<Record<string, unknown>>;

/** Whether the value is an object and no array. */
export function isRecord(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Checks values of the config and keeps every problem, so that all are told at once. A value that is left out is none. */
export class ConfigReader {
  readonly problems: ConfigProblem[] = [];

  /** `expected`: an example or the values that are allowed. */
  refuse(value: unknown, path: ConfigPath, expected: string): undefined {
    const key = path.join('.');
    const text = JSON.stringify(value) ?? String(value);
    const got = text.length > 40 ? `${text.slice(0, 39)}…` : text;
    this.problems.push({
      code: 'open-data-app/config-value',
      path,
      message: {
        ja: `「${key}」に ${got} とあります。次のように書いてください: ${expected}`,
        en: `"${key}" is ${got}. Write it like this: ${expected}`,
      },
    });
    return undefined;
  }

  record(value: unknown, path: ConfigPath, keys: readonly string[]): Entry | undefined {
    if (value === undefined) return undefined;
    if (!isRecord(value)) return this.refuse(value, path, `{ "${keys[0]}": … }`);
    this.onlyKeys(value, path, keys);
    return value;
  }

  text(value: unknown, path: ConfigPath, example: string, form: RegExp = /\S/): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'string' && form.test(value)) return value.trim();
    return this.refuse(value, path, JSON.stringify(example));
  }

  oneOf<T extends string>(value: unknown, path: ConfigPath, allowed: readonly T[]): T | undefined {
    if (value === undefined) return undefined;
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    const guess = typeof value === 'string' ? nearest(value, allowed) : undefined;
    const expected = guess === undefined ? allowed : [guess];
    return this.refuse(value, path, expected.map((one) => JSON.stringify(one)).join(', '));
  }

  link(value: unknown, path: ConfigPath, form: RegExp = /^https:\/\//i): string | undefined {
    const example = 'https://www.example.jp/';
    const text = this.text(value, path, example, form);
    if (text === undefined || URL.canParse(text)) return text;
    return this.refuse(value, path, JSON.stringify(example));
  }

  /** A plain text is Japanese; otherwise one text per language, Japanese among them. */
  localized(value: unknown, path: ConfigPath): Localized | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return { ja: value.trim() };
    const texts = isRecord(value) ? Object.entries(value) : [];
    const ja = texts.find(([language]) => language === 'ja')?.[1];
    if (typeof ja === 'string' && texts.every(([, text]) => isText(text)))
      return { ...(Object.fromEntries(texts) as Record<string, string>), ja };
    return this.refuse(value, path, '{ "ja": "…", "en": "…" }');
  }

  onlyKeys(value: Entry, path: ConfigPath, keys: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const name = [...path, key].join('.');
      const guess = nearest(key, keys);
      const known = keys.filter((one) => !one.startsWith('$')).join(', ');
      this.problems.push({
        code: 'open-data-app/unknown-key',
        path: [...path, key],
        message: {
          ja: `「${name}」という項目はありません。${guess === undefined ? `使えるのは ${known} です。` : `「${guess}」ではありませんか。`}`,
          en: `There is no key "${name}". ${guess === undefined ? `You can use ${known}.` : `Did you mean "${guess}"?`}`,
        },
      });
    }
  }
}
