import { basename } from 'node:path';
import type { PublishedTranscript } from '../episode/episode.ts';
import { AlongsideError, describeError } from '../episode/error.ts';
import { type Problem, type Transcript, timingOf, wordsOf } from '../episode/transcript.ts';
import { makeDerived } from '../store/derived-file.ts';
import { plainEnding } from '../store/given-files.ts';
import { hashOf } from '../store/hash-file.ts';
import { readBytes, smallFiles } from '../store/read-bytes.ts';
import { readGiven } from './read-given.ts';

export interface ReadTranscript {
  transcript: Transcript;
  problems: Problem[];
  /** Hash of the file as given. */
  given: string;
  /** Writes the model as it is to be published, its speakers under the names the file has for them. */
  store(transcript: Transcript): Promise<PublishedTranscript>;
}

/**
 * Reads the transcript, if there is one that can be read; otherwise the episode is published without,
 * with a warning that says why.
 *
 * @param name the file's name as the publisher knew it
 * @param before the transcript as it was published last
 */
export async function makeTranscript(
  path: string | null,
  name: string | null,
  before: Transcript | null,
  published: string,
  warnings: string[],
): Promise<ReadTranscript | null> {
  if (path === null) {
    warnings.push('There is no transcript yet. Add one with --transcript FILE.');
    return null;
  }
  const named = name ?? basename(path);
  try {
    const bytes = await readBytes(path, { ...smallFiles.transcript, name: named });
    const { transcript, problems } = readGiven(bytes, named, before);
    return {
      transcript,
      problems,
      given: hashOf(bytes),
      store: (model) => store(model, { path, bytes }, published),
    };
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    warnings.push(`The transcript was left out. ${describeError(error)}`);
    return null;
  }
}

async function store(
  transcript: Transcript,
  given: { path: string; bytes: Uint8Array },
  published: string,
): Promise<PublishedTranscript> {
  const name = basename(given.path);
  const ending = (plainEnding(name) ?? '.txt').slice(1);
  const copy = await makeDerived(published, { stem: 'given', ending }, given.bytes);
  const { file, sha256 } = await makeDerived(
    published,
    { stem: 'transcript', ending: 'json' },
    JSON.stringify(transcript),
  );
  return {
    file,
    given: name,
    copy: copy.file,
    hash: sha256,
    timing: timingOf(transcript),
    words: [...wordsOf(transcript)].length,
    turns: transcript.turns.length,
    speakers: transcript.speakers,
  };
}
