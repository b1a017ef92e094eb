import type { XmlHandler } from '../xml.ts';
import { shownText } from './cell-text.ts';

/** Collects the texts that cells share. Ruby (`rPh`) is how a name is read, not part of it, and is left out. */
export function sharedStrings(texts: string[]): XmlHandler {
  let text = '';
  let inText = false;
  let inRuby = false;
  return {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inRuby = true;
      else if (name === 't') inText = !inRuby;
    },
    text: (written) => {
      if (inText) text += written;
    },
    close: (name) => {
      if (name === 'si') texts.push(shownText(text));
      else if (name === 'rPh') inRuby = false;
      else if (name === 't') inText = false;
    },
  };
}
