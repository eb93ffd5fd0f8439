import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFinder } from '../../../src/publish/search/finder.ts';
import { layoutOf } from '../../../src/store/layout.ts';
import { newEpisodesDir } from '../../serve.ts';

test('where the search cannot be begun, who asks is told so, and nobody else notices', async () => {
  const folder = await newEpisodesDir();
  const log: string[] = [];
  const finder = startFinder({
    layout: layoutOf(folder),
    catalogue: { generation: () => 0, episodes: () => [] } as never,
    workerFile: join(folder, 'not-there.js'),
    log: { info() {}, error: (_facts, message) => log.push(message) },
  });
  const question = { asked: 'heron', part: 'said' as const, most: 5 };
  await expect(finder.ask(question)).rejects.toMatchObject({ code: 'search_unavailable' });
  expect(await finder.complete('her', 5)).toEqual([]);
  expect(await finder.speaking('Ada', [])).toBeNull();
  expect(log.length).toBeGreaterThan(0);
  await finder.close();
  await rm(join(folder, '..'), { recursive: true });
});
