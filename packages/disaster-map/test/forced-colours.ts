import { cdp } from 'vitest/browser';

/** Looks at the page as with a system's dark contrast theme, until called with `false`. */
export async function forceColours(isForced: boolean): Promise<void> {
  const features = [
    { name: 'forced-colors', value: isForced ? 'active' : 'none' },
    { name: 'prefers-color-scheme', value: isForced ? 'dark' : 'light' },
  ];
  await cdp().send('Emulation.setEmulatedMedia', { features });
  if (matchMedia('(forced-colors: active)').matches !== isForced)
    throw new Error('the browser does not force colours');
}
