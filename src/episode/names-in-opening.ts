import { type Introduction, introductionBy } from './introductions.ts';
import type { Transcript } from './transcript.ts';

/** An opening is over after so many turns or words. */
const mostTurns = 3;
const mostWords = 150;

/** Somebody named in the opening. */
export interface Named {
  name: string;
  /** Whose turn it is in. */
  labels: string[];
  /** How the words before introduce them, if they do. */
  by: Introduction | null;
}

/**
 * Full names of people in the first words of a transcript: runs of capitalised words with at most a
 * particle between them, which do not follow what leads to places and things (`at Red Hat`, `the Big
 * Tent`). What is joined to somebody introduced by `and` or `with` is introduced, too.
 */
export function namesInOpening(transcript: Transcript): Named[] {
  const names: Named[] = [];
  let run: string[] = [];
  let isThing = false;
  let lead: string[] = [];
  let [led, by]: [string[], Introduction | null] = [[], null];
  let labels: string[] = [];
  const close = () => {
    while (particles.has(run.at(-1) ?? '')) run.pop();
    if (run.length >= 2 && run.length <= mostParts && !isThing) {
      const joined = names.length > 0 && led.length === 1 && joints.has(led[0]!);
      by = joined ? by && 'other' : introductionBy(led.join(' '));
      names.push({ name: run.join(' '), labels, by });
      lead = [];
    } else {
      lead.push(...run.map(plain));
    }
    run = [];
  };
  for (const { text: written, speakers } of openingWords(transcript)) {
    const { opens, core, closes } = partsOf(written);
    if (opens || core === '') close();
    if (speakers !== labels) lead = [];
    labels = speakers;
    if (canBePart(core, run)) {
      // What is joined to a thing by `and` is another.
      if (run.length === 0) {
        if (lead.at(-1) !== 'and') isThing = leadsToThing(lead.at(-2) ?? '', lead.at(-1) ?? '');
        led = lead.slice(-5);
      }
      run.push(withoutOwning(core));
    } else {
      close();
      if (core !== 'and') isThing = false;
      if (core !== '' && !titles.has(core.toLowerCase())) lead.push(plain(core));
    }
    if (closes || core !== withoutOwning(core)) close();
  }
  close();
  return names;
}

/** Words that join a name to the one right before. */
const joints = wordSet('and with und mit et avec y con e a i och med og en met');

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** More words in a row than that are a title, not a name. */
const mostParts = 5;

function* openingWords({ turns }: Transcript): Generator<{ text: string; speakers: string[] }> {
  let left = mostWords;
  for (const { speakers, paragraphs } of turns.slice(0, mostTurns)) {
    for (const { words } of paragraphs) {
      for (const { text, direction } of words) {
        if (left === 0) return;
        left -= 1;
        if (!direction) yield { text, speakers };
      }
      yield { text: '', speakers };
    }
  }
}

/** A word without its punctuation, and whether that parts it from the word before or after it. */
function partsOf(written: string) {
  const opening = /^[^\p{L}\p{N}]*/u.exec(written)?.[0] ?? '';
  const rest = written.slice(opening.length);
  const core = /^[\p{L}\p{N}\p{M}'’.-]*(?<=[\p{L}\p{N}\p{M}])/u.exec(rest)?.[0] ?? '';
  const after = rest.slice(core.length);
  const isInitial = after === '.' && /^\p{Lu}$/u.test(core);
  const isTitle = after === '.' && titles.has(core.toLowerCase());
  return {
    opens: opening !== '',
    core: isInitial ? `${core}.` : core,
    closes: after !== '' && !isInitial && !isTitle,
  };
}

/** Whether a word can begin a name, or go on with one. */
function canBePart(word: string, run: string[]): boolean {
  if (run.length > 0 && particles.has(word)) return true;
  if (noNames.has(word.toLowerCase()) || titles.has(word.toLowerCase())) return false;
  return /^(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);
}

/** `Bowen’s` as `Bowen`. */
function withoutOwning(word: string): string {
  return word.replace(/['’]s$/, '');
}

/** One talks to a person; one is welcome to a show, or listens to it. */
function leadsToThing(second: string, before: string): boolean {
  return before === 'to' ? leadsToShows.has(second) : leadsToThings.has(before);
}

const particles = wordSet(
  'van von der den de da do di du la le del della dos das bin ibn al y e af av zu zur ter ten',
);
const titles = wordSet(
  'mr mrs ms mx dr prof professor doctor sir dame lord lady reverend rev father sister',
);

/** What comes before places, companies and subjects, and hardly ever before somebody who is introduced. */
const leadsToThings = wordSet(
  'in at of on from for about near inside the a an this that our your my his her their its',
);

const leadsToShows = wordSet('welcome back listening listen tuned');

/** Capitalised at the start of a sentence, or always, without being anybody's name. */
const noNames = wordSet(
  `i i’m i'm i’ve i've i’ll i'll i’d i'd hi hey hello welcome thanks thank good morning afternoon evening today tonight
  this that these those here there my our your his her its the a an and but or so well now okay ok yes yeah no
  not with we we’re we're you you’re you're he he’s he's she she’s she's it it’s it's they is are was in on at
  of from for to as by when where what who how why if then let let’s let's please joining speaking talking
  ich mein wir je mon nous yo mi eu meu sono mi jsem jestem ik mijn jag jeg
  monday tuesday wednesday thursday friday saturday sunday january february july september october november december`,
);

function wordSet(words: string): Set<string> {
  return new Set(words.split(/\s+/));
}
