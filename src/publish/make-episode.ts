import { basename, join } from 'node:path';
import { alignerVersion } from '../align/version.ts';
import { type Cast, whoIsHeard } from '../episode/cast.ts';
import type { Known } from '../episode/describe-people.ts';
import { describeProblem } from '../episode/describe-problem.ts';
import { AlongsideError } from '../episode/error.ts';
import { nobody } from '../episode/people.ts';
import type { Show } from '../episode/show.ts';
import type { Speaker } from '../episode/transcript.ts';
import { readChapters } from '../media/chapters.ts';
import { probe } from '../media/probe.ts';
import { readTags } from '../media/tags.ts';
import { contentWith } from '../store/content.ts';
import type { Decided } from '../store/decided.ts';
import { type Details, readDetails } from '../store/details.ts';
import type { Fingerprint, GivenFiles } from '../store/given-files.ts';
import { hashFile, hashOf } from '../store/hash-file.ts';
import { type Manifest, manifestVersion } from '../store/manifest.ts';
import { alignTranscript } from './align-transcript.ts';
import { chooseCast } from './choose-cast.ts';
import { chooseChapters } from './choose-chapters.ts';
import { doubtTimes } from './doubt-times.ts';
import { findSoundbites } from './find-soundbites.ts';
import { makeCover } from './make-cover.ts';
import { makeSound } from './make-sound.ts';
import { makeTranscript } from './make-transcript.ts';
import { type Choice, chooseMetadata, type Metadata } from './metadata.ts';
import { noteFormer } from './note-former.ts';
import { transcriptBefore } from './published-before.ts';
import { refuseDamaged } from './refuse-damaged.ts';
import type { Tools } from './tools.ts';

/** What an episode is made of, and where its derived files go. */
export interface MakeOrder {
  /** Paths of the given files. */
  given: Record<keyof GivenFiles, string | null>;
  /** The folder for derived files. */
  published: string;
  decided: Decided;
  show: Show;
  known: Known;
  /** What was published before; what still holds is not made again. */
  previous: Manifest | null;
  madeFrom: Fingerprint;
  now: Date;
}

/**
 * Makes everything an episode is served from, without publishing it: the caller commits the manifest.
 *
 * @returns the manifest, and what was decided on the way and is to be kept
 * @throws AlongsideError when the recording or `episode.md` cannot be used; whatever else is amiss (a
 *   transcript that cannot be read, a cover that cannot be shown) is a warning and left out
 */
export async function makeEpisode(
  order: MakeOrder,
  tools: Tools,
): Promise<{ manifest: Manifest; decided: Decided }> {
  const { given, decided, show, known, previous, now } = order;
  const { ffmpeg, signal, onStep } = tools;
  const warnings: string[] = [];
  if (given.recording === null) {
    throw new AlongsideError('recording_empty', 'There is no recording.', {
      remedy: 'Put a recording (MP3, M4A, WAV, FLAC, Ogg, Opus …) into the episode’s folder.',
    });
  }
  const recordingName = decided.recordingName ?? basename(given.recording);

  onStep('probe', 0);
  const probed = await probe(ffmpeg, given.recording, { name: recordingName, signal });
  const sha256 = await hashFile(given.recording);
  refuseDamaged(previous, { file: basename(given.recording), madeFrom: order.madeFrom, sha256 });
  const tags = await readTags(given.recording);
  const recorded = probed.chapters ? await readChapters(ffmpeg, given.recording, signal) : [];
  const { details, notes, problems } = given.details
    ? await readDetails(given.details)
    : { details: {} satisfies Details, notes: '', problems: [] };
  warnings.push(...problems.map((problem) => describeProblem('episode.md', problem)));

  onStep('transcript', 0);
  const before = await transcriptBefore(previous, order.published);
  const read = await makeTranscript(
    given.transcript,
    decided.transcriptName,
    before,
    order.published,
    warnings,
  );
  const { metadata, chose } = chooseMetadata(
    {
      ...{ decided, details, tags, show, recordingName },
      transcriptLanguage: read?.transcript.language ?? null,
    },
    now,
  );
  const labels = read?.transcript.speakers ?? [];
  const guessed = previous?.recording.sha256 === sha256 ? previous.cast.guessed : {};
  const cast = chooseCast(metadata, read?.transcript ?? null, guessed, known.people, warnings);
  const heard = whoIsHeard(cast, labels, known);
  const chapters = await chooseChapters(
    { said: metadata.chapters, file: given.chapters, recorded },
    probed.duration ?? Number.POSITIVE_INFINITY,
    warnings,
  );
  const cover = await makeCover(given.cover, tags.cover, order.published, tools, warnings);

  const sound = await makeSound(
    {
      path: given.recording,
      name: recordingName,
      sha256,
      probed,
      published: order.published,
      normalize: decided.normalize,
      inTheFile: {
        title: metadata.title,
        artist: artistOf(cast, labels) || show.author,
        album: show.title,
        date: metadata.date,
        chapters,
        cover: cover && { path: join(order.published, cover.file), hash: cover.hash },
      },
      previous,
    },
    tools,
  );

  const doubt = read && doubtTimes(read.transcript, sound.audio.duration);
  if (doubt !== null) warnings.push(doubt);
  const timed =
    read &&
    (await alignTranscript(
      {
        recording: { path: given.recording, sha256, duration: sound.audio.duration },
        ...{ read, language: metadata.language, previous, before },
      },
      tools,
      warnings,
    ));
  const transcript = timed?.transcript ?? null;
  const { duration } = sound.audio;
  const soundbites = findSoundbites(metadata.soundbites, timed?.said ?? null, duration, warnings);

  onStep('commit', 0);
  const { speakers: _speakers, people: _people, ...shown } = metadata;
  const said = { ...shown, notes, chapters, soundbites, guid: decided.guid };
  // The same aligner times the same words alike; by its version, not to the last digit of every time, for
  // another machine's ffmpeg may differ there, and a copied show must not be dated anew for that.
  const words =
    timed?.alignment.verdict === 'aligned' ? [read?.given, alignerVersion] : read?.given;
  const own = hashOf(
    JSON.stringify([said, sound.audio.sha256, words ?? null, cover?.hash ?? null]),
  );
  const content = contentWith(own, heard);
  const changed =
    decided.changed?.content === content ? decided.changed : { content, at: now.toISOString() };
  const { noted, correction } = await noteFormer(
    decided,
    previous,
    before,
    timed && { published: timed.transcript, said: timed.said, given: read.given },
    order.published,
    now,
  );
  const kept: Decided = { ...noted, ...dateOf(decided, metadata, chose), changed };
  const manifest: Manifest = {
    version: manifestVersion,
    madeFrom: order.madeFrom,
    madeWith: madeWith(show, kept),
    recording: { name: recordingName, sha256 },
    soundKey: sound.key,
    soundWarnings: sound.warnings,
    alignKey: timed?.key ?? null,
    tuning: timed?.tuning ?? null,
    formerSlugs: decided.formerSlugs,
    episode: {
      ...said,
      changed: changed.at,
      corrected: kept.versions.findLast((version) => version.corrected)?.until ?? null,
      audio: sound.audio,
      waveform: sound.waveform,
      transcript,
      cover,
    },
    cast,
    content: { own, all: content },
    report: {
      chose,
      warnings: [...warnings, ...sound.warnings],
      problems: read?.problems ?? [],
      alignment: timed?.alignment ?? null,
      correction,
    },
  };
  return { manifest, decided: kept };
}

/** Hash of what goes into an episode besides its own files. Its people do not: they are looked up. */
export function madeWith(
  { title, author, language, explicit }: Pick<Show, 'title' | 'author' | 'language' | 'explicit'>,
  decided: Decided,
): string {
  return hashOf(JSON.stringify([title, author, language, explicit, decided]));
}

/** The date as it was decided first, and where it came from. */
function dateOf(decided: Decided, metadata: Metadata, chose: Choice[]) {
  const { date, dateFrom } = decided;
  if (date !== null) return { date, dateFrom };
  const from = chose.find(({ field }) => field === 'date')?.from ?? null;
  return { date: metadata.date, dateFrom: from };
}

/** Only names that the episode has of its own: renaming somebody in the show must not change its sound. */
function artistOf(cast: Cast, speakers: Speaker[]): string {
  const { people } = whoIsHeard(cast, speakers, { ofShow: [], people: nobody });
  return people.map(({ name }) => name).join(', ');
}
