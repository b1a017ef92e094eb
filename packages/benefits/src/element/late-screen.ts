import { nothing, type TemplateResult } from 'lit';
import { aboutView } from './about-view.ts';
import type { PageContext } from './context.ts';
import { wholeContext } from './late-context.ts';
import { programmeView } from './programme-view.ts';
import { saveView } from './save-view.ts';
import type { Screen } from './screen.ts';
import { unlockView } from './unlock-view.ts';
import { whatIfView } from './what-if-view.ts';

/** A screen that is loaded after the first one. */
export function lateScreen(screen: Screen, context: PageContext): TemplateResult | typeof nothing {
  const whole = wholeContext(context);
  switch (screen.name) {
    case 'programme':
      return programmeView(screen.id, whole);
    case 'what-if':
      return whatIfView(screen, whole);
    case 'save':
      return saveView(screen, whole);
    case 'unlock':
      return unlockView(screen, whole);
    case 'about':
      return aboutView(whole);
    default:
      return nothing;
  }
}
