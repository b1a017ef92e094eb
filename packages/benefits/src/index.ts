export type * from './model.ts';
export { BenefitNavigator } from './element/benefit-navigator.ts';
export type { BenefitNavigatorEvents } from './element/navigator-events.ts';
export type { Prefill } from './exchange/prefill.ts';
export type { ResultDetail } from './exchange/result-detail.ts';
