import { type Named, namesInOpening } from './names-in-opening.ts';
import type { Transcript } from './transcript.ts';

/**
 * Who the labels may be, where all of them are initials (`R`, `F`, `RB`) and the opening introduces people in
 * full: `This is Rich Bowen, speaking with Flavio Percoco`. A wrong name is worse than none, so who says `I
 * am` must be who that says, nobody is whom they introduce, and letters that stand for parts (`Q` and `A`, `H`
 * and `G`) or for their order (`A`, `B`, `C`) are left alone.
 *
 * @returns label → name where each fits exactly one who is introduced and no two labels the same; `names` are
 *   all that were found, for a person to choose from. Null where labels are not initials, or nobody is
 *   named.
 */
export function guessSpeakers(
  transcript: Transcript,
): { guess: Record<string, string> | null; names: string[] } | null {
  const labels = transcript.speakers.map(({ label }) => label);
  if (labels.length === 0 || !labels.every((label) => /^\p{Lu}{1,3}$/u.test(label))) return null;
  const named = namesInOpening(transcript);
  const names = [...new Set(named.map(({ name }) => name))];
  if (names.length === 0) return null;
  if (areParts(labels)) return { guess: null, names };
  const introduced = named.filter(({ by }) => by !== null);
  const guess = fitting(labels, [...new Set(introduced.map(({ name }) => name))]);
  return { guess: guess !== null && agrees(guess, introduced) ? guess : null, names };
}

/** Whether everybody who says who they are is guessed to be that, and nobody to be whom they introduce. */
function agrees(guess: Record<string, string>, introduced: Named[]): boolean {
  return introduced.every(({ name, labels, by }) =>
    labels.every((label) => (guess[label] === name) === (by === 'self')),
  );
}

/** Whether letters stand for what people do, or only for who came first. */
function areParts(labels: string[]): boolean {
  const sorted = [...labels].sort().join('');
  return parts.has(sorted) || (labels.length > 1 && sorted === 'ABCDEFGH'.slice(0, labels.length));
}

const parts = new Set(['AQ', 'IR', 'IP', 'GH', 'FM', 'EI']);

function fitting(labels: string[], names: string[]): Record<string, string> | null {
  const byInitials = new Map<string, string[]>();
  for (const name of names) {
    for (const initials of initialsOf(name)) {
      byInitials.set(initials, [...(byInitials.get(initials) ?? []), name]);
    }
  }
  const guess = labels.map((label) => {
    const fits = byInitials.get(plain(label)) ?? [];
    return fits.length === 1 ? ([label, fits[0] as string] as const) : null;
  });
  const found = guess.filter((one) => one !== null);
  const each = new Set(found.map(([, name]) => name));
  return found.length === labels.length && each.size === labels.length
    ? Object.fromEntries(found)
    : null;
}

/** What people put for a name: the first letter, the first and the last, or those of every part. */
function initialsOf(name: string): Set<string> {
  const parts = name.split(' ');
  const letters = parts.map((part) => plain(part).charAt(0));
  const capitals = letters.filter((_, at) => /^\p{Lu}/u.test(parts[at] ?? ''));
  const [first = '', second = '', last = ''] = [letters[0], letters[1], letters.at(-1)];
  return new Set([first, first + last, first + second + last, capitals.join(''), letters.join('')]);
}

/** Capitals without their accents: Žofie may be marked Z. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}
