import { namesInOpening } from './names-in-opening.ts';
import type { Transcript } from './transcript.ts';

/**
 * Who the labels may be, where all of them are initials (`R`, `F`, `RB`) and the opening names people in
 * full: `This is Rich Bowen, speaking with Flavio Percoco`.
 *
 * @returns label → name where each fits exactly one of the names and no two labels the same; `names` are
 *   those that were found, for a person to choose from. Null where labels are not initials, or nobody is
 *   named.
 */
export function guessSpeakers(
  transcript: Transcript,
): { guess: Record<string, string> | null; names: string[] } | null {
  const labels = transcript.speakers.map(({ label }) => label);
  if (labels.length === 0 || !labels.every((label) => /^\p{Lu}{1,3}$/u.test(label))) return null;
  const names = namesInOpening(transcript);
  if (names.length === 0) return null;
  return { guess: fitting(labels, names), names };
}

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
