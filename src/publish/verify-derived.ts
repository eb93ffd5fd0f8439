import { setTimeout as sleep } from 'node:timers/promises';
import { AlongsideError, describeError } from '../episode/error.ts';
import { checkDerived, checkRecording, distrustDerived } from '../store/check-derived.ts';
import { episodeFolder } from '../store/layout.ts';
import { filesOf, type Manifest } from '../store/manifest.ts';
import type { Workshop } from './carry-out.ts';
import type { PublisherLog } from './publisher.ts';

export interface Verifying {
  busy(): string[];
  /** Publishes a folder anew. */
  republish(slug: string): void;
  log: PublisherLog;
  /** How long to wait before the first file, ms. */
  begin?: number;
  /** How often each file is looked at, ms. */
  every?: number;
}

/** So many times as long as a piece took, nothing is done: three parts in a hundred of one core. */
const restFactor = 30;

const aDay = 24 * 3_600_000;

/**
 * Reads every derived file through, one after another and slowly, once after the start and then once a day.
 * Where one is not what its name says the episode is made anew, and readers have the damaged one until then;
 * unless the recording is damaged as well: then all stays as it is, and the log says so.
 *
 * @returns what looks at one episode at once, and what ends it
 */
export function verifyDerived(
  { layout, catalogue }: Pick<Workshop, 'layout' | 'catalogue'>,
  { busy, republish, log, begin = 10_000, every = aDay }: Verifying,
): { look(slug: string): Promise<void>; stop(): Promise<void> } {
  const stop = new AbortController();
  const wait = (ms: number) => sleep(ms, undefined, { signal: stop.signal, ref: false });
  const rest = (took: number): Promise<void> => wait(took * restFactor);
  /** Until nothing is amiss any more, each thing is told once. */
  const told = new Set<string>();
  const tellOnce = (path: string, message: string) => {
    if (!told.has(path)) log.error({ path }, message);
    told.add(path);
  };

  async function verify(slug: string, manifest: Manifest, name: string, pace = rest) {
    const folder = episodeFolder(layout, slug);
    const path = `${slug}/published/${name}`;
    const isOurs = () => catalogue.manifest(slug) === manifest && !busy().includes(slug);
    try {
      const found = await checkDerived(folder, manifest, name, pace);
      if (found === 'good') told.delete(path);
      // What was made anew meanwhile is looked at next time.
      if (found !== 'damaged' || !isOurs()) return;
      if ((await checkRecording(folder, manifest, pace)) === 'damaged') {
        const remedy = `Restore the episode: npm run restore -- FILE --slug ${slug} --overwrite`;
        tellOnce(
          path,
          `${path} is damaged, and so is the recording: all was left as it is. ${remedy}`,
        );
        return;
      }
      if (!isOurs()) return;
      catalogue.put(slug, await distrustDerived(folder, manifest, name));
      log.error({ path }, `${path} was damaged and is made anew.`);
      republish(slug);
    } catch (error) {
      if (stop.signal.aborted) throw error;
      if (error instanceof AlongsideError) {
        tellOnce(path, `${path} is damaged and cannot be made anew. ${describeError(error)}`);
        return;
      }
      const { code, message } = error as NodeJS.ErrnoException;
      tellOnce(
        path,
        `${path} cannot be read (${code ?? message}). Check the disk, and its rights.`,
      );
    }
  }

  async function look(slug: string, pace = rest) {
    const first = catalogue.manifest(slug);
    for (const name of first === undefined ? [] : filesOf(first).slice(1)) {
      const manifest = catalogue.manifest(slug);
      if (manifest === undefined || !filesOf(manifest).includes(name)) continue;
      await verify(slug, manifest, name, pace);
      await pace(1);
    }
  }

  async function round() {
    for (const slug of catalogue.slugs()) await look(slug);
  }

  const running = (async () => {
    await wait(begin);
    for (;;) {
      const began = performance.now();
      await round();
      await wait(Math.max(1000, every - (performance.now() - began)));
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) log.error({ err: error }, 'Published files are no longer verified.');
  });

  return {
    look: (slug) => look(slug, () => wait(0)).catch(() => {}),
    async stop() {
      stop.abort();
      await running;
    },
  };
}
