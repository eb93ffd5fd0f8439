import { join } from 'node:path';
import { imageSize } from 'image-size';
import { expect, test } from 'vitest';
import { findDrawing } from '../../src/media/draw-picture.ts';
import { drawCard } from '../../src/render/card.tsx';
import { anEpisode, aShow, aTranscript } from '../render/an-episode.ts';

const workerFile = join(import.meta.dirname, '..', '..', 'dist', 'draw-worker.js');
const parts = { show: aShow(), transcript: aTranscript(), peaks: [1, 50, 100] };

test('a card becomes a PNG of its size', async () => {
  const draw = await findDrawing(workerFile);
  const { svg } = drawCard({ ...parts, episode: anEpisode({ title: '<b>Żółć</b> ]]> Ωμέγα 🔔' }) });
  const png = await draw?.(svg);
  expect(imageSize(png ?? new Uint8Array())).toMatchObject({
    type: 'png',
    width: 1200,
    height: 630,
  });
});

test('what cannot be drawn is none, and says nothing', async () => {
  const draw = await findDrawing(workerFile);
  expect(await draw?.('<svg')).toBeNull();
  const nowhere = await findDrawing(`${workerFile}.not-there`);
  expect(await nowhere?.('<svg/>')).toBeNull();
});
