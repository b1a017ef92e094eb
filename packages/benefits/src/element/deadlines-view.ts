import { formatDate } from '@yokoten/standard';
import { html, nothing, type TemplateResult } from 'lit';
import type { Deadline, Programme } from '../model/programme.ts';
import { said, type WholeContext } from './context.ts';
import { ageDeadlines } from './age-deadline.ts';
import { memberName } from './member-words.ts';

/** Until when to apply, one line for each deadline and member. */
export function deadlinesView(programme: Programme, context: WholeContext): TemplateResult {
  const { strings, texts } = context;
  const { deadlines = [] } = programme;
  if (deadlines.length === 0) return html`<p>${strings.noDeadline}</p>`;
  const words = texts.programmes[programme.id]?.deadlines ?? {};
  return html`<ul class="dots">
    ${deadlines.map((deadline) => {
      const written = words[deadline.id];
      return html`<li>
        ${linesOf(deadline, programme, context).map((line) => html`<span class="line-text">${line}</span> `)}
        ${written === undefined ? nothing : said(written, context)}
      </li>`;
    })}
  </ul>`;
}

function linesOf(
  deadline: Deadline,
  { id }: Programme,
  context: WholeContext,
): readonly (TemplateResult | string)[] {
  const { strings, language, texts, state, check } = context;
  switch (deadline.kind) {
    case 'window': {
      const to = formatDate(deadline.to, language);
      return [
        deadline.from === undefined
          ? strings.by(to)
          : strings.between(formatDate(deadline.from, language), to),
      ];
    }
    case 'yearly': {
      const from = deadline.from && dayOfYear(deadline.from, language);
      return [strings.everyYear(from, dayOfYear(deadline.to, language))];
    }
    case 'age': {
      const found = ageDeadlines(deadline, state.members, check.date);
      if (found.length === 0) return [strings.monthsAfterBirth(deadline.months)];
      return found.map(({ member, date }) =>
        strings.byMember(memberName(member, state.members, context), formatDate(date, language)),
      );
    }
    case 'event': {
      const event = texts.programmes[id]?.events?.[deadline.event] ?? deadline.event;
      return [said(strings.daysAfter(event, deadline.days), context)];
    }
  }
}

/** `06-30` as a day without a year. */
function dayOfYear(day: string, language: string): string {
  const tag = language === 'ja-simple' ? 'ja' : language;
  return new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`2024-${day}T00:00:00Z`),
  );
}
