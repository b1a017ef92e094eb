import { parse } from 'jsonc-parser';
import { dropKeys, setKey } from './config-text.ts';

/** The fictitious town a template in this repository is complete for. */
export interface SampleTown {
  readonly ja: string;
  readonly en: string;
  readonly title: { readonly ja: string; readonly en: string };
}

/** What a real town starts with where the sample has something of its own. A key not named here is left out. */
const START: Readonly<Record<string, unknown>> = {
  credit: { source: { ja: '{{yokoten:name}}', en: '{{yokoten:latin}}' }, licence: null },
  layers: [],
  background: 'gsi-pale',
  contacts: [],
  benefits: { contacts: [] },
};

/** Reads who the sample is, from the template's config. */
export function readSampleTown(configText: string): SampleTown {
  const { municipality, title } = parse(configText) as {
    municipality: { name: { ja: string; en: string } };
    title: { ja: string; en: string };
  };
  return { ...municipality.name, title };
}

/** The config for a real town, comments kept, with marks for what only the scaffolder knows. */
export function configOfRealTown(
  text: string,
  town: SampleTown,
  sampleKeys: readonly string[],
): string {
  const withoutSample = dropKeys(
    withoutCommentsOn(text, town),
    sampleKeys.filter((key) => !(key in START)),
  );
  const start = Object.entries(START).filter(([key]) => sampleKeys.includes(key));
  const edited = [['municipality', '{{yokoten:code}}'] as const, ...start].reduce(
    (done, [key, value]) => setKey(done, key, value),
    withoutSample,
  );
  return withMarks(edited, town);
}

/** A README's first heading is the app's title, in the README's language. */
export function readmeOfRealTown(text: string, town: SampleTown, language: 'ja' | 'en'): string {
  return withMarks(text.replace(/^# .*/, `# ${town.title[language]}`), town);
}

/** `publiccode.yml`: the app's name, and an address that shows what to fill in. */
export function publiccodeOfRealTown(text: string, town: SampleTown): string {
  const named = text
    .replace(/^name: .*/m, `name: ${town.title.ja}`)
    .replace(/(?<=^url: https:\/\/github\.com\/example\/).*/m, '{{yokoten:package}}');
  return withMarks(named, town);
}

/** A file of schemes without the lines that say that they are for the sample only. */
export function schemesOfRealTown(text: string, town: SampleTown): string {
  return withMarks(text.replaceAll(/^.*# 見本だけ *\n/gm, ''), town);
}

/** The sample's name becomes the mark for the town's. @throws Error where a part of it would be left over */
export function withMarks(text: string, town: SampleTown): string {
  const marked = text
    .replaceAll(town.ja, '{{yokoten:name}}')
    .replaceAll(town.en, '{{yokoten:latin}}');
  if (marked.includes(stem(town)))
    throw new Error(`"${stem(town)}" would be left over in: ${marked}`);
  return marked;
}

/** `Mihon` of `Mihon City`. */
function stem({ en }: SampleTown): string {
  return en.split(' ')[0] ?? en;
}

/** Sentences of comments that speak of the sample are no use to anybody else. */
function withoutCommentsOn(text: string, town: SampleTown): string {
  return text.replaceAll(/^([ \t]*\/\/ )(.*)\n/gm, (_, start: string, comment: string) => {
    const kept = comment
      .split(/(?<=。)|(?<=[.?!] )/)
      .filter((sentence) => !sentence.includes(town.ja) && !sentence.includes(stem(town)))
      .join('')
      .trimEnd();
    return kept === '' ? '' : `${start}${kept}\n`;
  });
}
