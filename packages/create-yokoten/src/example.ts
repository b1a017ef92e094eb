import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from './distance.ts';
import { Failure, type Candidate, type Words } from './failure.ts';
import { fullName, type Municipality } from './municipality.ts';
import { EXAMPLES } from './template.ts';

/**
 * `example.json` beside the files of a packed example: the config, data and documents of a complete app, laid over its
 * template. All of them are the owner's.
 */
export interface Example {
  readonly schemaVersion: 1;
  /** Of the place it shows; a fictitious town has an example for every template. */
  readonly id: string;
  readonly template: string;
  readonly title: Words;
  /** Whom it shows. The code is empty for a fictitious town. */
  readonly municipality: Municipality;
  /** By path in the app, with `/`. */
  readonly files: Readonly<Record<string, ExampleFile>>;
}

/** How one file of an example is kept in the package. */
interface ExampleFile {
  /** Name under `files/` where it differs: npm leaves some names out of every tarball. */
  readonly storedAs?: string;
  /** Of the file as it is; absent where it holds marks like `{{yokoten:package}}` to fill in. */
  readonly sha256?: string;
}

/** Every example this package carries: those of a template together. */
export function readExamples(): Example[] {
  return readdirSync(EXAMPLES)
    .sort()
    .flatMap((template) =>
      readdirSync(join(EXAMPLES, template))
        .sort()
        .map((id) => join(EXAMPLES, template, id, 'example.json')),
    )
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Example);
}

/**
 * The example of this name, for the template that was asked for, else for the usual one, else for the only one.
 * @throws create-yokoten/unknown-example, create-yokoten/example-mismatch
 */
export function findExample(
  asked: string,
  template: string | undefined,
  usualTemplate: string,
): Example {
  const all = readExamples();
  const named = all.filter(({ id }) => id === asked);
  const [first] = named;
  if (first === undefined) throw unknownExample(asked, all);
  const found =
    named.find((one) => one.template === (template ?? usualTemplate)) ??
    (template === undefined ? first : undefined);
  if (found !== undefined) return found;
  const candidates = named.map((one) => ({
    value: `--template ${one.template}`,
    label: one.title,
  }));
  throw new Failure(
    'create-yokoten/example-mismatch',
    {
      ja: `見本「${asked}」は、テンプレート「${String(template)}」のものではありません。`,
      en: `Example "${asked}" is not one of template "${String(template)}".`,
    },
    candidates,
  );
}

/** @throws create-yokoten/example-mismatch where the example shows somebody else */
export function checkMunicipality(example: Example, code: string, asked: string): void {
  const { municipality } = example;
  if (municipality.code === code) return;
  throw new Failure(
    'create-yokoten/example-mismatch',
    {
      ja: `見本「${example.id}」は${fullName(municipality)}のもので、「${asked}」のものではありません。--municipality を取るか、--example を取ってください。`,
      en: `Example "${example.id}" shows ${municipality.latin}, not "${asked}". Leave out --municipality or --example.`,
    },
    municipality.code === ''
      ? []
      : [
          {
            value: municipality.code,
            label: { ja: fullName(municipality), en: municipality.latin },
          },
        ],
  );
}

/** Every name of an example as an answer to choose. */
function exampleCandidates(all: readonly Example[]): Candidate[] {
  const byId = new Map<string, Example[]>();
  for (const one of all) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId].map(([id, same]) => {
    const titles = (language: 'ja' | 'en', gap: string): string =>
      same.map(({ title }) => title[language]).join(gap);
    return { value: id, label: { ja: titles('ja', '、'), en: titles('en', ', ') } };
  });
}

function unknownExample(asked: string, all: readonly Example[]): Failure {
  const candidates = exampleCandidates(all);
  const near = nearest(asked, candidates, ({ value }) => value, 3);
  return new Failure(
    'create-yokoten/unknown-example',
    {
      ja: `見本「${asked}」はありません。次から選んでください。`,
      en: `There is no example "${asked}". Choose one of these.`,
    },
    near.length > 0 ? near : candidates,
  );
}
