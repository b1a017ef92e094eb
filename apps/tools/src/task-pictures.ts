import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildWorkspace, install } from './prepare.ts';
import { StepFailed } from './run.ts';

/** `npm run pictures`: takes the pictures of docs/images anew. The background map is left out: nothing is fetched. */
export async function pictures(): Promise<void> {
  await install();
  await buildWorkspace('./packages/*');
  const browser = await findBrowser();
  if (browser === undefined) throw new StepFailed('No browser was found. Set CHROME_PATH.', 2);
  Object.assign(process.env, browser.env, { CHROME_PATH: browser.path });
  const { takePictures } = await import('./pictures.ts');
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-pictures-'));
  try {
    await takePictures(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
