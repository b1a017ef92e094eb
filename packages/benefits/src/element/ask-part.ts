// Loaded with the first question, whatever is answered: only on the pack and the language hangs what is fetched.
import type { LazyViews } from './context.ts';

export { askingOf } from '../ask/next.ts';
export { reduce } from '../ask/reduce.ts';
export { prefill } from '../exchange/prefill.ts';
export { openQuestions } from '../open/questions.ts';
export { questionForm } from './question-view.ts';
export { question as askStyles } from './styles/question.ts';

/** Loads what tells results; after this part, so that a bundler need not cut out what both use. */
export const loadViews = (): Promise<LazyViews> => import('./lazy-views.ts');
