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
  /** Set where it is a heading, which may have a colon inside without naming anybody. */
  isHeading?: true;
}

/** A line with its label taken off; `label` is null where it has none. */
export interface LabelledLine {
  label: string | null;
  text: string;
}

/**
 * Finds who speaks in lines such as `R: This is …` or `Rich Bowen: …`.
 *
 * A candidate stands at the start of a line: up to eight words and 60 characters before a colon that white
 * space follows, without sentence punctuation. What is in brackets at its end (`Ann (laughs):`) is no part of
 * a label that also stands without. Which candidates are labels is decided for the whole file
 * (`chooseLabels`). One that occurs once counts where a paragraph opens or after the end of a sentence,
 * since hard wrapping can bring any word to the start of a line. A label alone on its line opens a turn,
 * unless no text follows for it to name. What is not a label stays text, so no word is lost.
 */
export function readLabels(given: Line[]): LabelledLine[] {
  const candidates = withoutAsides(given.map(candidateOn));
  const lines = isLineATurn(candidates) ? given.map((line) => ({ ...line, opens: true })) : given;
  const chosen = chooseLabels(sightings(lines, candidates), {
    all: lines.length,
    opening: lines.filter(({ opens }) => opens).length,
  });
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
// neither a slash nor a digit: `http://…` and `10:30` are no labels. A list or a quote may have a mark before.
const shape =
  /^\s*(?:[-•*>–]{1,2}\s{1,3})?([\p{L}\p{N}$@#&][^:：]{0,59}?)\s?(?:(:)(?![:/\\\p{N}])|：)(\s*)/u;

function candidateOn({ label, text, isHeading }: Line): Candidate | null {
  if (label != null || (isHeading && !/[:：]\s*$/.test(text))) return null;
  if (!text.includes(':') && !text.includes('：')) return null;
  const found = shape.exec(text);
  if (found === null) return null;
  const name = wordsIn(found[1]!).join(' ');
  const rest = text.slice(found[0].length).trim();
  if (!couldBeLabel(name) || /^(?:https?:\/\/|www\.)\S+$/.test(rest)) return null;
  return { label: name, rest, tight: found[2] === ':' && found[3] === '' && rest !== '' };
}

/**
 * Eight words at most; no sentence punctuation but the dots of initials and titles (`Dr. J. Doe`) and one
 * comma (`Doe, Jane`). Where words are not parted by spaces, a dozen characters.
 */
function couldBeLabel(label: string): boolean {
  const words = label.split(' ');
  if (words.length > 8 || /[?!;…"“”„«»<>*=|，。、！？；「」『』《》]|,.*,/.test(label))
    return false;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{13}/u.test(label))
    return false;
  return words.every(
    (word) => !word.includes('.') || /^[([]?(?:\p{L}{1,4}\.)+[)\],]?$/u.test(word),
  );
}

/** `Ann (laughs)` is Ann where she is a candidate without that too; what is in brackets goes to the text. */
function withoutAsides(candidates: (Candidate | null)[]): (Candidate | null)[] {
  const labels = new Set(candidates.map((candidate) => candidate?.label));
  return candidates.map((candidate) => {
    const found = candidate && /^(.+?)\s?([([][^()[\]]{1,40}[)\]])$/.exec(candidate.label);
    if (!candidate || !found || !labels.has(found[1])) return candidate;
    return { ...candidate, label: found[1]!, rest: `${found[2]} ${candidate.rest}`.trim() };
  });
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
      at,
      brief: isBrief(candidate.rest),
    };
    sighting.times += 1;
    if (lines[at]?.opens) sighting.opens += 1;
    if (at === first) sighting.first = true;
    if (clearAt(lines, at)) sighting.clear = true;
    seen.set(candidate.label, sighting);
  }
  return seen;
}

/** Whether what follows a label is a word or two, and no sentence. */
export function isBrief(rest: string): boolean {
  return rest !== '' && rest.length <= 60 && !endsSentence(rest);
}

/** Whether a line opens a paragraph or follows the end of a sentence or another label. */
function clearAt(lines: Line[], at: number): boolean {
  const above = lines[at - 1]?.text.trim();
  return lines[at]!.opens || above === undefined || endsSentence(above) || above.endsWith(':');
}
