import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';
import { findMunicipality, type Municipality } from './municipality.ts';
import type { Questions } from './questions.ts';
import { inspectTarget, type Target } from './target.ts';
import { findTemplate, templateIds, type Template } from './template.ts';

/** What is made where nobody says or can be asked. */
const USUAL_TEMPLATE = 'disaster-map';

/** What has to be known before anything is made. */
export interface Choices {
  readonly municipality: Municipality;
  readonly template: Template;
  readonly target: Target;
  /** `map-` and the code: name of the folder and of the package where nothing better is known. */
  readonly shortName: string;
}

/**
 * Settles municipality, template and folder, in this order, because the folder's usual name comes from the others.
 * @throws create-yokoten/missing-municipality, and what the readers throw
 */
export async function settleChoices(
  given: Arguments,
  questions: Questions,
  cwd: string,
): Promise<Choices> {
  const municipality = await questions.settle(
    { ja: '市区町村の名前かコード', en: 'Name or code of the municipality' },
    given.municipality,
    missingMunicipality,
    findMunicipality,
  );
  const ids = templateIds();
  const template = await questions.settle(
    { ja: `テンプレート（${ids.join('、')}）`, en: `Template (${ids.join(', ')})` },
    given.template,
    USUAL_TEMPLATE,
    findTemplate,
  );
  const shortName = `${template.id.split('-').at(-1)}-${municipality.code}`;
  const target = await questions.settle(
    { ja: '作るフォルダー', en: 'Folder to make' },
    given.folder,
    shortName,
    (text) => inspectTarget(text, cwd),
  );
  return { municipality, template, target, shortName };
}

function missingMunicipality(): Failure {
  return new Failure('create-yokoten/missing-municipality', {
    ja: '市区町村の指定がありません。--municipality の後に名前かコードを書いてください。',
    en: 'No municipality was given. Add --municipality with its name or code.',
  });
}
