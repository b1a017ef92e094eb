import type { CellKind } from '../kind.ts';

/** `"key": "value"`, alone or as the only member of an object. */
const MEMBER = /^\{?\s{0,9}"([^"\\]{1,40})"\s{0,9}:\s{0,9}"([^"\\]{0,2000})"\s{0,9}\}?,?$/u;

/** A member of JSON pasted as it is, `"url": "https://…"`, where its key is the header or its value what the column asks for. */
export const jsonFragment: CellKind = {
  code: 'open-data/json-fragment',
  prepare: ({ header, standard, format, fits }) => {
    const names = [header, standard ?? header].map((name) => name.trim().toLowerCase());
    return (text) => {
      if (!text.includes('":') && !text.includes('" :')) return undefined;
      const [, key, value = ''] = MEMBER.exec(text) ?? [];
      if (key === undefined || text.startsWith('{') !== /\},?$/u.test(text)) return undefined;
      const after = value.trim();
      const asked = format !== 'string' && after !== '' && fits(after);
      if (!asked && !names.includes(key.trim().toLowerCase()))
        return { doubt: 'open-data/json-fragment', expected: after };
      return { after, confidence: 0.95 };
    };
  },
};
