import { buildWorkspace, install } from './prepare.ts';

/** `npm run build`: every package, app and template. */
export async function build(args: string[]): Promise<void> {
  await install();
  await buildWorkspace(...args);
  console.log('Built.');
}
