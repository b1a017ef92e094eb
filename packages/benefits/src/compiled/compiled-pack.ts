import type { Pack } from '@yokoten/rules';
import type { StepPack } from '@yokoten/rules/trace';
import { BenefitsError } from '../error.ts';
import type { HouseholdShape } from '../model/household.ts';
import type { BenefitPack } from '../model/pack.ts';
import type { Programme } from '../model/programme.ts';
import type { PackSources } from '../model/source.ts';
import type { PackTexts } from '../model/texts.ts';
import { guessHousehold } from './guess-household.ts';
import { sourcesOfReferences } from './references.ts';
import { textsOfLabels } from './labels.ts';

/** The files of a pack that `yokoten rules compile` wrote, as loaders: `() => import('./rules/steps.js')`. */
export interface CompiledFiles {
  readonly pack: Pack;
  readonly steps: () => Promise<{ readonly steps: StepPack }>;
  readonly labels?: () => Promise<{ readonly labels: CompiledLabels }>;
  readonly references?: () => Promise<{ readonly references: CompiledReferences }>;
}

/** Of each variable, in its authors' words. */
export type CompiledLabels = ReadonlyMap<
  string,
  { readonly label?: string; readonly unit?: string }
>;

/** Where each variable's rule is written down. */
export type CompiledReferences = ReadonlyMap<
  string,
  { readonly reference?: readonly string[]; readonly documentation?: string }
>;

/** What a compiled pack cannot say itself. */
export interface CompiledOptions extends Partial<
  Pick<BenefitPack, 'household' | 'questions' | 'gates' | 'sets' | 'licenceUrl' | 'noticeUrl'>
> {
  readonly id: string;
  /** Which variables are benefits, and how each pays. */
  readonly programmes: readonly (Partial<Programme> & Pick<Programme, 'output' | 'money'>)[];
  /** Words that are better than the labels; languages without any fall back to these of `ja`. */
  readonly texts?: Readonly<Record<string, () => Promise<Partial<PackTexts>>>>;
}

/**
 * A pack that `yokoten rules compile` wrote, as one that can be asked about. What is not said follows from the rules: the roles of
 * its first group are the kinds of members, questions come from the variables' types and labels, sources from its references.
 * @throws BenefitsError `benefits/unknown-question` for an output or a birth date that the pack does not have
 */
export function compiledPack(files: CompiledFiles, options: CompiledOptions): BenefitPack {
  const { pack } = files;
  const names = new Set(pack.variables.map(({ name }) => name));
  const household: HouseholdShape = options.household ?? guessHousehold(pack);
  for (const name of options.programmes.flatMap((one) => [one.output, one.eligible ?? one.output]))
    if (!names.has(name)) throw noOutput(name, pack);
  const texts = options.texts ?? {};
  return {
    id: options.id,
    version: pack.origin.version,
    rules: pack,
    steps: async () => (await files.steps()).steps,
    sources: async (): Promise<PackSources> => {
      const references = await files.references?.();
      return references === undefined
        ? { variables: {}, parameters: {} }
        : sourcesOfReferences(pack, references.references);
    },
    household,
    programmes: options.programmes.map((one) => ({ id: one.output, sources: [], ...one })),
    questions: options.questions ?? [],
    ...(options.gates && { gates: options.gates }),
    ...(options.sets && { sets: options.sets }),
    ...(options.licenceUrl !== undefined && { licenceUrl: options.licenceUrl }),
    ...(options.noticeUrl !== undefined && { noticeUrl: options.noticeUrl }),
    languages: [...new Set(['ja', ...Object.keys(texts)])],
    async texts(language) {
      const load = Object.hasOwn(texts, language) ? texts[language] : undefined;
      const [labels, own] = await Promise.all([files.labels?.(), load?.()]);
      return textsOfLabels(pack, labels?.labels ?? new Map(), { language, ...own });
    },
  };
}

function noOutput(name: string, { origin }: Pack): BenefitsError {
  return new BenefitsError('benefits/unknown-question', {
    ja: `制度の変数「${name}」は、${origin.name} ${origin.version}にありません。名前を確かめてください。`,
    en: `A programme names "${name}", which is no variable of ${origin.name} ${origin.version}. Check its spelling.`,
  });
}
