import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const data = here('../../../../shared/data');

test.skipIf(!existsSync(data))(
  'the table is what its generator writes (skipped where ../shared/data is not there)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'municipalities-'));
    try {
      const output = join(folder, 'municipalities.ts');
      execFileSync(process.execPath, [here('../scripts/municipalities.mjs'), data, output]);
      const written = readFileSync(output, 'utf8');
      expect(written === readFileSync(here('../src/generated/municipalities.ts'), 'utf8')).toBe(
        true,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
