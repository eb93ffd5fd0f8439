import { whoIsHeard } from '../episode/cast.ts';
import type { Known } from '../episode/describe-people.ts';
import type { Episode, PublishedTranscript } from '../episode/episode.ts';
import type { Speaker } from '../episode/transcript.ts';
import { hashOf } from './hash-file.ts';
import type { Manifest } from './manifest.ts';

/** An episode as its manifest has it, with those who are heard looked up. */
export function episodeOf(slug: string, manifest: Manifest, known: Known): Episode {
  const { episode, cast } = manifest;
  const { people, speakers } = whoIsHeard(cast, episode.transcript?.speakers ?? [], known);
  const transcript = episode.transcript && withNames(episode.transcript, speakers);
  return { ...episode, slug, people, transcript };
}

/** Other names make another transcript, which apps fetch only under another hash. */
function withNames(transcript: PublishedTranscript, speakers: Speaker[]): PublishedTranscript {
  const asGiven = transcript.speakers.every(({ name }, at) => name === speakers[at]?.name);
  const hash = asGiven ? transcript.hash : hashOf(JSON.stringify([transcript.hash, speakers]));
  return { ...transcript, speakers, hash };
}
