import { cdp } from 'vitest/browser';

/** Looks at the page as with a system's contrast theme, until called with `false`. */
export async function forceColours(isForced: boolean): Promise<void> {
  const features = [{ name: 'forced-colors', value: isForced ? 'active' : 'none' }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
}
