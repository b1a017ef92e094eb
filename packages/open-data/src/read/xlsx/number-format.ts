/** What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31). */
export type NumberFormat =
  | { readonly kind: 'plain' | 'percent' | 'date' | 'month' | 'time' | 'elapsed' | 'moment' }
  /** Digits with leading zeros, and hyphens where the format puts them: `0000`, `000-0000`. */
  | { readonly kind: 'digits'; readonly pattern: string };

const PLAIN: NumberFormat = { kind: 'plain' };

/** Formats without a code of their own in the file, as Excel in Japanese shows them. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  ...kinds('percent', [9, 10]),
  ...kinds('date', [14, 15, 16, 27, 28, 29, 30, 31, 35, 36, 50, 51, 53, 54, 56, 57, 58]),
  ...kinds('month', [17, 34, 52, 55]),
  ...kinds('time', [18, 19, 20, 21, 32, 33, 45, 47]),
  ...kinds('elapsed', [46]),
  ...kinds('moment', [22]),
]);

function kinds(
  kind: Exclude<NumberFormat['kind'], 'digits'>,
  ids: readonly number[],
): [number, NumberFormat][] {
  return ids.map((id) => [id, { kind }]);
}

/** The format of a style: its own code where the file has one, else the built-in of that number. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN.get(id) ?? PLAIN;
  const bare = withoutLiterals(code);
  const sections = bare.split(';');
  const last = (sections[Math.min(sections.length, 3) - 1] ?? '').trim();
  const pattern = sections.length === 1 || bare.includes('<') ? plainDigits(last) : undefined;
  if (pattern !== undefined) return { kind: 'digits', pattern };
  const first = withoutConditions(sections[0] ?? '');
  if (/general/iu.test(first) || /[0#?]e[+-]/iu.test(first)) return PLAIN;
  if (first.includes('%')) return { kind: 'percent' };
  return { kind: dateKind(first) };
}

/** Without quoted and escaped text, fillers and widths; conditions in brackets stay. */
function withoutLiterals(code: string): string {
  return code
    .slice(0, 1000)
    .replace(/"[^"]*"|[\\*_]./gsu, (literal) =>
      literal === '\\-' || literal === '"-"' ? '-' : '',
    );
}

/** Colours, languages and comparisons go; `[h]`, `[m]` and `[s]` stay, for they count past a day. */
function withoutConditions(section: string): string {
  return section.replace(/\[[^[\]]*\]/gu, (bracket) =>
    /^\[[hms]+\]$/iu.test(bracket) ? bracket : '',
  );
}

function plainDigits(section: string): string | undefined {
  const bare = withoutConditions(section);
  return /^0[0-]*0$/u.test(bare) ? bare : undefined;
}

function dateKind(section: string): Exclude<NumberFormat['kind'], 'digits'> {
  if (/\[[hms]+\]/iu.test(section)) return 'elapsed';
  const day = /[dg]|aaa/iu.test(section);
  const year = /[ye]/iu.test(section);
  const clock = /[hs]/iu.test(section);
  if ((day || year) && clock) return 'moment';
  if (year && !day && /m/iu.test(section)) return 'month';
  if (day || year) return 'date';
  return clock ? 'time' : 'plain';
}
