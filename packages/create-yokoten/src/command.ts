import { readArguments, type Arguments } from './arguments.ts';
import { create, type Surroundings } from './create.ts';
import { describeFailure, Failure, interruption, type Language } from './failure.ts';
import { chooseLanguage } from './language.ts';
import { describeResult } from './report.ts';
import { readTemplate, templateIds } from './template.ts';

/** Runs one command line and answers its exit code: 0 done, 1 made but not installed, 2 cannot, 130 interrupted. */
export async function runCommand(
  args: readonly string[],
  around: Surroundings,
): Promise<0 | 1 | 2 | 130> {
  let language = chooseLanguage(undefined, around.env);
  try {
    const given = readArguments(args, around.env);
    language = chooseLanguage(given.lang, around.env);
    checkNode();
    if (given.help || given.version || given.list) {
      around.print(await information(given, language));
      return 0;
    }
    const result = await create(given, language, around);
    around.print(given.json ? asJson(result) : describeResult(result, language));
    if (result.install !== 'failed') return 0;
    around.say(describeFailure(installFailed(result.packageManager), language));
    return 1;
  } catch (error) {
    const failure = around.signal.aborted && !(error instanceof Failure) ? interruption() : error;
    if (!(failure instanceof Failure)) throw error;
    const { code, words, candidates } = failure;
    if (args.includes('--json'))
      around.print(asJson({ ok: false, code, message: words, candidates }));
    around.say(describeFailure(failure, language));
    return failure.exitCode;
  }
}

async function information(given: Arguments, language: Language): Promise<string> {
  if (given.help) return (await import('./help.ts')).helpText(language);
  const templates = templateIds().map((id) => readTemplate(id));
  if (given.version) return `${templates[0]?.version ?? ''}\n`;
  const shown = templates.map(({ id, version, title, description }) => ({
    id,
    version,
    title,
    description,
  }));
  const { readExamples } = await import('./example.ts');
  const examples = readExamples().map(({ id, template, title, municipality }) => ({
    id,
    template,
    title,
    municipality,
  }));
  if (given.json) return asJson({ ok: true, templates: shown, examples });
  const lines = [
    ...shown.flatMap(({ id, title, description }) => [
      `${id}  ${title[language]}`,
      `  ${description[language]}`,
    ]),
    '',
    ...examples.map(
      ({ id, template, title }) => `--template ${template} --example ${id}  ${title[language]}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** @throws create-yokoten/node-too-old: the app would not build either. */
function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure('create-yokoten/node-too-old', {
    ja: `Node.js ${process.versions.node} では動きません。20.19 以降を入れてください。`,
    en: `Node.js ${process.versions.node} is too old. Install 20.19 or later.`,
  });
}

function installFailed(manager: string): Failure {
  return new Failure('create-yokoten/install-failed', {
    ja: `${manager} install が終わりませんでした。アプリはできています。上の表示を見て、もう一度打ってください。`,
    en: `${manager} install did not succeed. The app is made; read the lines above and type it again.`,
  });
}
