export { checkStrings, untranslated } from './check-strings.ts';
export { defineElement } from './define-element.ts';
export { languageAround, textIn, type Language, type Texts } from './language.ts';
export { defineStrings, type StringTables } from './strings.ts';
export { YokotenElement, type ElementEventMap, type ElementProblem } from './yokoten-element.ts';
