import { Option } from 'commander';
import { AlongsideError } from '../episode/error.ts';

/** `--speaker R="Rich Bowen"`, as often as wanted: names by label. */
export function speakerOption(): Option {
  return new Option(
    '--speaker <label=name>',
    'who a label is: --speaker R="Rich Bowen"; may be repeated',
  ).argParser(addSpeaker);
}

function addSpeaker(given: string, speakers: Record<string, string>) {
  const at = given.indexOf('=');
  if (at < 1 || at === given.length - 1) {
    throw new AlongsideError('request_invalid', `--speaker ${given} names nobody.`, {
      remedy: 'Write it as --speaker R="Rich Bowen".',
    });
  }
  return { ...speakers, [given.slice(0, at).trim()]: given.slice(at + 1).trim() };
}
