import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { type StartedApp, startApp } from '../serve.ts';

/** A transcript for an episode of forty seconds of noise. */
export interface MadeEpisode {
  /** Name and text of the file; left out for an episode without words. */
  transcript?: [name: string, text: string];
  /** What `episode.md` says before its notes, line by line. */
  facts?: string[];
}

/** A show of such episodes on a running server, for the tests of a file. */
export function useShow(episodes: Record<string, MadeEpisode>): { page(slug: string): string } {
  let app: StartedApp;
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'alongside-browser-'));
    const recording = await makeRecording(home);
    const episodesDir = join(home, 'episodes');
    for (const [slug, { transcript, facts = [] }] of Object.entries(episodes)) {
      const folder = join(episodesDir, slug);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'recording.mp3'), recording);
      await writeFile(join(folder, 'episode.md'), ['---', ...facts, '---', ''].join('\n'));
      if (transcript) await writeFile(join(folder, ...transcript.slice(0, 1)), transcript[1]);
    }
    app = await startApp({ episodesDir });
  });
  afterAll(async () => {
    await app?.close();
    await rm(home, { recursive: true, force: true });
  });
  return { page: (slug) => `${app.url}/episodes/${slug}/` };
}

/**
 * A word every tenth of a second, forty a turn, Ann and Ben in turns, and four seconds of silence in the
 * middle: `w7` is spoken at 0.7 s, and from `w180` at 22 s on everything is four seconds later.
 */
export const everyTenth: [name: string, text: string] = [
  'transcript.json',
  JSON.stringify({
    version: '1.0.0',
    segments: Array.from({ length: 360 }, (_, number) => ({
      speaker: Math.floor(number / 40) % 2 === 0 ? 'Ann Leaf' : 'Ben Root',
      startTime: startOfWord(number),
      endTime: startOfWord(number) + 0.1,
      body: wordAt(number),
    })),
  }),
];

/** Seconds. */
export function startOfWord(number: number): number {
  return Math.round(number + (number < 180 ? 0 : 40)) / 10;
}

/** Some have letters that searches stumble over. */
export function wordAt(number: number): string {
  return { 5: 'Café', 47: 'e-mail', 52: 'don’t', 230: 'café,', 300: '(b)' }[number] ?? `w${number}`;
}

/** Three chapters, at 0, 10 and 30 seconds. */
async function makeRecording(home: string): Promise<Buffer> {
  const chapters = join(home, 'chapters.txt');
  const bounds: [string, number, number][] = [
    ['Roots', 0, 10],
    ['Leaves', 10, 30],
    ['Fruit', 30, 40],
  ];
  await writeFile(
    chapters,
    `;FFMETADATA1\n${bounds
      .map(
        ([title, start, end]) =>
          `[CHAPTER]\nTIMEBASE=1/1\nSTART=${start}\nEND=${end}\ntitle=${title}\n`,
      )
      .join('')}`,
  );
  const noise = 'anoisesrc=d=40:c=pink:a=0.1:r=22050:seed=7';
  const { stdout } = await promisify(execFile)(
    process.env.FFMPEG_PATH ?? 'ffmpeg',
    `-v error -f lavfi -i ${noise} -i ${chapters} -map_metadata 1 -b:a 48k -id3v2_version 3 -f mp3 -`.split(
      ' ',
    ),
    { encoding: 'buffer' },
  );
  return stdout;
}
