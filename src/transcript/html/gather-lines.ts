import type { Row, Surroundings, TimeMark } from './row.ts';

export interface LineGatherer {
  /** Text of a line; blank text begins none. */
  add: (text: string, line: number, around: Surroundings, isBold: boolean) => void;
  /** Ends the line because a block begins or ends. */
  endBlock: () => void;
  /** Ends the line alone; done twice without words between it opens a paragraph. */
  endLine: () => void;
  /** A line drawn across the page. */
  rule: (line: number, around: Surroundings) => void;
  /** Says who speaks from the next line on. */
  name: (label: string, line: number, around: Surroundings) => void;
  /** Says when the next line begins. */
  time: (seconds: number) => void;
  /** Says when the next word begins; null takes it back. */
  wordStart: (seconds: number | null) => void;
  /** Says when the last word ended. */
  wordEnd: (seconds: number) => void;
  /** The line at work, if it has words, and whether all of them are bold. */
  current: () => { row: Row; isBold: boolean } | null;
  /** How many texts with words were added so far. */
  count: () => number;
  /** All lines, once the page is at its end. */
  finish: () => Row[];
}

/** Puts the texts of a page together to lines. */
export function lineGatherer(): LineGatherer {
  const rows: Row[] = [];
  let row: Row | null = null;
  let isBold = true;
  let endsInSpace = true;
  let opens = true;
  let lineEnds = 0;
  let count = 0;
  let named: { label: string; line: number; around: Surroundings } | null = null;
  let time: number | null = null;
  let wordStart: number | null = null;
  return {
    add(text, line, around, bold) {
      const spaced = singleSpaced(text);
      const isBlank = spaced === '' || spaced === ' ';
      if (row === null && isBlank) return;
      row ??= begin(line, around);
      const piece = endsInSpace && spaced.startsWith(' ') ? spaced.slice(1) : spaced;
      if (!isBlank) {
        if (wordStart !== null) mark({ at: row.text.length, seconds: wordStart, edge: 'start' });
        wordStart = null;
        count += 1;
        isBold &&= bold;
      }
      row.text += piece;
      if (piece !== '') endsInSpace = piece.endsWith(' ');
      if (isBold) row.boldTo = row.text.length;
    },
    endBlock,
    endLine() {
      end();
      lineEnds += 1;
      if (lineEnds > 1) opens = true;
    },
    rule(line, around) {
      flushName();
      endBlock();
      begin(line, { ...around, kind: 'rule' }).text = '---';
      endBlock();
    },
    name(label, line, around) {
      flushName();
      end();
      named = { label, line, around };
    },
    time(seconds) {
      time = seconds;
    },
    wordStart(seconds) {
      wordStart = seconds;
    },
    wordEnd(seconds) {
      const length = rows.at(-1)?.text.length ?? 0;
      mark({ at: row !== null && endsInSpace ? length - 1 : length, seconds, edge: 'end' });
    },
    current: () => (row === null ? null : { row, isBold }),
    count: () => count,
    finish() {
      end();
      flushName();
      return rows;
    },
  };

  function begin(number: number, around: Surroundings): Row {
    const label = named?.label ?? null;
    const begun: Row = {
      number,
      text: '',
      opens,
      label,
      time,
      end: null,
      boldTo: 0,
      marks: null,
      around,
    };
    rows.push(begun);
    named = null;
    time = null;
    opens = false;
    lineEnds = 0;
    isBold = true;
    endsInSpace = true;
    return begun;
  }

  function end(): void {
    if (row !== null && endsInSpace) row.text = row.text.trimEnd();
    row = null;
  }

  function mark(place: TimeMark): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    if (last.marks === null) last.marks = [place];
    else last.marks.push(place);
  }

  function endBlock(): void {
    end();
    opens = true;
  }

  /** A name that no words follow stands on a line of its own. */
  function flushName(): void {
    if (named !== null && named.label !== '') begin(named.line, named.around);
  }
}

/** White space of any kind as one space; so are the characters that part words elsewhere (`wordsIn`). */
function singleSpaced(text: string): string {
  return /[^\S ]| {2}|\p{Cc}|\p{Cs}/u.test(text) ? text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ') : text;
}
