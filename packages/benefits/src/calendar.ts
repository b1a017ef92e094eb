export { type CalendarEvent, type CalendarOptions, toICalendar } from './calendar/i-calendar.ts';
export { listedEvents } from './calendar/listed-events.ts';
export {
  type EventOptions,
  programmeEvents,
  type ProgrammeEventOptions,
} from './calendar/programme-events.ts';
export type {
  AgeCertainty,
  AgeWindow,
  ListedLink,
  ListedProgramme,
  Listing,
  ListingIndex,
  Span,
} from './listing/model.ts';
