import type { Bbox, Localized, LngLat } from '@yokoten/standard';
import type { ConfigProblem } from '@yokoten/standard/app';
import { nearest } from '@yokoten/standard/nearest';

type Path = readonly (string | number)[];

/** Checks values of the config one by one and keeps every problem, so that all are told at once. */
export class ConfigReader {
  readonly problems: ConfigProblem[] = [];

  add(code: `yokoten/${string}`, path: Path, ja: string, en: string): void {
    this.problems.push({ code, path, message: { ja, en } });
  }

  missing(path: Path, example: string): void {
    const key = dotted(path);
    this.add(
      'yokoten/config-key-missing',
      path.slice(0, -1),
      `「${key}」がありません。例: ${example}`,
      `"${key}" is missing. Example: ${example}`,
    );
  }

  wrongType(value: unknown, path: Path, example: string): void {
    const key = dotted(path);
    const got = JSON.stringify(value);
    this.add(
      'yokoten/config-type',
      path,
      `「${key}」に ${got} とあります。例のように書いてください: ${example}`,
      `"${key}" is ${got}. Write it like this: ${example}`,
    );
  }

  wrongOrMissing(value: unknown, path: Path, example: string): void {
    if (value === undefined) this.missing(path, example);
    else this.wrongType(value, path, example);
  }

  text(
    value: unknown,
    path: Path,
    example = '',
    { optional = false }: { readonly optional?: boolean } = {},
  ): string | undefined {
    if (value === undefined && optional) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.wrongOrMissing(value, path, JSON.stringify(example));
    return undefined;
  }

  /** A plain text is Japanese; otherwise one text per language, Japanese among them. */
  localized(
    value: unknown,
    path: Path,
    { optional = false }: { readonly optional?: boolean } = {},
  ): Localized | undefined {
    if (value === undefined && optional) return undefined;
    const example = '{ "ja": "…", "en": "…" }';
    if (typeof value === 'string' && value.trim() !== '') return { ja: value.trim() };
    if (!isRecord(value)) {
      this.wrongOrMissing(value, path, example);
      return undefined;
    }
    const ja = this.text(value.ja, [...path, 'ja'], '…');
    const others: [string, string][] = [];
    for (const [language, text] of Object.entries(value)) {
      if (language === 'ja') continue;
      const checked = this.text(text, [...path, language], '…');
      if (checked !== undefined) others.push([language, checked]);
    }
    return ja === undefined ? undefined : { ja, ...Object.fromEntries(others) };
  }

  lngLat(value: unknown, path: Path): LngLat {
    const [lng, lat] = this.#numbers(value, 2) ?? [];
    if (lng !== undefined && lat !== undefined && inWorld(lng, lat)) return [lng, lat];
    this.wrongOrMissing(value, path, '[139.3, 35.6] (経度, 緯度)');
    return [0, 0];
  }

  bbox(value: unknown, path: Path): Bbox {
    const [west, south, east, north] = this.#numbers(value, 4) ?? [];
    if (
      west !== undefined &&
      south !== undefined &&
      east !== undefined &&
      north !== undefined &&
      inWorld(west, south) &&
      inWorld(east, north) &&
      west < east &&
      south < north
    ) {
      return [west, south, east, north];
    }
    this.wrongOrMissing(value, path, '[139.2, 35.5, 139.5, 35.8] (西, 南, 東, 北)');
    return [0, 0, 0, 0];
  }

  /** A file under `images/`. Whether it is there is found out by who reads it. */
  imagePath(value: unknown, path: Path): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'string' && isInside('images/', value)) return value;
    this.wrongType(value, path, '"images/icon.svg"');
    return undefined;
  }

  onlyKeys(value: Readonly<Record<string, unknown>>, path: Path, keys: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const guess = nearest(key, keys);
      const known = keys.join(', ');
      this.add(
        'yokoten/unknown-key',
        [...path, key],
        guess === undefined
          ? `「${dotted([...path, key])}」という項目はありません。使えるのは ${known} です。`
          : `「${dotted([...path, key])}」という項目はありません。「${guess}」ではありませんか。`,
        guess === undefined
          ? `There is no key "${dotted([...path, key])}". You can use ${known}.`
          : `There is no key "${dotted([...path, key])}". Did you mean "${guess}"?`,
      );
    }
  }

  #numbers(value: unknown, count: number): readonly number[] | undefined {
    if (!Array.isArray(value) || value.length !== count) return undefined;
    const numbers = (value as readonly unknown[]).filter(
      (item): item is number => typeof item === 'number' && Number.isFinite(item),
    );
    return numbers.length === count ? numbers : undefined;
  }
}

/** Whether the value is an object that is no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInside(folder: string, path: string): boolean {
  return (
    path.startsWith(folder) &&
    path.length > folder.length &&
    !/[\\?#%:]/.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function inWorld(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function dotted(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}` : part)).join('.');
}
