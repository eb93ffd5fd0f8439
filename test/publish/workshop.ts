import { dirname, join } from 'node:path';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { describePicture } from '../../src/media/picture.ts';
import type { Workshop } from '../../src/publish/carry-out.ts';
import { createCatalogue } from '../../src/store/catalogue.ts';
import { createShowIfMissing } from '../../src/store/create-show.ts';
import { dateShow } from '../../src/store/date-show.ts';
import { layoutOf } from '../../src/store/layout.ts';
import { readShow } from '../../src/store/show.ts';
import { timesEvenly, writeWorker } from '../align/write-worker.ts';
import { newEpisodesDir } from '../serve.ts';

const cover = join(import.meta.dirname, '..', '..', 'public', 'default-cover.jpg');

/** What publishing needs, with a new show and an aligner that finds every word. */
export async function newWorkshop(): Promise<Workshop> {
  const episodesDir = await newEpisodesDir();
  const layout = layoutOf(episodesDir);
  await createShowIfMissing(layout, cover);
  const show = await dateShow(layout, await readShow(layout, null, describePicture));
  const workerFile = await writeWorker(dirname(episodesDir), timesEvenly(0.1));
  return {
    layout,
    catalogue: createCatalogue(show, 'secret'),
    ffmpeg: await findFfmpeg(process.env.FFMPEG_PATH ?? null),
    aligner: { workerFile, model: async () => new Uint8Array(8) },
  };
}
