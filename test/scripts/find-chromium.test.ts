import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-chromium-'));
  for (const name of ['chromium', 'google-chrome', 'mine']) {
    await writeFile(join(folder, name), '#!/bin/sh\n');
    await chmod(join(folder, name), 0o755);
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe('findChromium', () => {
  it('takes the program CHROMIUM_PATH names before any on PATH', async () => {
    const found = await findChromium({ CHROMIUM_PATH: join(folder, 'mine'), PATH: folder });
    expect(found.executablePath).toBe(join(folder, 'mine'));
  });

  it('says so when CHROMIUM_PATH names nothing, and does not look further', async () => {
    const wrong = { CHROMIUM_PATH: join(folder, 'nothing'), PATH: folder };
    await expect(findChromium(wrong)).rejects.toMatchObject({ code: 'setting_invalid' });
  });

  it('finds Chromium on PATH', async () => {
    const found = await findChromium({ PATH: `/nowhere:${folder}` });
    expect(found.executablePath).toBe(join(folder, 'chromium'));
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'brings its own where none is installed, even when two ask at once',
    async () => {
      const none = { ...process.env, PATH: '/nowhere', CHROMIUM_PATH: '' };
      const [one, other] = await Promise.all([findChromium(none), findChromium(none)]);
      expect(one.executablePath).toBe(other.executablePath);
      const browser = await chromium.launch(one);
      const page = await browser.newPage();
      await page.setContent('<h1>Side by side</h1>');
      expect(await page.textContent('h1')).toBe('Side by side');
      await browser.close();
    },
    120_000,
  );
});
