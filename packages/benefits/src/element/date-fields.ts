import { parseIsoDate } from '@yokoten/rules/calendar';
import { html, type TemplateResult } from 'lit';
import type { AskContext } from './context.ts';

/** A date as three numbers: easier than a calendar for a day long ago, and the same on every device. */
export function dateFields(
  value: string | undefined,
  { strings, mistake }: Pick<AskContext, 'strings' | 'mistake'>,
): TemplateResult {
  const [year = '', month = '', day = ''] = value?.split('-') ?? [];
  const field = (name: string, label: string, text: string, digits: number): TemplateResult =>
    html`<label class="date-part"
      ><span>${label}</span
      ><input
        name=${name}
        inputmode="numeric"
        autocomplete="off"
        size=${digits}
        maxlength=${digits}
        aria-invalid=${mistake === undefined ? 'false' : 'true'}
        aria-describedby="hint mistake"
        .value=${text.replace(/^0+/, '')}
    /></label>`;
  return html`<div class="date">
    ${field('year', strings.year, year, 4)} ${field('month', strings.month, month, 2)}
    ${field('day', strings.day, day, 2)}
  </div>`;
}

/** What was entered into the three fields, `YYYY-MM-DD`; nothing where that is no day there ever was. */
export function readDate(form: FormData): string | undefined {
  const part = (name: string, digits: number): string =>
    fieldText(form, name).padStart(digits, '0');
  const date = `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
  return parseIsoDate(date) === undefined ? undefined : date;
}

/** A field's text with full-width digits as half-width ones, and no separators. */
export function fieldText(form: FormData, name: string): string {
  const text = form.get(name);
  return typeof text === 'string' ? text.normalize('NFKC').replaceAll(/[\s,、，_円¥]/g, '') : '';
}
