// Loaded right after the first screen, whatever is answered: only on the pack and the language hangs what is fetched.
export { lateScreen } from './late-screen.ts';
export { lateStyles } from './late-styles.ts';
export { printView } from './print-view.ts';
export { needsPassphrase, openShared, takeShared } from './shared-answers.ts';
