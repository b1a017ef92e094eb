import type { Problem } from '@yokoten/open-data';
import type { PackTexts } from '../../model/texts.ts';
import type { Finding } from '../finding.ts';
import { checkSchemes } from '../scheme/check.ts';
import { writePack } from '../scheme/write-pack.ts';
import type { SchemeData } from '../../schemes/data.ts';
import type { AppInput, ConfigProblem } from './contract.ts';

/** Own schemes as the page's modules. */
export interface OwnPart {
  readonly modules: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly configProblems: readonly ConfigProblem[];
  readonly compiled?: {
    readonly data: SchemeData;
    readonly texts: ReadonlyMap<string, PackTexts>;
  };
}

/** Compiles the folder `schemes/`. A mistake in it stops the build; the published page stays as it was. */
export async function ownPart({ files }: Pick<AppInput, 'files'>): Promise<OwnPart> {
  const sources = files.flatMap(({ path, bytes }) =>
    /^schemes\/[^/]+\.(ya?ml|csv|tsv|xlsx)$/i.test(path) ? [{ name: path, bytes }] : [],
  );
  if (sources.length === 0)
    return { modules: new Map(), problems: [], configProblems: [nothingToShow()] };
  const { findings, compiled } = await checkSchemes(sources);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const modules = new Map<string, string>();
  if (compiled !== undefined)
    for (const [path, text] of writePack(compiled.data, compiled.texts))
      if (path.endsWith('.js')) modules.set(path === 'index.js' ? 'pack.js' : path, text);
  return {
    modules,
    problems: findings.filter(({ severity }) => severity === 'warning').map(asProblem),
    configProblems: errors.map(asFault),
    ...(compiled && { compiled }),
  };
}

function asProblem({ code, severity, text, place }: Finding): Problem {
  const { file = 'schemes', line, cell } = place ?? {};
  return {
    code,
    severity,
    file,
    message: text,
    ...(line !== undefined && { row: line, line }),
    ...(cell !== undefined && { cell }),
  };
}

function asFault({ code, text, place }: Finding): ConfigProblem {
  const { file = 'schemes', line, column } = place ?? {};
  return {
    code,
    path: [],
    file,
    message: text,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

function nothingToShow(): ConfigProblem {
  return {
    code: 'benefits/no-schemes',
    path: ['benefits'],
    message: {
      ja: '制度がありません。schemes フォルダーに制度のファイルを置くか、設定の「benefits.pack」に書いてください。',
      en: 'There are no programmes. Put scheme files into the folder schemes, or write "benefits.pack" into the config.',
    },
  };
}
