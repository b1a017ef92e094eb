import { existsSync, readFileSync } from 'node:fs';
import { calculate, type Calculation, type Situation } from '@yokoten/rules';
import { OpenFiscaError } from './error.ts';
import { loadPack } from './test-pack.ts';

/**
 * Fills in what a situation in a JSON file asks for.
 * @param folder the pack
 * @throws OpenFiscaError `openfisca/cannot-read`
 * @throws RulesError for what is wrong in the situation, with its path
 */
export async function calculateFile(folder: string, file: string): Promise<Calculation> {
  const pack = await loadPack(folder);
  return calculate(pack, readSituation(file));
}

function readSituation(file: string): Situation {
  const reason = existsSync(file) ? parse(file) : 'no such file';
  if (typeof reason !== 'string') return reason;
  throw new OpenFiscaError(
    'openfisca/cannot-read',
    {
      ja: `状況のファイルとして読めません（${reason}）。JSONのオブジェクトを書いてください。`,
      en: `This cannot be read as a situation: ${reason}. It is an object in JSON.`,
    },
    { file },
  );
}

/** The object, or why there is none. */
function parse(file: string): Situation | string {
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const object = typeof data === 'object' && data !== null && !Array.isArray(data);
    return object ? (data as Situation) : 'not an object';
  } catch (error) {
    if (error instanceof SyntaxError) return 'not JSON';
    throw error;
  }
}
