export type { Bbox, LngLat, Localized, Observed } from './units.ts';
export { formatDate, japanDate } from './japan-date.ts';
export { parseLocalGovernmentCode, withCheckDigit } from './local-government-code.ts';
export { StandardError, type StandardErrorCode } from './standard-error.ts';
