import { nearest } from './distance.ts';
import { Failure, type Language } from './failure.ts';

/**
 * What was asked for, else the system's language, else Japanese: a system that says only `C` or `POSIX` says nothing
 * about its reader.
 * @throws create-yokoten/unknown-language
 */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === 'ja' || asked === 'en') return asked;
  if (asked !== undefined) throw unknownLanguage(asked);
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return system === '' || /^(ja|C|POSIX)(?![a-z])/i.test(system) ? 'ja' : 'en';
}

function unknownLanguage(asked: string): Failure {
  const languages = [
    { value: 'ja', label: { ja: '日本語', en: 'Japanese' } },
    { value: 'en', label: { ja: '英語', en: 'English' } },
  ];
  const near = nearest(asked, languages, ({ value }) => value, 1);
  return new Failure(
    'create-yokoten/unknown-language',
    {
      ja: `言語「${asked}」はありません。ja か en を指定してください。`,
      en: `There is no language "${asked}". Give ja or en.`,
    },
    near.length > 0 ? near : languages,
  );
}
