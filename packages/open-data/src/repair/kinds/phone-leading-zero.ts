import { lacksZero } from '../internal/phone.ts';
import { plainKind, type CellKind } from '../kind.ts';

/** A phone number without its first zero, where the number of digits proves it. */
export const phoneLeadingZero: CellKind = plainKind('open-data/lost-leading-zero', (text) =>
  lacksZero(text) ? { after: `0${text}`, confidence: 0.95 } : undefined,
);
