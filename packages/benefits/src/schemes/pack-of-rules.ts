import type { Localized } from '@yokoten/standard';
import type { Pack } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import type { HouseholdShape } from '../model/household.ts';
import type { BenefitPack } from '../model/pack.ts';
import type { Programme } from '../model/programme.ts';
import type { Gate, Question, QuestionSet } from '../model/question.ts';
import type { LegalSource } from '../model/source.ts';
import type { PackTexts, VariableTexts } from '../model/texts.ts';

/** A programme of a compiled pack: what the rules themselves do not say. */
export interface PlannedProgramme extends Omit<Programme, 'sources'> {
  readonly title?: Localized;
  readonly summary?: Localized;
}

/** How a compiled pack is asked about. Names are those of the rules. */
export interface RulesPlan {
  readonly household: HouseholdShape;
  readonly programmes: readonly PlannedProgramme[];
  readonly questions?: readonly Question[];
  readonly gates?: readonly (Gate & { readonly question?: Localized })[];
  readonly sets?: readonly (QuestionSet & { readonly title?: Localized })[];
}

/** What `yokoten rules compile` wrote beside the rules, and what the page calls itself. */
export interface RulesParts {
  readonly title: string;
  readonly notice?: string;
  readonly licenceUrl?: string;
  readonly noticeUrl?: string;
  /** `steps.js` */
  readonly steps: () => Promise<StepPack>;
  /** `labels.js`: the variables' labels and units. */
  readonly labels: ReadonlyMap<string, { readonly label?: string; readonly unit?: string }>;
  /** `references.js`: where the variables' rules are written down. */
  readonly references: () => Promise<
    ReadonlyMap<string, { readonly reference?: string | readonly string[] }>
  >;
}

/**
 * Compiled rules as a pack that the element can show. Its words are those of the rules' authors, in Japanese; the page says so in
 * any other language.
 */
export function packOfRules(rules: Pack, plan: RulesPlan, parts: RulesParts): BenefitPack {
  const { household, programmes, questions = [], gates, sets } = plan;
  const { steps, references, licenceUrl, noticeUrl } = parts;
  const { name, version } = rules.origin;
  return {
    id: name,
    version,
    rules,
    steps,
    sources: async () => {
      const found = [...(await references())].map(
        ([variable, { reference }]): [string, LegalSource[]] => [
          variable,
          [reference ?? []].flat().map((url) => sourceAt(url)),
        ],
      );
      return { variables: Object.fromEntries(found), parameters: {} };
    },
    household,
    programmes: programmes.map((one) => Object.assign({ sources: [] }, one)),
    questions,
    ...(gates && { gates }),
    ...(sets && { sets }),
    languages: ['ja'],
    texts: () => Promise.resolve(textsOf(plan, parts)),
    ...(licenceUrl !== undefined && { licenceUrl }),
    ...(noticeUrl !== undefined && { noticeUrl }),
  };
}

/** An address is all the rules say of it: since when it reads so is not known. */
function sourceAt(url: string): LegalSource {
  return { title: { ja: url }, ...(url.startsWith('https:') && { url }), from: '0001-01-01' };
}

function textsOf(
  { programmes, gates = [], sets = [] }: RulesPlan,
  { title, notice, labels }: RulesParts,
): PackTexts {
  const labelOf = (name: string): string => labels.get(name)?.label ?? name;
  const variables = [...labels].map(([name, { label = name, unit }]): [string, VariableTexts] => [
    name,
    { label, ...(unit !== undefined && { unit }) },
  ]);
  return {
    language: 'ja',
    reviewed: true,
    title,
    ...(notice !== undefined && { notice }),
    programmes: Object.fromEntries(
      programmes.map(({ id, output, title: named, summary }) => [
        id,
        { title: named?.ja ?? labelOf(output), ...(summary && { summary: summary.ja }) },
      ]),
    ),
    variables: Object.fromEntries(variables),
    gates: Object.fromEntries(
      gates.flatMap(({ id, question }) => (question ? [[id, { question: question.ja }]] : [])),
    ),
    sets: Object.fromEntries(
      sets.flatMap(({ id, title: named }) => (named ? [[id, named.ja]] : [])),
    ),
  };
}
