import { fault, YokotenError } from './fault.ts';

/** Nothing is written through a link. */
export function linkOnTheWay(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/link-on-the-way',
      'ここへは書けません。途中のフォルダーがリンクです。\nリンクをふつうのフォルダーに替えてください。',
      'This cannot be written: a folder on the way is a link. Replace the link by a plain folder.',
      { file },
    ),
  );
}
