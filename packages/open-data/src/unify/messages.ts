import type { Message } from '../internal/file-messages.ts';
import type { UnifyCode } from './codes.ts';

/** Sentences about a file among many. Japanese sentences stay under 40 characters. */
export const unifyMessages: Readonly<Record<UnifyCode, Message>> = {
  'open-data/unreachable-source': {
    ja: 'ファイルを取得できません（{value}）。場所と、通信の状態を確かめてください。',
    en: 'The file could not be fetched ({value}). Check its address and the connection.',
  },
  'open-data/duplicate-file': {
    ja: '「{value}」と同じ内容です。重ねて数えないよう、使いませんでした。',
    en: 'The bytes equal those of "{value}". It was not used, so that nothing counts twice.',
  },
  'open-data/duplicate-url': {
    ja: '「{value}」と同じ場所のファイルです。重ねて数えないよう、使いませんでした。',
    en: 'The address equals that of "{value}". It was not used, so that nothing counts twice.',
  },
  'open-data/no-dataset': {
    ja: '標準のどのデータセットでもありません。何の表かを指定すると、まとめられます。',
    en: 'The file is none of the standard datasets. Say which one it is to have it merged.',
  },
  'open-data/unsure-dataset': {
    ja: '「{value}」かもしれませんが、確かではありません。そうなら、指定してください。',
    en: 'The file may be "{value}", but that is not sure. Say so if it is.',
  },
  'open-data/split-layout-missing-facility': {
    ja: '施設の一覧がないため、場所が分かりません。「{expected}」も加えてください。',
    en: 'Without the list of facilities the places are unknown. Add "{expected}" as well.',
  },
  'open-data/unused-facility': {
    ja: 'どの行からも参照されない施設です。不要でなければ、参照を確かめてください。',
    en: 'No row refers to this facility. If it is needed, check the references.',
  },
};
