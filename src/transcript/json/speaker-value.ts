import { speakersIn } from '../gather-turns.ts';
import { wordsIn } from '../split-text.ts';
import { textIn } from './fields.ts';

/**
 * Who speaks, as a label. A name or a code stays as the file has it (`Ann Lee`, `spk_0`, `SPEAKER_01`,
 * `A`), so that whoever looks into the file finds it there. A bare number gets the word that it lacks and
 * is not counted anew: `0` is `Speaker 0` where the engine counts from nought.
 *
 * @param what what the numbers count, as in `Channel 1`
 * @returns no label where nobody is named or the engine could not tell (`UU`, `?`, -1)
 */
export function speakerIn(value: unknown, what = 'Speaker'): string[] {
  const name = wordsIn(textIn(value) ?? '').join(' ');
  if (name === '' || /^(?:UU|\?|-\d+|NaN|unknown)$/i.test(name)) return [];
  return /^\d+$/.test(name) ? [`${what} ${name}`] : speakersIn(name);
}
