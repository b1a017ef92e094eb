// Loaded with the first question, whatever is answered: only on the pack and the language hangs what is fetched.
import '../sentences.ts';

export { resultDetail } from '../exchange/result-detail.ts';
export { askAgain } from './answered.ts';
export { answersView } from './answers-view.ts';
export { wholeContext } from './late-context.ts';
export { lateScreen } from './late-screen.ts';
export { lateStyles } from './late-styles.ts';
export { moneyBar, moneyLine } from './money-bar.ts';
export { printView } from './print-view.ts';
export { needsPassphrase, openShared, takeShared } from './shared-answers.ts';
export { tell } from './tell.ts';
