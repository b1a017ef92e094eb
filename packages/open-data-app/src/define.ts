import { defineElement } from '@yokoten/ui';
import { OpenDataApp } from './element/open-data-app.ts';
import type { AppParts } from './parts.ts';

/** Registers `<open-data-app>` with the parts that are the app's own. */
export function defineApp(parts: AppParts = {}): void {
  defineElement(
    'open-data-app',
    class extends OpenDataApp {
      override parts = parts;
    },
  );
}
