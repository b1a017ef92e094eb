import type { Plugin } from 'vite';
import { buildPlugin } from './internal/build-plugin.ts';
import { defaultPolicyPlugin } from './internal/default-policy-plugin.ts';
import { devPlugin } from './internal/dev-plugin.ts';
import { partsPlugin } from './internal/eject/parts-plugin.ts';
import { fontPlugin } from './internal/font-plugin.ts';
import { chooseLanguage } from './internal/language.ts';
import { lateFontPlugin } from './internal/late-font-plugin.ts';
import { settingsPlugin } from './internal/settings-plugin.ts';

/** Settings of the plugin; everything about the site itself stands in `yokoten.config.jsonc`. */
export interface YokotenOptions {
  /** Language of what is printed. Default: the system's (`LC_ALL`, `LC_MESSAGES`, `LANG`), else Japanese. */
  readonly lang?: 'ja' | 'en';
}

/**
 * Turns `yokoten.config.jsonc`, `data/` and `images/` into a site: the document of the app's element, the page's head
 * with its Content-Security-Policy, the data report, the font of last resort and `yokoten.json`.
 * Nothing is fetched, and the same files give the same bytes.
 *
 * What is wrong with the config stops a build; the development server shows it and goes on when it is mended.
 * A bad row of data never stops anything: it is printed, and on GitHub Actions noted at its line.
 */
export function yokoten(options: YokotenOptions = {}): Plugin[] {
  const language = chooseLanguage(options.lang, process.env);
  return [
    settingsPlugin(language),
    partsPlugin(language),
    lateFontPlugin(),
    defaultPolicyPlugin(),
    ...buildPlugin(language),
    ...devPlugin(language),
  ];
}

/**
 * Only the font of last resort, for a page of one's own that has no config: one subset of BIZ UDPGothic with its licence,
 * under the family `Yokoten UD` that ends the font stack of `@yokoten/ui/tokens.css`. Only a device without a Japanese
 * font loads it. `yokoten()` has it already.
 *
 * @param text gives what the page says; kana, ASCII and common signs are always there. Asked once per build.
 */
export function yokotenFont(text: () => string | Promise<string>): Plugin[] {
  return [lateFontPlugin(), fontPlugin(text)];
}
