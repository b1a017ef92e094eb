import type { Arguments } from './arguments.ts';
import type { Example } from './example.ts';
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
  /** The complete app to start from, where one was asked for. */
  readonly example?: Example;
  readonly target: Target;
  /** `map-` and the code: name of the folder and of the package where nothing better is known. */
  readonly shortName: string;
}

/**
 * Settles whom the app is for, template and folder, in this order, because the folder's usual name comes from the others.
 * An example settles the first two by itself.
 * @throws create-yokoten/missing-municipality, and what the readers throw
 */
export async function settleChoices(
  given: Arguments,
  questions: Questions,
  cwd: string,
): Promise<Choices> {
  const start =
    given.example === undefined
      ? await settleStart(given, questions)
      : await settleExample(given, given.example, questions);
  const { municipality, template, example } = start;
  const shortName = `${template.id.split('-').at(-1)}-${municipality.code || example?.id}`;
  const target = await questions.settle(
    { ja: '作るフォルダー', en: 'Folder to make' },
    given.folder,
    shortName,
    (text) => inspectTarget(text, cwd, given),
  );
  return { ...start, target, shortName };
}

type Start = Pick<Choices, 'municipality' | 'template' | 'example'>;

async function settleStart(given: Arguments, questions: Questions): Promise<Start> {
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
  return { municipality, template };
}

async function settleExample(
  { municipality: town, template: asked }: Arguments,
  name: string,
  questions: Questions,
): Promise<Start> {
  if (asked !== undefined) findTemplate(asked);
  const { checkMunicipality, findExample, readExamples } = await import('./example.ts');
  const ids = [...new Set(readExamples().map(({ id }) => id))];
  const example = await questions.settle(
    { ja: `見本（${ids.join('、')}）`, en: `Example (${ids.join(', ')})` },
    name,
    name,
    (text) => findExample(text, asked, USUAL_TEMPLATE),
  );
  const { municipality, template } = example;
  if (town !== undefined && town !== municipality.name)
    checkMunicipality(example, (await findMunicipality(town)).code, town);
  return { municipality, template: findTemplate(template), example };
}

function missingMunicipality(): Failure {
  return new Failure('create-yokoten/missing-municipality', {
    ja: '市区町村の指定がありません。--municipality の後に名前かコードを書いてください。',
    en: 'No municipality was given. Add --municipality with its name or code.',
  });
}
