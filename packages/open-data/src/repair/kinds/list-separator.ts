import { plainKind, type CellKind } from '../kind.ts';

/**
 * A list with 、 ， , ； or line breaks between its items → `;`, as the standard separates them. ・ and / can be part of a name
 * (耳鼻咽喉科・気管食道科) and stay.
 */
export const listSeparator: CellKind = plainKind('open-data/list-separator', (text) => {
  const items = text.split(/[;；、，,\r\n]/u).map((item) => item.trim());
  const after = items.filter((item) => item !== '').join(';');
  return after === text || after === '' ? undefined : { after, confidence: 0.95 };
});
