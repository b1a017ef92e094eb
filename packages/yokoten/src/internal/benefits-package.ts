import type * as benefits from '@yokoten/benefits/build';
import type { Command, Request, Terminal } from './command.ts';
import { textOption } from './data/options.ts';
import { type Fault, YokotenError } from './fault.ts';
import { annotateFault } from './github.ts';
import { githubStep } from './github-environment.ts';
import { inLanguage, type Language } from './language.ts';
import { loadOptionalPackage } from './optional-package.ts';
import { describeFaults } from './print-faults.ts';

/** Findings that are printed one by one. */
const SHOWN = 100;

/** The Node part of the package that owns programmes and schemes. */
export async function loadBenefits(): Promise<typeof benefits> {
  return loadOptionalPackage<typeof benefits>(process.cwd(), '@yokoten/benefits', 'build');
}

/** What the package says is wrong, as a fault of this command. */
export function asBenefitsFault(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'BenefitsBuildError') return error;
  const { code, text, place } = error as benefits.BenefitsBuildError;
  return new YokotenError({ code, message: text, ...(place && { place }) });
}

/** The files or folders of own schemes; without any, the folder `schemes`. */
function schemePaths({ positionals }: Request): readonly string[] {
  return positionals.length > 0 ? positionals : ['schemes'];
}

/** Says what was found, in the terminal and, inside GitHub Actions, at the lines. */
function tellFindings(
  findings: readonly benefits.Finding[],
  terminal: Terminal,
  language: Language,
): void {
  const step = githubStep(process.cwd(), terminal.env);
  const faults = findings.map(({ code, severity, text, place }): Fault => {
    const at = place?.cell === undefined ? '' : `${place.cell}: `;
    const mark = severity === 'warning' ? { ja: '（注意）', en: '(note) ' } : { ja: '', en: '' };
    return {
      code,
      message: { ja: `${mark.ja}${at}${text.ja}`, en: `${mark.en}${at}${text.en}` },
      ...(place && { place }),
    };
  });
  if (faults.length > 0) terminal.note(`${describeFaults(faults.slice(0, SHOWN), language)}\n`);
  if (faults.length > SHOWN)
    terminal.note(
      inLanguage(
        {
          ja: `ほかに${faults.length - SHOWN}件あります。`,
          en: `${faults.length - SHOWN} more.`,
        },
        language,
      ),
    );
  if (step !== undefined)
    for (const one of faults.slice(0, SHOWN)) terminal.note(annotateFault(one, step.prefix));
}

/** Reads, compiles and tries out own schemes; exit code 1 where something is wrong with them. */
export async function checkBenefits(
  request: Request,
  terminal: Terminal,
): Promise<{ readonly code: number; readonly check: benefits.SchemeCheck }> {
  const { checkSchemes, schemeFiles } = await loadBenefits();
  try {
    const check = await checkSchemes(schemeFiles(schemePaths(request)));
    const { findings, passed, failed, schemes } = check;
    if (textOption(request, 'format') === 'json')
      terminal.print(JSON.stringify({ schemes, passed, failed, findings }));
    else {
      tellFindings(findings, terminal, request.language);
      terminal.print(`${passed} passed, ${failed} failed`);
    }
    return { code: findings.some(({ severity }) => severity === 'error') ? 1 : 0, check };
  } catch (error) {
    throw asBenefitsFault(error);
  }
}

/** `--format text|json`. */
export const FORMAT: Command['options'][string] = {
  value: 'FORMAT',
  choices: ['text', 'json'],
  description: { ja: '出力の形。ふだんは text', en: 'form of the output, default text' },
};
