export type { Bbox, LngLat, Localized, Observed } from './units.ts';
export { formatDate } from './japan-date.ts';
export { formatDay, japanDate } from './japan-day.ts';
export { type Facts, LateError, type Sentences, tellErrors } from './late-error.ts';
export { parseLocalGovernmentCode, withCheckDigit } from './local-government-code.ts';
export { StandardError, type StandardErrorCode } from './standard-error.ts';
