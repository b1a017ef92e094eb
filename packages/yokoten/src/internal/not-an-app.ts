import { fault, YokotenError } from './fault.ts';

/** A folder without the config: no app stands there. */
export function notAnApp(file: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/not-an-app',
      'ここはYokotenのアプリではありません。\nyokoten.config.jsonc のあるフォルダーで実行してください。',
      'This is no Yokoten app. Run it in the folder that holds yokoten.config.jsonc.',
      { file },
    ),
  );
}
