export { adoptStyles } from './adopt-styles.ts';
export { checkStrings, untranslated } from './check-strings.ts';
export { defineElement } from './define-element.ts';
export { languageAround, languageChain, textIn, type Language, type Texts } from './language.ts';
export { ownName } from './own-name.ts';
export { phoneLink, safeLink } from './safe-link.ts';
export { defineStrings, type StringTables } from './strings.ts';
export { YokotenElement, type ElementEventMap, type ElementProblem } from './yokoten-element.ts';
