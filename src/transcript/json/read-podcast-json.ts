import { AlongsideError } from '../../episode/error.ts';
import { type Problem, untimed } from '../../episode/transcript.ts';
import type { Run, SpokenCue } from '../captions/cue.ts';
import { joinCues } from '../captions/join-cues.ts';
import type { Format, Reading } from '../format.ts';
import { speakersIn } from '../gather-turns.ts';
import { wordsIn } from '../split-text.ts';
import { jsonErrorLine } from './json-error-line.ts';

export const podcastJson: Format = {
  name: 'json',
  looksLike: looksLikePodcastJson,
  read: readPodcastJson,
};

/** Any JSON object or list of objects, so that broken JSON is named as such and not taken for speech. */
export function looksLikePodcastJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text);
}

/**
 * Reads the JSON of the podcast namespace, `{"version", "segments": [{speaker, startTime, endTime, body}]}`,
 * where a segment is a word or a phrase. Times are seconds, as numbers or as digits in a string, or null.
 * A segment without a `speaker` goes on with the one before it; an empty or null one is nobody's. Of a
 * `confidence` (0–1), which our own aligner adds, a segment of one word keeps the number.
 */
export function readPodcastJson(text: string): Reading {
  const problems: Problem[] = [];
  const cues: SpokenCue[] = [];
  for (const [at, item] of segmentsIn(parse(text)).entries()) {
    const called = `Segment ${at + 1}`;
    const report = (message: string) =>
      problems.push({ line: null, message: `${called} ${message}` });
    const body = isRecord(item) ? textOf(item.body) : null;
    if (!isRecord(item) || body === null) report('has no text; it is left out.');
    else cues.push(speak(item, body, called, report));
  }
  const reading = joinCues(cues);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

interface Fields {
  [key: string]: unknown;
}

type Report = (message: string) => void;

function speak(fields: Fields, body: string, called: string, report: Report): SpokenCue {
  const start = secondsOf(fields.startTime, report);
  const end = secondsOf(fields.endTime, report);
  const words = wordsIn(body).map(untimed);
  const [only] = words;
  if (only && words.length === 1) only.confidence = confidenceOf(fields.confidence);
  const runs: Run[] = [{ speakers: speakersOf(fields.speaker), words }];
  return { start, end, line: null, called, runs };
}

function speakersOf(speaker: unknown): string[] | null {
  if (speaker === undefined) return null;
  return speakersIn(wordsIn(textOf(speaker) ?? '').join(' '));
}

function secondsOf(value: unknown, report: Report): number | null {
  if (value === undefined || value === null || value === '') return null;
  const digits = typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value);
  const seconds = typeof value === 'number' || digits ? Number(value) : Number.NaN;
  if (seconds >= 0 && Number.isFinite(seconds)) return seconds;
  report('has a time that cannot be used; it is left out.');
  return null;
}

function confidenceOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function segmentsIn(json: unknown): unknown[] {
  const list = isRecord(json) ? json.segments : json;
  if (Array.isArray(list) && (list.length === 0 || list.some(hasBody))) return list;
  throw new AlongsideError('transcript_malformed', 'This JSON is not a transcript we know.', {
    remedy:
      'Give the JSON of the podcast namespace ("segments" with startTime, endTime and body), or VTT, SRT or text.',
  });
}

function hasBody(item: unknown): boolean {
  return isRecord(item) && textOf(item.body) !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const line = jsonErrorLine(text);
    const message = 'The JSON of the transcript is broken here.';
    const remedy = 'Correct the file at that line, or export it again.';
    throw new AlongsideError('transcript_malformed', message, { line, remedy }, cause);
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
