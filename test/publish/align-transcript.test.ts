import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { describePicture } from '../../src/media/picture.ts';
import { publishFolder, type Workshop } from '../../src/publish/carry-out.ts';
import type { Step } from '../../src/publish/progress.ts';
import { createCatalogue } from '../../src/store/catalogue.ts';
import { createShowIfMissing } from '../../src/store/create-show.ts';
import { dateShow } from '../../src/store/date-show.ts';
import { layoutOf } from '../../src/store/layout.ts';
import { readModel } from '../../src/store/read-bytes.ts';
import { readShow } from '../../src/store/show.ts';
import { timesEvenly, writeWorker } from '../align/write-worker.ts';
import {
  makeRecording,
  manifestOf,
  plainTranscript,
  putEpisode,
  timedTranscript,
  writeOld,
} from '../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir } from '../serve.ts';

const cover = join(import.meta.dirname, '..', '..', 'public', 'default-cover.jpg');
const never = new AbortController().signal;

let episodesDir: string;
let folder: string;
let shop: Workshop;
let steps: Step[];
beforeAll(async () => {
  episodesDir = await newEpisodesDir();
  const layout = layoutOf(episodesDir);
  await createShowIfMissing(layout, cover);
  const catalogue = createCatalogue(
    await dateShow(layout, await readShow(layout, null, describePicture)),
    'secret',
  );
  const ffmpeg = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  const aligner = { workerFile: '', model: async () => new Uint8Array(8) };
  shop = { layout, catalogue, ffmpeg, aligner };
  const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
  folder = await putEpisode(episodesDir, 'talk', files);
  await alignWith(timesEvenly(0.1));
});
afterAll(() => removeEpisodesDir(episodesDir));

async function alignWith(worker: string) {
  shop.aligner.workerFile = await writeWorker(dirname(episodesDir), worker);
}

async function publish(signal = never) {
  steps = [];
  await publishFolder('talk', shop, (step) => void steps.push(step), signal);
  const manifest = await manifestOf(episodesDir, 'talk');
  const { file = '' } = manifest.episode.transcript ?? {};
  const model = await readModel(join(episodesDir, 'talk', 'published', file));
  const words = model.turns.flatMap((turn) => turn.paragraphs.flatMap((one) => one.words));
  return { ...manifest.episode, report: manifest.report, words };
}

/** A worker that answers with what it was given as the transcript before. */
const tellsOfPrevious = `
  const { transcript, previous } = order;
  const alignment = { verdict: 'aligned', reason: null, words: 2, found: 2 };
  const nothing = { unwritten: [], unspoken: [], uncertain: [], shifts: [] };
  const made = previous ?? { transcript: { ...transcript, turns: [] }, tuning: null };
  const aligned = { ...made, alignment: { ...alignment, ...nothing } };
  port.postMessage({ say: 'aligned', aligned });
  setInterval(() => {}, 1000);`;

/** A worker that times each word, one after another, and says so. */
const allFound = timesEvenly(0.1).replace('found: 0', 'found: words.length');

const forget = () => rm(join(folder, 'published'), { recursive: true });

describe('an episode with a transcript, in the order its publisher might change it,', () => {
  let changed: string;

  test('is published with the times of its words, and with what came of looking for them', async () => {
    const episode = await publish();
    expect(episode.transcript).toMatchObject({ timing: 'words', words: 20 });
    expect(episode.words[1]).toMatchObject({ text: 'morning.', start: 0.1, confidence: 0.5 });
    expect(episode.report.alignment).toMatchObject({ verdict: 'aligned', words: 20 });
    expect(steps.indexOf('align')).toBeGreaterThan(steps.indexOf('measure'));
  });

  test('is not aligned again for another title', async () => {
    await writeOld(join(folder, 'episode.md'), '---\ntitle: Renamed\n---\n');
    const episode = await publish();
    expect(steps).not.toContain('align');
    expect(episode).toMatchObject({ title: 'Renamed', report: { alignment: { words: 20 } } });
    changed = episode.changed;
  });

  test('keeps its date when the same times come again', async () => {
    await forget();
    expect((await publish()).changed).toBe(changed);
    expect(steps).toContain('align');
  });

  test('is published as it is where the aligner fails', async () => {
    await writeOld(join(folder, 'transcript.txt'), 'R: Good morning.\n');
    await alignWith('throw new Error("out of ideas")');
    const { transcript, report } = await publish();
    expect(transcript).toMatchObject({ timing: 'none', words: 2 });
    expect(report.alignment).toMatchObject({ verdict: 'failed', words: 2, found: 0 });
    expect(report.warnings.join()).toMatch(/No times were computed.*out of ideas.*stays as given/);
  });

  test('is tried again after a failure, and changes its date when its times come', async () => {
    const { changed: before } = (await manifestOf(episodesDir, 'talk')).episode;
    await alignWith(timesEvenly(0.1));
    const { transcript, changed: after } = await publish();
    expect(transcript?.timing).toBe('words');
    expect(after > before).toBe(true);
  });

  test('is aligned with what it was before at hand once its words are corrected', async () => {
    await alignWith(tellsOfPrevious);
    await writeOld(join(folder, 'transcript.txt'), 'R: Good evening.\n');
    expect((await publish()).words).toMatchObject([
      { text: 'Good', start: 0, end: 0.1, confidence: 0.5 },
      { text: 'morning.', start: 0.1, end: 0.2, confidence: 0.5 },
    ]);
  });

  test('keeps the times of all other words where a correction cannot be looked for', async () => {
    await forget();
    await alignWith(allFound);
    await publish();
    await writeOld(join(folder, 'transcript.txt'), 'R: Good late evening.\n');
    await alignWith('throw new Error("out of ideas")');
    const { transcript, report, words } = await publish();
    expect(transcript?.timing).toBe('words');
    expect(words.map(({ start }) => start)).toEqual([0, null, 0.1]);
    expect(report.alignment).toMatchObject({ verdict: 'aligned', words: 3, found: 2 });
    expect(report.warnings.join()).toMatch(/What was corrected has no times yet.*out of ideas/);
  });

  test('is looked for again then, with what is known', async () => {
    await alignWith(tellsOfPrevious);
    expect((await publish()).words.map(({ start }) => start)).toEqual([0, null, 0.1]);
    expect(steps).toContain('align');
    await publish();
    expect(steps).not.toContain('align');
  });

  test('is aligned without that where it was of another recording', async () => {
    await makeRecording(join(folder, 'recording.mp3'), { hz: 660 });
    expect((await publish()).words).toEqual([]);
  });

  test('keeps the times it brought where they do not fit, with a warning', async () => {
    await rm(join(folder, 'transcript.txt'));
    await writeOld(join(folder, 'transcript.vtt'), timedTranscript);
    await alignWith(timesEvenly(0, 'refused'));
    const { report, words } = await publish();
    expect(words[0]).toMatchObject({ text: 'Good', start: 0.1 });
    expect(report.warnings.join()).toContain('Hardly a word was found. The transcript stays');
  });

  test('is not published while it is stopped in the middle', async () => {
    await forget();
    await alignWith('for (;;);');
    const stop = new AbortController();
    const onStep = (step: Step) => {
      if (step === 'align') setTimeout(() => stop.abort(), 50);
    };
    const work = publishFolder('talk', shop, onStep, stop.signal);
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    await expect(manifestOf(episodesDir, 'talk')).rejects.toThrow();
  });
});
