import type { nothing, TemplateResult } from 'lit';
import { aboutView } from './about-view.ts';
import type { WholeContext } from './context.ts';
import { programmeView } from './programme-view.ts';
import { resultsView } from './results-view.ts';
import { saveView } from './save-view.ts';
import type { Screen } from './screen.ts';
import { unlockView } from './unlock-view.ts';
import { whatIfView } from './what-if-view.ts';

/** A screen that nothing is asked on. */
export function lateScreen(screen: Screen, context: WholeContext): TemplateResult | typeof nothing {
  switch (screen.name) {
    case 'programme':
      return programmeView(screen.id, context);
    case 'what-if':
      return whatIfView(screen, context);
    case 'save':
      return saveView(screen, context);
    case 'unlock':
      return unlockView(screen, context);
    case 'about':
      return aboutView(context);
    default:
      return resultsView(context);
  }
}
