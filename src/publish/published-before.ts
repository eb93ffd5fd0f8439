import { join } from 'node:path';
import type { Transcript } from '../episode/transcript.ts';
import type { Manifest } from '../store/manifest.ts';
import { readWholeModel } from '../store/read-bytes.ts';

/**
 * The transcript that was published last, with its times. Null where there was none, or where the disk has
 * changed it: times that are wrong must not be handed on.
 *
 * @param published the episode's folder of derived files
 */
export async function transcriptBefore(
  previous: Manifest | null,
  published: string,
): Promise<Transcript | null> {
  const transcript = previous?.episode.transcript ?? null;
  return transcript && readWholeModel(join(published, transcript.file), transcript.hash);
}
