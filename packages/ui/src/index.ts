export { languageAround, textIn, type Language, type Texts } from './language.ts';
export { defineStrings, untranslated, type StringTables } from './strings.ts';
export { defineElement, YokotenElement, type ElementProblem } from './yokoten-element.ts';
