import type { Problem } from '../../episode/transcript.ts';
import type { SpokenCue } from './cue.ts';
import { dropRepeats } from './drop-repeats.ts';
import { labelCues } from './label-cues.ts';
import { nameCues } from './name-cues.ts';

/**
 * Finds who speaks in cues of a format that has no place for it: a name alone on the first line of every
 * cue (`nameCues`), or labels (`labelCues`). Lines repeated from cue to cue are kept once (`dropRepeats`).
 */
export function speakLines(cues: SpokenCue[]): { cues: SpokenCue[]; problems: Problem[] } {
  const named = nameCues(cues);
  if (named !== null) return { cues: named, problems: [] };
  const kept = dropRepeats(cues);
  const labelled = labelCues(kept.cues);
  return { cues: labelled.cues, problems: [...kept.problems, ...labelled.problems] };
}
