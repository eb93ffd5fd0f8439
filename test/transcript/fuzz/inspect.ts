import { expect } from 'vitest';
import type { TranscriptForm } from '../../../src/episode/episode.ts';
import { AlongsideError } from '../../../src/episode/error.ts';
import { type Transcript, wordsOf } from '../../../src/episode/transcript.ts';
import { readCues, readTranscript } from '../../../src/transcript/read.ts';
import { writeTranscript } from '../../../src/transcript/write.ts';

const forms: TranscriptForm[] = ['vtt', 'srt', 'json', 'html', 'md', 'txt'];

/**
 * Reads bytes and writes what was read in every form. Whatever the bytes are, they are read or refused with
 * an error that says what to do, the model keeps its rules, and no output has markup that is not ours.
 *
 * @returns whether it could be read
 */
export function inspect(bytes: Uint8Array): boolean {
  orRefused(() => readCues(bytes, 'x'));
  const reading = orRefused(() => readTranscript(bytes, 'x'));
  if (reading === null) return false;
  inspectModel(reading.transcript);
  for (const { line, message } of reading.problems) {
    expect(message).toMatch(/^\S.*[.]$/su);
    if (line !== null) expect(line).toBeGreaterThan(0);
  }
  for (const form of forms) {
    const text = orRefused(() => writeTranscript(reading.transcript, form));
    if (text !== null) inspectText(text, form);
  }
  return true;
}

function orRefused<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    expect(error.facts.remedy).not.toBe('');
    return null;
  }
}

function inspectModel(transcript: Transcript): void {
  const labels = new Set(transcript.speakers.map(({ label }) => label));
  for (const { speakers, paragraphs } of transcript.turns) {
    expect(speakers.every((label) => labels.has(label))).toBe(true);
    expect(paragraphs.every(({ words }) => words.length > 0)).toBe(true);
  }
  let before = 0;
  for (const { text, start, end, confidence } of wordsOf(transcript)) {
    if (/[\s\p{Cc}\p{Cs}]/u.test(text) || text === '') expect(text).toBe('a word');
    for (const value of [start, end, confidence]) {
      if (value !== null && !(Number.isFinite(value) && value >= 0)) expect(value).toBe('a time');
    }
    if (start === null) continue;
    if (start < before || (end !== null && end < start))
      expect([before, start, end]).toBe('rising');
    before = start;
  }
}

function inspectText(text: string, form: TranscriptForm): void {
  if (form === 'html') {
    const rest = text.replace(
      /<\/?(?:cite|time|p|hr|html|head|body|meta|title)(?: [a-z-]+="[^"<>]*")*>/g,
      '',
    );
    expect(rest.replace(/<!DOCTYPE html>|^<!-- Transcript -->/gi, '')).not.toMatch(/[<>]/);
  }
  if (form === 'vtt') expect(text.replace(/<v [^<>]+>|<\/v>|-->/g, '')).not.toMatch(/[<>]/);
  if (form === 'json') JSON.parse(text);
}
