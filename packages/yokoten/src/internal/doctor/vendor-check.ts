import { vendorGaps, type VendorGap } from '../vendor/check-vendor.ts';
import { NPM_LOCK, readNpmLock } from '../vendor/npm-lock.ts';
import { recordedPlatforms, VENDOR_RECORD } from '../vendor/vendor-record.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { found, type Check } from './check.ts';

/** Stored packages that are not what an installation takes: without network the app would not build. */
export const vendorStale: Check = {
  code: 'yokoten/vendor-stale',
  title: { ja: '保管したパッケージ', en: 'stored packages' },
  source: '20 checks for municipal forks, no. 17; npm ci of a stale folder asks the network',
  async run({ root }) {
    const [record, lock] = await Promise.all(
      [VENDOR_RECORD, NPM_LOCK].map((path) =>
        readFile(join(root, path), 'utf8').catch(() => undefined),
      ),
    );
    if (record === undefined) return [];
    const gaps: readonly VendorGap[] =
      lock === undefined
        ? [{ kind: 'missing', what: NPM_LOCK }]
        : await vendorGaps(root, readNpmLock(lock).packages, recordedPlatforms(record));
    const some = gaps.slice(0, 3).map(({ what }) => what);
    if (some.length === 0) return [];
    const names = some.join(', ') + (gaps.length > some.length ? ' …' : '');
    return [
      found(
        'problem',
        `保管したパッケージが、package-lock.json と合っていません（${names}）。「npx yokoten vendor」を実行してください。`,
        `The stored packages are not what package-lock.json wants (${names}). Run npx yokoten vendor.`,
        { path: VENDOR_RECORD },
      ),
    ];
  },
};
