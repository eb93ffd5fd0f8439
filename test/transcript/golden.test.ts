import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../src/transcript/read.ts';
import { printReading } from './print-reading.ts';

const golden = join(import.meta.dirname, 'golden');

for (const format of readdirSync(golden)) {
  const folder = join(golden, format);
  const files = readdirSync(folder).filter((name) => !name.endsWith('.expected'));
  describe(`the ${format} files`, () => {
    test.each(files)('%s reads as it did', async (file) => {
      const reading = readTranscript(readFileSync(join(folder, file)), file);
      expect(reading.format).toBe(format);
      await expect(printReading(reading)).toMatchFileSnapshot(join(folder, `${file}.expected`));
    });
  });
}
