import { parseIsoDate } from '@yokoten/rules/calendar';
import { BenefitsError } from '../error.ts';
import type { BenefitPack } from '../model/pack.ts';
import type { Programme } from '../model/programme.ts';
import type { QuestionSet } from '../model/question.ts';

/** What is asked about: all that the first question needs. */
export interface Chosen {
  readonly pack: BenefitPack;
  /** The day that is asked about, `YYYY-MM-DD`. */
  readonly date: string;
  readonly set: QuestionSet;
  /** Those of the set that exist on the day, in the set's order. */
  readonly programmes: readonly Programme[];
}

/** What a check is opened for. */
export interface CheckOptions {
  /** The day that is asked about, `YYYY-MM-DD`. There is no clock here. */
  readonly date: string;
  /** Id of a question set; without it the first. */
  readonly set?: string;
}

/**
 * Chooses a day and a question set of a pack; nothing is loaded.
 * @throws BenefitsError `benefits/bad-date`, `benefits/unknown-set`, `benefits/unknown-programme`
 */
export function choose(pack: BenefitPack, { date, set }: CheckOptions): Chosen {
  if (parseIsoDate(date) === undefined)
    throw new BenefitsError('benefits/bad-date', [date.slice(0, 40)]);
  const chosen = chooseSet(pack, set);
  const programmes = chosen.programmes
    .map((id) => programmeOf(pack, id))
    .filter(({ from = '', to = '9999-12-31' }) => from <= date && date <= to);
  return { pack, date, set: chosen, programmes };
}

function chooseSet({ sets, programmes }: BenefitPack, wanted: string | undefined): QuestionSet {
  const all = sets ?? [{ id: 'main', programmes: programmes.map(({ id }) => id) }];
  const found = wanted === undefined ? all[0] : all.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const known = all.map(({ id }) => id).join(', ');
  throw new BenefitsError('benefits/unknown-set', [wanted ?? '', known]);
}

/**
 * A programme by its id.
 * @throws BenefitsError `benefits/unknown-programme`
 */
export function programmeOf({ programmes, id: pack }: BenefitPack, id: string): Programme {
  const found = programmes.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new BenefitsError('benefits/unknown-programme', [id.slice(0, 80), pack]);
}
