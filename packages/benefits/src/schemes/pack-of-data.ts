import { packOfSteps } from '@yokoten/rules/trace';
import type { BenefitPack } from '../model/pack.ts';
import type { PackTexts } from '../model/texts.ts';
import type { SchemeData } from './data.ts';

/**
 * Own schemes as a pack that the element can show.
 * @param texts loads the words of a language, by tag; `ja` is always one
 */
export function packOfData(
  data: SchemeData,
  texts: Readonly<Record<string, () => Promise<PackTexts>>>,
): BenefitPack {
  const { id, version, origin, entities, variables, parameters, steps, sources } = data;
  const { household, programmes, questions, sets, sample, units } = data;
  const loaders = new Map(Object.entries(texts));
  return {
    id,
    version,
    rules: packOfSteps({ origin, entities, variables, parameters }, steps),
    steps: () => Promise.resolve(steps),
    sources: () => Promise.resolve(sources),
    ...(sample && { sample }),
    ...(units && { units }),
    household,
    programmes,
    questions,
    ...(sets && { sets }),
    languages: [...loaders.keys()],
    async texts(language) {
      const load = loaders.get(language) ?? loaders.get('ja');
      if (load === undefined) throw new RangeError(`There are no texts in ${language}.`);
      return load();
    },
  };
}
