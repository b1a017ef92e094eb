import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from './distance.ts';
import type { Example } from './example.ts';
import { Failure, type Words } from './failure.ts';

/**
 * Who owns a file of an app, which decides what `yokoten upgrade` may do with it.
 * `yours`: never touched; `merged`: both sides' keys or lines; `template`: replaced unless you edited it;
 * `generated`: made anew.
 */
export type Ownership = 'yours' | 'merged' | 'template' | 'generated';

/** `template.json` beside the files of a packed template. Written at build; `upgrade` reads it as data. */
export interface Template {
  readonly schemaVersion: 1;
  readonly id: string;
  /** The version of this package: templates are released with it. */
  readonly version: string;
  readonly title: Words;
  readonly description: Words;
  /** Files that were renamed in any release so far, old path to new path. */
  readonly moved?: Readonly<Record<string, string>>;
  /** By path in the app, with `/`. */
  readonly files: Readonly<Record<string, TemplateFile>>;
}

/** How one file of a template is kept in the package. */
export interface TemplateFile {
  readonly class: Ownership;
  /** Name under `files/` where it differs: npm leaves `.gitignore` out of every tarball. */
  readonly storedAs?: string;
  /** Of the file as it is; absent where it holds marks like `{{yokoten:code}}` to fill in. */
  readonly sha256?: string;
}

const templates = join(import.meta.dirname, '../templates');

/** Every template this package carries, by id. */
export function templateIds(): string[] {
  return readdirSync(templates).sort();
}

/** Reads a template this package carries. */
export function readTemplate(id: string): Template {
  return JSON.parse(readFileSync(join(templates, id, 'template.json'), 'utf8')) as Template;
}

/** @throws create-yokoten/unknown-template */
export function findTemplate(asked: string): Template {
  const ids = templateIds();
  if (ids.includes(asked)) return readTemplate(asked);
  const near = nearest(asked, ids, (id) => id, 3);
  throw new Failure(
    'create-yokoten/unknown-template',
    {
      ja: `テンプレート「${asked}」はありません。次から選んでください。`,
      en: `There is no template "${asked}". Choose one of these.`,
    },
    (near.length > 0 ? near : ids).map((id) => ({ value: id, label: readTemplate(id).title })),
  );
}

/** Where this package keeps its examples, by template. */
export const EXAMPLES: string = join(import.meta.dirname, '../examples');

/** Where a file of an example stands in this package. */
export function exampleAddress({ id, template, files }: Example, path: string): string {
  return join(EXAMPLES, template, id, 'files', files[path]?.storedAs ?? path);
}

/** What the marks in a template's files stand for; `package` is the app's npm name. */
export type Fills = Readonly<Record<'code' | 'name' | 'latin' | 'package', string>>;

/** Where a file of a template stands in this package. */
export function addressOf({ id, files }: Template, path: string): string {
  return join(templates, id, 'files', files[path]?.storedAs ?? path);
}

/** A text of a template with its marks filled in. */
export function fillIn(text: string, fills: Fills): string {
  return text.replaceAll(
    /\{\{yokoten:(code|name|latin|package)\}\}/g,
    (_, key: keyof Fills) => fills[key],
  );
}
