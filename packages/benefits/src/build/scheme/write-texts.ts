import type { Localized } from '@yokoten/standard';
import type { Contact, Programme } from '../../model/programme.ts';
import type { PackTexts, ProgrammeTexts, VariableTexts } from '../../model/texts.ts';
import type { SchemeData } from '../../schemes/data.ts';
import type { Findings } from '../finding.ts';
import { BASE_WORDS, type BaseWords } from './base-words.ts';
import type { CompiledSchemes } from './compile/compile.ts';
import type { Label } from './compile/facts.ts';
import type { PackFile, QuestionText, Scheme, SchemeContact } from './definition.ts';
import type { Translation } from './read-translation.ts';
import type { TextNode } from './tree.ts';

/** Gives a text in the language that is being written; nothing where there is no translation. */
type Translate = (node: TextNode | undefined) => string | undefined;

/** A compiled folder's words in every language, and its facts with the words that stand in them. */
export interface WrittenTexts {
  readonly texts: ReadonlyMap<string, PackTexts>;
  readonly data: SchemeData;
}

/** A missing translation is told once for each text, however often it is used. */
const MOST_TOLD = 20;

/**
 * The words of a compiled folder in every language it has: Japanese as the files say it, others through the translations.
 * What has no translation is left out, so that it is shown in Japanese and marked as such; the findings name it.
 */
export function writeTexts(
  compiled: CompiledSchemes,
  pack: PackFile | undefined,
  translations: readonly Translation[],
  findings: Findings,
): WrittenTexts {
  const ja = textsOf(compiled, pack, 'ja', true, (node) => node?.value);
  const texts = new Map([['ja', ja]]);
  const translators = new Map<string, Translate>();
  for (const language of new Set(translations.map((one) => one.language))) {
    const files = translations.filter((one) => one.language === language);
    const words = new Map(files.flatMap((one) => [...one.words]));
    const used = new Set<string>();
    const missing = new Map<string, TextNode>();
    const translate: Translate = (node) => {
      if (node === undefined) return undefined;
      used.add(node.value);
      const found = words.get(node.value)?.value;
      if (found === undefined) missing.set(node.value, node);
      return found;
    };
    const reviewed = files.every((one) => one.reviewed);
    texts.set(language, textsOf(compiled, pack, language, reviewed, translate));
    translators.set(language, translate);
    // Contacts stand among the facts; asking for their words here tells of those that are missing.
    for (const { contacts } of compiled.schemes)
      for (const { name, hours } of contacts) {
        translate(name);
        translate(hours);
      }
    tell(language, missing, files, used, findings);
  }
  return { texts, data: withContacts(compiled, translators) };
}

function withContacts(
  { data, schemes }: CompiledSchemes,
  translators: ReadonlyMap<string, Translate>,
): SchemeData {
  const localized = (node: TextNode): Localized => ({
    ja: node.value,
    ...Object.fromEntries(
      [...translators].flatMap(([language, translate]) => {
        const text = translate(node);
        return text === undefined ? [] : [[language, text]];
      }),
    ),
  });
  const programmes = data.programmes.map((programme, at): Programme => {
    const contacts = schemes[at]?.contacts ?? [];
    if (contacts.length === 0) return programme;
    return Object.assign({}, programme, {
      contacts: contacts.map((contact) => contactOf(contact, localized)),
    });
  });
  return { ...data, programmes };
}

function contactOf(
  { name, hours, ...rest }: SchemeContact,
  localized: (node: TextNode) => Localized,
): Contact {
  return { name: localized(name), ...(hours && { hours: localized(hours) }), ...rest };
}

function tell(
  language: string,
  missing: ReadonlyMap<string, TextNode>,
  files: readonly Translation[],
  used: ReadonlySet<string>,
  findings: Findings,
): void {
  const rest = missing.size - MOST_TOLD;
  for (const [text, { place }] of [...missing].slice(0, MOST_TOLD))
    findings.warn(
      'benefits/missing-translation',
      place,
      `「${text.slice(0, 60)}」の訳（${language}）がありません。日本語のまま表示します。${rest > 0 ? `ほかに${rest}件あります。` : ''}`,
      `"${text.slice(0, 60)}" has no translation into ${language}; it is shown in Japanese.${rest > 0 ? ` ${rest} more.` : ''}`,
    );
  for (const { value, place } of files.flatMap(({ keys }) => keys))
    if (!used.has(value))
      findings.warn(
        'benefits/unused-translation',
        place,
        `「${value.slice(0, 60)}」という文は、どの制度にもありません。元の文が変わっていないか確かめてください。`,
        `No scheme says "${value.slice(0, 60)}". See whether the Japanese was changed.`,
      );
}

function textsOf(
  compiled: CompiledSchemes,
  pack: PackFile | undefined,
  language: string,
  reviewed: boolean,
  translate: Translate,
): PackTexts {
  const { facts, schemes, questions } = compiled;
  const base = BASE_WORDS.get(language);
  const labelOf = (label: Label): string | undefined => labelText(label, base, translate);
  const title = pack?.title ?? schemes[0]?.title;
  const notice = translate(pack?.notice);
  return {
    language,
    reviewed,
    title: translate(title) ?? title?.value ?? '',
    ...(notice !== undefined && { notice }),
    programmes: Object.fromEntries(
      schemes.flatMap((scheme) => {
        const texts = programmeTexts(scheme, translate);
        return texts === undefined ? [] : [[scheme.id, texts]];
      }),
    ),
    variables: Object.fromEntries(
      [...facts.labels].flatMap(([name, label]): [string, VariableTexts][] => {
        const text = labelOf(label);
        const asked = questions.get(name);
        if (text === undefined) return [];
        return [[name, { label: text, ...(asked && questionTexts(asked, translate)) }]];
      }),
    ),
    ...(base && { kinds: { other: base.other } }),
    parameters: Object.fromEntries(
      [...facts.parameterLabels].flatMap(([path, label]) => {
        const text = labelOf(label);
        return text === undefined ? [] : [[path, text]];
      }),
    ),
  };
}

function labelText(
  label: Label,
  base: BaseWords | undefined,
  translate: Translate,
): string | undefined {
  if (label.kind === 'text') return translate(label.node);
  if (base === undefined) return undefined;
  if (label.kind === 'word') return base.names[label.word];
  const title = translate(label.title);
  return title === undefined ? undefined : base[label.word].replaceAll('{title}', () => title);
}

function questionTexts(
  { question, why, hint, options }: QuestionText,
  translate: Translate,
): Omit<VariableTexts, 'label'> {
  const values = options.flatMap((option) => {
    const text = translate(option);
    return text === undefined ? [] : [[option.value, text]];
  });
  return {
    ...given('question', translate(question)),
    ...given('why', translate(why)),
    ...given('hint', translate(hint)),
    ...(values.length > 0 && { values: Object.fromEntries(values) as Record<string, string> }),
  };
}

function programmeTexts(scheme: Scheme, translate: Translate): ProgrammeTexts | undefined {
  const title = translate(scheme.title);
  if (title === undefined) return undefined;
  const { summary, target, amount, where, documents, counter } = scheme.texts;
  const list = (key: 'documents' | 'counter', nodes: readonly TextNode[]): object => {
    const all = nodes.map((node) => translate(node));
    return nodes.length > 0 && all.every((text) => text !== undefined) ? { [key]: all } : {};
  };
  return {
    title,
    ...given('summary', translate(summary)),
    ...given('who', translate(target)),
    ...given('amount', translate(amount)),
    ...given('where', translate(where)),
    ...list('documents', documents),
    ...list('counter', counter),
    ...labelled(
      'deadlines',
      scheme.deadlines.map(({ deadline, label }) => [deadline.id, translate(label)] as const),
    ),
    ...labelled(
      'events',
      scheme.deadlines.flatMap(({ event }) =>
        event === undefined ? [] : [[event.value, translate(event)] as const],
      ),
    ),
  };
}

function given(key: string, text: string | undefined): object {
  return text === undefined ? {} : { [key]: text };
}

function labelled(
  key: 'deadlines' | 'events',
  pairs: readonly (readonly [string, string | undefined])[],
): object {
  const known = pairs.filter(([, text]) => text !== undefined);
  return known.length > 0 ? { [key]: Object.fromEntries(known) } : {};
}
