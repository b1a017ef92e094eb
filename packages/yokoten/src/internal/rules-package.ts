import type * as openfisca from '@yokoten/openfisca/node';
import type { Localized } from '@yokoten/standard';
import type { Terminal } from './command.ts';
import { type Fault, type Place, YokotenError } from './fault.ts';
import { inLanguage, type Language } from './language.ts';
import { loadOptionalPackage } from './optional-package.ts';
import { describeFaults } from './print-faults.ts';
import { printable } from './terminal-text.ts';

/** Failed tests that are printed one by one. */
const SHOWN = 50;

interface Stated extends Error {
  readonly code: string;
  readonly text: Localized;
  readonly place?: Place;
  /** Where in a situation. */
  readonly path?: readonly string[];
}

function faultOf({ code, text, place, path = [] }: Stated): Fault {
  if (path.length === 0) return { code, message: text, ...(place && { place }) };
  const where = path.join(' › ');
  return { code, message: { ja: `${where}\n${text.ja}`, en: `${where}\n${text.en ?? ''}` } };
}

/** What the package says is wrong, as a fault of this command. */
function asFault(error: unknown): unknown {
  const stated =
    error instanceof Error && (error.name === 'OpenFiscaError' || error.name === 'RulesError');
  return stated ? new YokotenError(faultOf(error as Stated)) : error;
}

async function load(): Promise<typeof openfisca> {
  return loadOptionalPackage<typeof openfisca>(process.cwd(), '@yokoten/openfisca', 'node');
}

/** Compiles a country package; exit code 1 where parts of it could not be compiled. */
export async function compileRules(
  folder: string,
  out: string,
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const { compilePackage } = await load();
  try {
    const { country, errors } = compilePackage(folder, out);
    const { origin, variables, steps } = country;
    const formulas = steps.formulas.flat().length;
    for (const error of errors) terminal.note(`${describeFaults([faultOf(error)], language)}\n`);
    terminal.print(
      inLanguage(
        {
          ja: `${origin.name} ${origin.version}: 変数 ${variables.length}、式 ${formulas}、変換できないもの ${errors.length}。ライセンス: ${origin.licence}`,
          en: `${origin.name} ${origin.version}: ${variables.length} variables, ${formulas} formulas, ${errors.length} not compiled. Licence: ${origin.licence}`,
        },
        language,
      ),
    );
    return errors.length > 0 ? 1 : 0;
  } catch (error) {
    throw asFault(error);
  }
}

/** Prints a situation with its nulls filled in. */
export async function calculateRules(
  pack: string,
  file: string,
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const { calculateFile } = await load();
  try {
    const { situation, asOf, origin } = await calculateFile(pack, file);
    terminal.print(JSON.stringify(situation, null, 2));
    terminal.note(
      inLanguage(
        {
          ja: `${origin.name} ${origin.version}、${asOf}までのルールで計算しました。`,
          en: `${origin.name} ${origin.version}, with rules up to ${asOf}.`,
        },
        language,
      ),
    );
    return 0;
  } catch (error) {
    throw asFault(error);
  }
}

/** Serves a pack until the process is interrupted. */
export async function serveRules(
  pack: string,
  port: number,
  allowOrigin: string | undefined,
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const { servePack } = await load();
  try {
    const served = await servePack(pack, port, allowOrigin);
    terminal.note(
      inLanguage(
        { ja: `${served.address} で答えます。`, en: `Answering at ${served.address}` },
        language,
      ),
    );
    await new Promise<void>((done) => {
      process.once('SIGINT', () => done());
      process.once('SIGTERM', () => done());
    });
    await served.close();
    return 130;
  } catch (error) {
    throw asFault(error);
  }
}

/** Runs YAML tests; the last line counts them, and exit code 1 says that some failed. */
export async function testRules(
  pack: string,
  paths: readonly string[],
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const { testPack } = await load();
  let [passed, failed, passedOver] = [0, 0, 0];
  try {
    for await (const results of testPack(pack, paths))
      for (const result of results) {
        if (result.passed) passed++;
        else if (failed++ < SHOWN)
          terminal.note(printable(`${result.file}: ${result.name}: ${result.reason ?? ''}`));
        passedOver += result.passedOver.length;
      }
  } catch (error) {
    throw asFault(error);
  }
  if (passedOver > 0)
    terminal.note(
      inLanguage(
        {
          ja: `OpenFiscaが読まない場所に書かれた入力が ${passedOver} 件あります。`,
          en: `${passedOver} inputs stand where OpenFisca does not read them.`,
        },
        language,
      ),
    );
  terminal.print(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
