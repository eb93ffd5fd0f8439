import { AlongsideError } from '../../episode/error.ts';
import type { Problem } from '../../episode/transcript.ts';
import { joinCues } from '../captions/join-cues.ts';
import { labelCues } from '../captions/label-cues.ts';
import type { Format, Reading } from '../format.ts';
import { sumUpProblems } from '../sum-up-problems.ts';
import type { Dialect } from './dialect.ts';
import { dialects } from './dialects.ts';
import { isRecord } from './fields.ts';
import { parseJson } from './parse-json.ts';
import { speakPassages } from './speak-passages.ts';

export const json: Format = { name: 'json', looksLike: looksLikeJson, read: readJson };

/** Any JSON object or list of objects, so that broken JSON is named as such and not taken for speech. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[{\]]|\[\s*\d+\s*,))/.test(text);
}

/**
 * Reads the JSON of the podcast namespace and of what makes transcripts, told apart by shape (`dialects`).
 * It is parsed once; the first dialect that fits reads it.
 *
 * @throws AlongsideError `transcript_malformed` for broken JSON, with its line, and for unknown JSON
 */
export function readJson(text: string): Reading {
  const problems: Problem[] = [];
  const report = (message: string) => problems.push({ line: null, message });
  const { dialect, value } = dialectOf(parseJson(text, report));
  const spoken = dialect.read(value, report);
  const cues = speakPassages(spoken, report);
  const labelled = spoken.labelled ? labelCues(cues) : { cues, problems: [] };
  const reading = joinCues(labelled.cues, spoken.language);
  const all = [...problems, ...labelled.problems, ...reading.problems];
  return { ...reading, problems: sumUpProblems(all) };
}

function dialectOf(json: unknown): { dialect: Dialect; value: unknown } {
  for (const value of unwrapped(json)) {
    const dialect = dialects.find(({ fits }) => fits(value));
    if (dialect) return { dialect, value };
  }
  throw new AlongsideError('transcript_malformed', 'This JSON is not a transcript we know.', {
    remedy: `Give the JSON of one of these: ${dialects.map(({ name }) => name).join(', ')}. Or give VTT, SRT or text.`,
  });
}

/** The value and what it wraps: what services answer often lies inside a report on the job. */
function* unwrapped(json: unknown): Generator<unknown> {
  let inside: unknown[] = [json];
  for (let depth = 0; depth < 3; depth += 1) {
    yield* inside;
    inside = inside.flatMap((value) => {
      if (Array.isArray(value)) return value.length === 1 ? value : [];
      return isRecord(value) ? wrappers.map((key) => value[key]).filter(isStructure) : [];
    });
  }
}

const wrappers = [
  ...['result', 'results', 'response', 'retval', 'data', 'output'],
  ...['transcript', 'transcripts', 'transcription', 'transcription_result'],
];

function isStructure(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
