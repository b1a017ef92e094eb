import type { ElementEventMap } from '@yokoten/ui';
import type { ResultDetail } from '../exchange/result-detail.ts';

/** The events of `<benefit-navigator>`. All but `error` bubble and leave shadow roots. */
export interface BenefitNavigatorEvents extends ElementEventMap {
  /** An answer changed what is known. */
  'result-change': CustomEvent<ResultDetail>;
  /** No further answer can change a result. */
  'check-complete': CustomEvent<ResultDetail>;
}

/** An event that bubbles and leaves shadow roots. */
export function navigatorEvent(
  type: 'result-change' | 'check-complete',
  detail: ResultDetail,
): CustomEvent<ResultDetail> {
  return new CustomEvent(type, { detail, bubbles: true, composed: true });
}
