import type { Format, Reading } from '../format.ts';
import { linesIn } from '../split-text.ts';
import { cuesInVtt, looksLikeVtt } from './cues-in-vtt.ts';
import { joinCues } from './join-cues.ts';
import { speakVttCues } from './vtt-voices.ts';

export const vtt: Format = { name: 'vtt', looksLike: looksLikeVtt, read: readVtt, cues: cuesInVtt };

/** Reads WebVTT; `speakVttCues` says how voices become speakers, `joinCues` how cues become turns. */
export function readVtt(text: string): Reading {
  const found = cuesInVtt(text);
  const spoken = speakVttCues(found.cues);
  const reading = joinCues(spoken.cues, languageIn(text));
  return { ...reading, problems: [...found.problems, ...spoken.problems, ...reading.problems] };
}

/** YouTube and others say `Language: en` in the lines under `WEBVTT`. */
function languageIn(text: string): string | null {
  const lines = linesIn(text.slice(0, 4000).trimStart().slice(0, 2000));
  const end = lines.findIndex((line) => line === '' || line.includes('-->'));
  for (const line of lines.slice(1, Math.max(end, 1))) {
    const found = /^Language:\s*([a-z]{2,3}(?:-[a-z\d]{1,8})*)\s*$/i.exec(line);
    if (found) return found[1]!;
  }
  return null;
}
