import type { Findings } from '../../finding.ts';
import type { Programme } from '../../../model/programme.ts';
import type { Question, QuestionSet } from '../../../model/question.ts';
import type { LegalSource } from '../../../model/source.ts';
import type { SchemeData } from '../../../schemes/data.ts';
import type { Definition, Names, PackFile, QuestionText, Scheme } from '../definition.ts';
import type { TextNode } from '../tree.ts';
import { type Context, sourcesOf } from './definitions.ts';
import { ENTITIES, SHAPE } from './entities.ts';
import { Facts } from './facts.ts';
import { fileScope, languageScope } from './names.ts';
import { outputs } from './outputs.ts';
import type { Scope } from './scope.ts';
import { SCENES } from '../read-scheme.ts';
import { KINDS_OF_ROLE } from '../read-service.ts';

/** A folder of schemes, compiled; `facts` and `questions` are what its texts are about. */
export interface CompiledSchemes {
  readonly data: SchemeData;
  readonly facts: Facts;
  readonly questions: ReadonlyMap<string, QuestionText>;
  readonly scopes: ReadonlyMap<Scheme, Scope>;
  /** Schemes in the order they are shown. */
  readonly schemes: readonly Scheme[];
}

/** What a folder without a file for all schemes is taken for. */
const NO_NAMES: Names = { sources: new Map(), questions: [], figures: [], definitions: [] };

/** Compiles schemes to steps; what is wrong with them is in the findings. */
export function compileSchemes(
  pack: PackFile | undefined,
  unordered: readonly Scheme[],
  findings: Findings,
): CompiledSchemes {
  const facts = new Facts();
  const schemes = inOrder(unordered, pack?.order ?? [], findings);
  checkIds(schemes, findings);
  const language = languageScope(facts);
  const shared: Names = pack ?? NO_NAMES;
  checkNames(shared, language, findings);
  const contextOf = (
    scope: () => Scope,
    names: Names,
    facts_: Pick<Context, 'prefix' | 'from' | 'to'>,
  ): (() => Context) => {
    const sources = new Map<string, LegalSource>([...shared.sources, ...names.sources]);
    return () => ({ facts, scope: scope(), findings, sources, ...facts_ });
  };
  const packScope: Scope = fileScope(
    shared,
    language,
    contextOf(() => packScope, shared, { prefix: '', from: pack?.from ?? '1970-01-01' }),
  );
  const scopes = new Map<Scheme, Scope>();
  const programmes = schemes.map((scheme): Programme => {
    checkNames(scheme, packScope, findings);
    const { from, to } = scheme;
    const context = contextOf(() => scope, scheme, {
      prefix: `${scheme.title.value}_`,
      from,
      ...(to !== undefined && { to }),
    });
    const scope: Scope = fileScope(scheme, packScope, context);
    scopes.set(scheme, scope);
    const { output, eligible } = outputs(scheme, context());
    const details = scheme.details.flatMap(({ value, place }) => {
      const meaning = scope.meaning(value, place, findings);
      return meaning?.kind === 'variable' ? [facts.variables[meaning.index]?.name ?? ''] : [];
    });
    for (const { name } of [...scheme.questions, ...scheme.figures, ...scheme.definitions])
      scope.meaning(name.value, name.place, findings);
    return programmeOf(
      scheme,
      output,
      eligible,
      details,
      sourcesOf(scheme.schemeSources, context()),
    );
  });
  for (const { name } of [...shared.questions, ...shared.figures, ...shared.definitions])
    packScope.meaning(name.value, name.place, findings);
  const questions = new Map([
    ...shared.questions.map((one) => [one.name.value, one] as const),
    ...schemes.flatMap((scheme) =>
      scheme.questions.map((one) => [`${scheme.title.value}_${one.name.value}`, one] as const),
    ),
  ]);
  return {
    data: {
      id: pack?.id ?? schemes[0]?.id ?? 'schemes',
      version: pack?.version ?? '0',
      sample: pack?.sample ?? false,
      origin: {
        name: pack?.title.value ?? schemes[0]?.title.value ?? '',
        version: pack?.version ?? '0',
        licence: pack?.licence ?? '記載なし',
        source: pack?.source ?? '',
      },
      entities: ENTITIES,
      variables: facts.variables,
      parameters: facts.parameters,
      steps: { formulas: facts.formulas, tables: [], keys: [] },
      sources: {
        variables: Object.fromEntries(facts.variableSources),
        parameters: Object.fromEntries(facts.parameterSources),
      },
      units: {
        variables: Object.fromEntries(facts.variableMeasures),
        parameters: Object.fromEntries(facts.parameterMeasures),
      },
      household: SHAPE,
      programmes,
      questions: [...questions].map(([variable, question]) => askedAs(variable, question)),
      ...setsOf(schemes),
    },
    facts,
    questions,
    scopes,
    schemes,
  };
}

function programmeOf(
  scheme: Scheme,
  output: string,
  eligible: string,
  details: readonly string[],
  sources: readonly LegalSource[],
): Programme {
  const { id, money, upTo, from, to, deadlines, applyUrl, infoUrl } = scheme;
  return {
    id,
    output,
    eligible,
    money,
    ...(upTo && { upTo }),
    from,
    ...(to !== undefined && { to }),
    ...(details.length > 0 && { details }),
    ...(deadlines.length > 0 && { deadlines: deadlines.map(({ deadline }) => deadline) }),
    ...(applyUrl !== undefined && { applyUrl }),
    ...(infoUrl !== undefined && { infoUrl }),
    sources,
  };
}

/** Question sets, where not all schemes are of one. */
function setsOf(schemes: readonly Scheme[]): { readonly sets?: readonly QuestionSet[] } {
  const sets = [...SCENES.values()].flatMap((id): QuestionSet[] => {
    const programmes = schemes.filter(({ scene }) => scene === id).map((one) => one.id);
    return programmes.length === 0 ? [] : [{ id, programmes }];
  });
  return sets.some(({ id }) => id !== 'main') ? { sets } : {};
}

function askedAs(variable: string, question: QuestionText): Question {
  const { who, control, unit, least, most, step, ages, type, options, untried } = question;
  const kinds = KINDS_OF_ROLE.get(who);
  return {
    variable,
    control,
    ...(unit && { unit }),
    ...(type === 'enum' && { values: options.map(({ value }) => value) }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(step !== undefined && { step }),
    ...(ages && { ages }),
    ...(untried === true && { untried }),
    ...(kinds && { kinds }),
  };
}

function inOrder(
  schemes: readonly Scheme[],
  order: readonly TextNode[],
  findings: Findings,
): Scheme[] {
  const first = order.flatMap(({ value, place }) => {
    const found = schemes.find(({ title }) => title.value === value);
    if (found !== undefined) return [found];
    findings.error(
      'benefits/unknown-name',
      place,
      `「${value}」という制度のファイルがありません。「制度の順」を直してください。`,
      `There is no scheme "${value}". Correct 制度の順.`,
    );
    return [];
  });
  return [...first, ...schemes.filter((scheme) => !first.includes(scheme))];
}

function checkIds(schemes: readonly Scheme[], findings: Findings): void {
  const seen = new Map<string, Scheme>();
  for (const scheme of schemes) {
    for (const key of [`id ${scheme.id}`, `title ${scheme.title.value}`]) {
      const other = seen.get(key);
      if (other !== undefined && other !== scheme)
        findings.error(
          'benefits/duplicate-id',
          scheme.title.place,
          `「${scheme.title.value}」と同じ名前かidの制度が、${other.file}にもあります。どちらかを変えてください。`,
          `A scheme of the same name or id as "${scheme.title.value}" is in ${other.file} too. Change one of them.`,
        );
      seen.set(key, scheme);
    }
  }
}

/** A name that stands for two things is an error, also where one of them is the folder's or the language's. */
function checkNames(
  { questions, figures, definitions }: Names,
  outer: Scope,
  findings: Findings,
): void {
  const seen = new Set(['条件', '額', '対象']);
  for (const { name } of [...questions, ...figures, ...definitions] as readonly Pick<
    Definition,
    'name'
  >[]) {
    if (seen.has(name.value) || outer.has(name.value))
      findings.error(
        'benefits/duplicate-name',
        name.place,
        `「${name.value}」という名前は、もう使われています。別の名前にしてください。`,
        `The name "${name.value}" is taken. Choose another.`,
      );
    seen.add(name.value);
  }
}
