import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kernelModule } from '../../../scripts/acoustic-model/kernel-module.ts';

const root = join(import.meta.dirname, '..', '..', '..');

test('the kernel is what its text says', async () => {
  const kept = readFileSync(join(root, 'src', 'align', 'model', 'kernel.ts'), 'utf8');
  expect(await kernelModule()).toBe(kept);
});
