import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { hashFile } from '../../src/store/hash-file.ts';
import { type CommandResult, startCommand } from '../cli/run-upload.ts';
import { makeLarge, manifestOf, plainTranscript, putEpisode } from '../sample-episode.ts';
import {
  newEpisodesDir,
  removeEpisodesDir,
  type SpawnedServer,
  spawnServer,
  startApp,
} from '../serve.ts';
import { expectWhole } from './kill-points.ts';

const corrected = plainTranscript.replace('a small room', 'a small hut');
const large = 48 << 20;
/** Commands take about as long here, ms; a kill comes at some moment of it. */
const span = 3000;
const most = 4;

/** What a publisher does, and what must be true once it has succeeded. */
const deeds = {
  'an upload': {
    args: ['upload', 'large.m4a', '--slug', 'large'],
    holds: async (dir: string, given: string) => {
      const { episode } = await manifestOf(dir, 'large');
      expect(episode.audio.sha256).toBe(await hashFile(join(given, 'large.m4a')));
    },
  },
  'a correction': {
    args: ['episode', 'correct', 'talk', 'corrected.txt'],
    holds: async (dir: string) => {
      const { transcript } = (await manifestOf(dir, 'talk')).episode;
      const copy = join(dir, 'talk', 'published', transcript?.copy ?? '');
      expect(await readFile(copy, 'utf8')).toBe(corrected);
      const history = join(dir, 'talk', 'history');
      const [former = ''] = await readdir(history);
      expect(await readFile(join(history, former), 'utf8')).toBe(plainTranscript);
      const decided = JSON.parse(await readFile(join(dir, 'talk', 'episode.json'), 'utf8'));
      expect(decided.versions).toHaveLength(1);
    },
  },
  'another recording': {
    args: ['episode', 'replace', 'talk', 'large.m4a'],
    holds: async (dir: string, given: string) => {
      const { episode } = await manifestOf(dir, 'talk');
      expect(episode.audio.sha256).toBe(await hashFile(join(given, 'large.m4a')));
    },
  },
} as const;
type Deed = keyof typeof deeds;
const victims = ['server', 'command', 'both'] as const;

export interface Moments {
  /** Does something, kills somebody meanwhile, does it again until it succeeds, and looks at what there is. */
  expectSurvival(seed: number): Promise<void>;
  clear(): Promise<void>;
}

/** A show with one episode in it, and files to send to it. */
export async function prepareMoments(): Promise<Moments> {
  const given = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  await makeLarge(join(given, 'large.m4a'), large);
  await writeFile(join(given, 'corrected.txt'), corrected);
  const template = await newEpisodesDir();
  const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
  await putEpisode(template, 'talk', files, { hz: 300 });
  await (await startApp({ episodesDir: template })).stop();

  return {
    async expectSurvival(seed) {
      const chance = chanceOf(seed);
      const deed = pick(Object.keys(deeds) as Deed[], chance());
      const victim = pick(victims, chance());
      const [moment, edit] = [chance() * span, chance() * span];
      const where = `seed ${seed}: ${deed}, ${victim} killed after ${Math.round(moment)} ms`;
      const episodesDir = await newEpisodesDir();
      await cp(template, episodesDir, { recursive: true, preserveTimestamps: true });
      const { guid } = (await manifestOf(episodesDir, 'talk')).episode;

      let server = await spawnServer({ episodesDir });
      const editing = sleep(edit).then(() => editByHand(episodesDir));
      const result = await disturbed(deed, victim, moment);
      await editing;
      await expectWhole(episodesDir, where);
      expect([where, result.code, result.stderr]).toEqual([where, 0, result.stderr]);
      await deeds[deed].holds(episodesDir, given);
      // Whoever was killed, what was edited by hand is taken over, and the episode is still itself.
      const about = async () => (await manifestOf(episodesDir, 'talk')).episode;
      await expect.poll(async () => (await about()).title, slow).toBe('By hand');
      expect([where, (await about()).guid]).toEqual([where, guid]);
      const incoming = join(episodesDir, '.incoming');
      expect([where, await readdir(join(incoming, 'jobs'))]).toEqual([where, []]);
      await server.stop();
      await removeEpisodesDir(episodesDir);

      async function disturbed(name: Deed, whom: (typeof victims)[number], after: number) {
        const running = start(name, server);
        await sleep(after);
        if (whom !== 'server') running.child.kill('SIGKILL');
        if (whom !== 'command') {
          const port = Number(new URL(server.url).port);
          await server.kill();
          await expectWhole(episodesDir, where);
          server = await spawnServer({ episodesDir, port });
        }
        let done: CommandResult = await running.done;
        for (let tries = 1; done.code !== 0 && tries < most; tries += 1) {
          done = await start(name, server).done;
        }
        return done;
      }
    },
    async clear() {
      await removeEpisodesDir(template);
      await rm(given, { recursive: true, force: true });
    },
  };

  function start(deed: Deed, server: SpawnedServer) {
    const [command, ...rest] = deeds[deed].args;
    const args = rest.map((arg) => (/^\w+\.\w+$/.test(arg) ? join(given, arg) : arg));
    return startCommand(command, server, args);
  }
}

const slow = { timeout: 60_000, interval: 200 };

function editByHand(episodesDir: string) {
  return writeFile(join(episodesDir, 'talk', 'episode.md'), '---\ntitle: By hand\n---\n');
}

/** Numbers from 0 to 1, the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function pick<T>(all: readonly T[], chance: number): T {
  return all[Math.min(all.length - 1, Math.floor(chance * all.length))] as T;
}
