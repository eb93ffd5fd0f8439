import { type Cast, type NamedLabel, nameLabels } from '../episode/cast.ts';
import { guessSpeakers } from '../episode/guess-speakers.ts';
import { doubtsAbout, findPerson, nameKey, type People } from '../episode/people.ts';
import type { Transcript } from '../episode/transcript.ts';
import type { Metadata } from './metadata.ts';

/**
 * Gathers what is said about who is heard. What is said of one label leaves the guess of the others.
 *
 * @param before labels that were guessed when this recording was last published: a correction of the opening
 *   must not take names from readers
 * @param people whom the show knows
 * @param warnings told of every guess, and of labels that may be several people
 */
export function chooseCast(
  metadata: Pick<Metadata, 'speakers' | 'people'>,
  transcript: Transcript | null,
  before: Cast['guessed'],
  people: People,
  warnings: string[],
): Cast {
  const speakers = transcript?.speakers ?? [];
  const found = transcript === null ? null : guessSpeakers(transcript);
  const cast = {
    named: metadata.speakers,
    guessed: { ...before, ...found?.guess },
    people: metadata.people,
  };
  const labels = nameLabels(cast, speakers, people);
  const guessed = labels.filter(({ from }) => from === 'guess');
  if (guessed.length > 0) warnings.push(tellGuess(guessed));
  const open = labels.filter(({ from, isMark }) => from === 'transcript' && isMark);
  if (found !== null && found.guess === null && open.length > 0) {
    warnings.push(propose(open, found.names));
  }
  warnings.push(...tellDoubts(labels, people), ...tellDisputes(labels, cast.guessed, people));
  return cast;
}

function tellGuess(guessed: NamedLabel[]): string {
  const [first, ...others] = guessed;
  const taken = [
    `${first?.label} was taken to be ${first?.name}`,
    ...others.map(({ label, name }) => `${label} ${name}`),
  ];
  return `${inWords(taken, 'and')}, since the opening says so; say --speaker ${first?.label}=… if that is wrong.`;
}

function propose(open: NamedLabel[], names: string[]): string {
  const labels = open.slice(0, 5).map(({ label }) => label);
  const said = inWords(names.slice(0, 5), 'and');
  const example = `--speaker ${labels[0]}="${names[0]}"`;
  return `The opening names ${said}, but not clearly who is ${inWords(labels, 'or')}; say ${example}.`;
}

/** Labels that stay as they are because the show knows several people by them; the first few of them. */
function tellDoubts(labels: NamedLabel[], people: People): string[] {
  return labels
    .filter(({ from }) => from === 'transcript')
    .map(({ label }) => ({ label, doubts: doubtsAbout(people, label) }))
    .filter(({ doubts }) => doubts.length > 0)
    .slice(0, 10)
    .map(({ label, doubts }) => {
      const names = inWords(
        doubts.slice(0, 5).map(({ name }) => name),
        'or',
      );
      return `${label} may be ${names} by people.yaml, so it stays ${label}; say --speaker ${label}=… to decide.`;
    });
}

/** The show may know one `R`, and the opening introduce another. */
function tellDisputes(
  labels: NamedLabel[],
  guessed: Record<string, string>,
  people: People,
): string[] {
  return labels.flatMap(({ label, name, from }) => {
    const guess = from === 'people' ? guessed[label] : undefined;
    if (
      guess === undefined ||
      nameKey(findPerson(people, guess)?.name ?? guess) === nameKey(name)
    ) {
      return [];
    }
    return [
      `${label} is ${name} by people.yaml, but the opening introduces ${guess}; say --speaker ${label}="${guess}" if that is right.`,
    ];
  });
}

function inWords(parts: string[], joint: 'and' | 'or'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joint} ${last}`;
}
