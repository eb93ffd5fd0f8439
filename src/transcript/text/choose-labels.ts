/** How a candidate for a label occurs in a file. */
export interface Sighting {
  /** At the start of how many lines. */
  times: number;
  /** At the start of how many paragraphs. */
  opens: number;
  /** Whether it begins the file. */
  first: boolean;
  /** Whether it opens a paragraph or follows the end of a sentence at least once. */
  clear: boolean;
  /** Index of the line it is first seen on. */
  at: number;
  /** Whether only a few words follow it there, and no sentence: `Guest: Ann Lee`. */
  brief: boolean;
}

/**
 * Chooses the labels among a file's candidates.
 *
 * Twice or more: taken when it looks like a name; written small (`rich`) when it opens paragraphs, or when
 * half of all lines begin with candidates that repeat, as in a chat. Once: taken when it looks like a name
 * and either begins the file or has company, that is, labels that repeat, or others at half of the
 * paragraphs; and it must be written as those that repeat are, since beside `R:` and `F:` a single `Zaqar:`
 * is a word of the interview. Words that lead a remark (`Note:`, `Chapter 2:`) are never labels, nor is a
 * role with a name behind it above everyone who speaks again (`Guest: Ann Lee`).
 *
 * @param lines how many lines with words the file has, and how many of them open a paragraph
 */
export function chooseLabels(
  candidates: Map<string, Sighting>,
  lines: { all: number; opening: number },
): Map<string, Sighting> {
  const likely = [...candidates].filter(([label]) => !leadsRemark(label));
  const repeating = likely.filter(([, { times }]) => times > 1);
  const dense = repeating.reduce((sum, [, { times }]) => sum + times, 0) * 2 >= lines.all;
  const repeated = repeating.filter(
    ([label, { opens }]) => looksLikeName(label) || (isShort(label) && (dense || opens > 1)),
  );
  const speech = repeated.reduce((first, [, { at }]) => Math.min(first, at), lines.all);
  const initials = repeated.length > 0 && repeated.every(([label]) => allCapitals(label));
  const single = likely.filter(
    ([label, { times, clear, at, brief }]) =>
      times === 1 &&
      clear &&
      looksLikeName(label) &&
      isSimple(label) &&
      !(brief && at < speech && repeated.length > 0 && isRole(label)) &&
      (!initials || fitsInitials(label)),
  );
  const begins = single.some(([, { first }]) => first);
  const company =
    repeated.length > 0 || begins || (single.length > 1 && single.length * 2 >= lines.opening);
  const plausible = single.length <= mostSingle ? single : [];
  return new Map([...repeated, ...(company ? plausible : [])]);
}

/** More people than this who speak once each are not an interview: such a file is a list. */
const mostSingle = 100;

/**
 * Five words and no comma, unless it is all in capitals (`LEILA FADEL, HOST`), and in scripts that part no
 * words half a dozen characters: what is more must repeat.
 */
function isSimple(label: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{7}/u.test(label))
    return false;
  return (!label.includes(',') || allCapitals(label)) && label.split(' ').length <= 5;
}

/** Whether a label is somebody's part and not their name. */
export function isRole(label: string): boolean {
  return roles.has(label.toLowerCase());
}

/** Two words at most, or it is more likely the beginning of a sentence (`the point is:`). */
function isShort(label: string): boolean {
  return label.split(' ').length <= 2;
}

/** Whether every word is written as names are: with a capital, a digit, or as a role or particle. */
function looksLikeName(label: string): boolean {
  const words = label.split(' ');
  const opening = words[0]!;
  if (!capital.test(opening) && !roles.has(opening)) return false;
  return words.every(
    (word) =>
      capital.test(word) || particles.has(word) || roles.has(word) || /^\p{Ll}{1,4}\.$/u.test(word),
  );
}

// Scripts without capitals have letters of the category Lo.
const capital = /^[(["'’]?(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}$@#&/+–-]|(?:d|l|o|mc|de)['’]?\p{Lu})/u;

/** Whether a text could be somebody's name where nothing else says so: five words at most, none of them small. */
export function isName(text: string): boolean {
  if (/[.?!…]["”’)]?$/.test(text) && !/(?:^|\s)(?:\p{L}\.)+$|\b(?:Jr|Sr|Dr)\.$/u.test(text))
    return false;
  if (/[?!:;…"“”„«»<>*=|[\]]/.test(text) || text.split(' ').length > 5) return false;
  return /\p{L}/u.test(text) && looksLikeName(text) && !leadsRemark(text);
}

function allCapitals(label: string): boolean {
  return !/\p{Ll}/u.test(label);
}

function fitsInitials(label: string): boolean {
  return allCapitals(label) || label.split(' ').some((word) => roles.has(word.toLowerCase()));
}

export function leadsRemark(label: string): boolean {
  const found = /^(\p{L}[\p{L}.]*)(?: [\p{N}IVXLC.]+)?$/u.exec(label);
  return found !== null && remarks.has(found[1]!.replaceAll('.', '').toLowerCase());
}

const particles = new Set(
  'al and bin da de del della der di dos du e el et ibn la le of the to und van von y z zu'.split(
    ' ',
  ),
);

const roles = new Set(
  `all announcer answer audience both caller child crowd doctor everybody everyone female first floor
  guest host interviewee interviewer male man member moderator narrator officer operator panelist
  participant person presenter question questioner reporter second several speaker student teacher third
  translator unidentified unknown voice voices witness woman`.split(/\s+/),
);

const remarks = new Set(
  `act addendum agenda appendix attendees caution cc chapter conclusion contents copyright correction date day
  disclaimer duration edit eg email episode event ex example examples figure from fwd hint http https ie important
  introduction guests hosts language length link links location name nb note notes page part participants place present ps
  re recorded remember reminder scene season section source sent sources speakers spoiler step subject summary to
  slides table tags time tip title topic transcribed transcript transcription update url video warning website
  week`.split(/\s+/),
);
