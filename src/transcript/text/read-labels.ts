import { endsSentence, wordsIn } from '../split-text.ts';
import { isRule } from './break-labels.ts';
import { chooseLabels, type Sighting } from './choose-labels.ts';

/** A line with words on it. */
export interface Line {
  text: string;
  /** Whether a paragraph, or a cue, begins with it. */
  opens: boolean;
  /** Who speaks, where that is known by other signs; the text has no label then. */
  label?: string | null;
}

/** A line with its label taken off; `label` is null where it has none. */
export interface LabelledLine {
  label: string | null;
  text: string;
}

/**
 * Finds who speaks in lines such as `R: This is …` or `Rich Bowen: …`.
 *
 * A candidate stands at the start of a line: up to five words and 40 characters before a colon that white
 * space follows, without sentence punctuation. Which candidates are labels is decided for the whole file
 * (`chooseLabels`). One that occurs once counts where a paragraph opens or after the end of a sentence,
 * since hard wrapping can bring any word to the start of a line. A label alone on its line opens a turn,
 * unless no text follows for it to name. What is not a label stays text, so no word is lost.
 */
export function readLabels(given: Line[]): LabelledLine[] {
  const candidates = given.map(({ label, text }) => (label == null ? candidateIn(text) : null));
  const lines = isLineATurn(candidates) ? given.map((line) => ({ ...line, opens: true })) : given;
  const chosen = chooseLabels(sightings(lines, candidates), lines.length);
  const labelled: LabelledLine[] = [];
  let textBelow = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const candidate = candidates[at] ?? null;
    const { label: known = null, text } = lines[at]!;
    if (known !== null) {
      labelled.push({ label: known, text });
      textBelow = false;
    } else if (
      candidate !== null &&
      (candidate.rest !== '' || textBelow) &&
      isLabel(candidate, at)
    ) {
      labelled.push({ label: candidate.label, text: candidate.rest });
      textBelow = false;
    } else {
      labelled.push({ label: null, text });
      textBelow = true;
    }
  }
  return labelled.reverse();

  function isLabel({ label, tight }: Candidate, at: number): boolean {
    const sighting = chosen.get(label);
    if (sighting === undefined) return false;
    return (sighting.times > 1 && !tight) || clearAt(lines, at);
  }
}

/** Where nearly every line begins with a candidate and most come again, no line goes on with another. */
function isLineATurn(candidates: (Candidate | null)[]): boolean {
  const times = new Map<string, number>();
  for (const found of candidates) {
    if (found !== null) times.set(found.label, (times.get(found.label) ?? 0) + 1);
  }
  const counts = [...times.values()];
  const all = counts.reduce((sum, count) => sum + count, 0);
  const again = counts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
  return again * 2 > all && all * 5 >= candidates.length * 4;
}

interface Candidate {
  label: string;
  rest: string;
  /** Whether the text follows the colon without a space: `R:This`. */
  tight: boolean;
}

// The colon may have a space before it (French) or be a wide one (Chinese, Japanese); what follows it is
// neither a slash nor a digit: `http://…` and `10:30` are no labels.
const shape = /^\s*([\p{L}\p{N}$@#&][^:：]{0,39}?)\s?(?:(:)(?![:/\\\p{N}])|：)(\s*)/u;

function candidateIn(line: string): Candidate | null {
  if (!line.includes(':') && !line.includes('：')) return null;
  const found = shape.exec(line);
  if (found === null) return null;
  const label = wordsIn(found[1]!).join(' ');
  if (!couldBeLabel(label)) return null;
  const rest = line.slice(found[0].length).trim();
  return { label, rest, tight: found[2] === ':' && found[3] === '' && rest !== '' };
}

/** Five words at most; no sentence punctuation but the dots of initials and titles (`Dr. J. Doe`). */
function couldBeLabel(label: string): boolean {
  const words = label.split(' ');
  if (words.length > 5 || /[?!,;…"“”„«»<>*=|]/.test(label)) return false;
  return words.every((word) => !word.includes('.') || /^(?:\p{L}{1,4}\.)+$/u.test(word));
}

function sightings(lines: Line[], candidates: (Candidate | null)[]): Map<string, Sighting> {
  const seen = new Map<string, Sighting>();
  const first = lines.findIndex(({ label, text }) => label == null && !isRule(text));
  for (const [at, candidate] of candidates.entries()) {
    if (candidate === null || candidate.tight) continue;
    const sighting = seen.get(candidate.label) ?? {
      times: 0,
      opens: 0,
      first: false,
      clear: false,
    };
    sighting.times += 1;
    if (lines[at]?.opens) sighting.opens += 1;
    if (at === first) sighting.first = true;
    if (clearAt(lines, at)) sighting.clear = true;
    seen.set(candidate.label, sighting);
  }
  return seen;
}

/** Whether a line opens a paragraph or follows the end of a sentence or another label. */
function clearAt(lines: Line[], at: number): boolean {
  const above = lines[at - 1]?.text.trim();
  return lines[at]!.opens || above === undefined || endsSentence(above) || above.endsWith(':');
}
