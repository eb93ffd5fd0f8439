import type { Problem } from '../../episode/transcript.ts';
import { languageTag } from '../language-tag.ts';
import { linesIn } from '../split-text.ts';
import { lineCounter } from '../tags/line-counter.ts';
import { type Attributes, scanMarkup } from '../tags/scan-markup.ts';
import { elementTime } from './element-time.ts';
import { lineGatherer } from './gather-lines.ts';
import {
  blocks,
  contents,
  headContent,
  headings,
  landmarks,
  voids,
  writtenOn,
} from './html-elements.ts';
import { leftOut, type Reason } from './left-out.ts';
import { openElements } from './open-elements.ts';
import type { Row, Surroundings } from './row.ts';
import { type Skip, skipOf } from './skip.ts';
import { isSpeakerClass, type NamePlace, speakerNamed } from './speaker-name.ts';
import { tableCells } from './table-cells.ts';
import { reasonsToTake, takenProblems, type Weights } from './take-left-out.ts';

export interface Page {
  rows: Row[];
  language: string | null;
  /** Whether words have times of their own. */
  timed: boolean;
  problems: Problem[];
}

interface Element {
  name: string;
  line: number;
  skip: Skip | null;
  /** Whether what stands in it would not be taken even if what is around it were. */
  isNoText: boolean;
  bold: boolean;
  around: Surroundings;
  /** Of an element with a time for its words: when the last one ends, and how many texts came before. */
  timed: { ends: number | null; count: number } | null;
}

/** An element that may name a speaker or a time: until it ends, its words are part of no line. */
interface Capture {
  element: Element;
  kind: 'name' | 'time';
  place: NamePlace;
  datetime: string | undefined;
  text: string;
}

const nothingAround: Surroundings = {
  kind: 'text',
  level: null,
  aside: false,
  form: null,
  cell: null,
};

/**
 * Reads an HTML page into lines of text, with what its elements say of speakers and times. A page that would
 * be left with few of its words (`reasonsToTake`) is read once more with them.
 */
export function gatherRows(source: string): Page {
  const { page, weights } = readPage(source, []);
  const reasons = reasonsToTake(weights);
  if (reasons.length === 0) return page;
  const { page: whole } = readPage(source, reasons);
  return { ...whole, problems: [...takenProblems(reasons, weights), ...whole.problems] };
}

/** @param taken what is usually left out but is read here */
function readPage(source: string, taken: Reason[]): { page: Page; weights: Weights } {
  const kind = /^\s*<\?xml\s/.test(source) ? 'xml' : 'html';
  const lineAt = lineCounter(source);
  const gathered = lineGatherer();
  const left = leftOut();
  const cells = tableCells();
  const elements = openElements(leave);
  let language: string | null = null;
  let timed = false;
  let hasMain = false;
  let bold = 0;
  let noText = 0;
  let skipped: Element | null = null;
  let capture: Capture | null = null;

  const unfinished = scanMarkup(source, kind, {
    open: (name, attributes, at) => open(name.toLowerCase(), attributes, lineAt(at)),
    close: (name) => close(name.toLowerCase()),
    text: (text, at) => takeText(text, lineAt(at)),
  });
  const endless = neverClosed();
  elements.closeAll();
  const rows = gathered.finish().filter(isContent);
  const problems = [...left.problems(), ...endless];
  const shown = rows.reduce((sum, { text, around }) => sum + weightOf(text, around), 0);
  return {
    page: { rows, language, timed, problems },
    weights: { shown, left: left.weights() },
  };

  function open(name: string, attributes: Attributes, line: number): void {
    if (elements.last()?.name === 'head' && !headContent.has(name)) elements.close('head');
    if (name === 'html' || name === 'body') language ??= languageTag(attributes.get('lang'));
    elements.makeWay(name);
    if (blocks.has(name)) {
      giveUpCapture();
      gathered.endBlock();
    }
    const parent = elements.last()?.around ?? nothingAround;
    if (name === 'br') gathered.endLine();
    if (name === 'hr' && skipped === null) gathered.rule(line, parent);
    if (voids.has(name)) return;
    if (contents.has(name)) {
      hasMain = true;
      if (parent.form !== null) parent.form.holdsContent = true;
    }
    const around = surroundings(name, parent);
    const isBold = name === 'b' || name === 'strong' || isBoldStyle(attributes.get('style'));
    const reason = skipOf(name, attributes);
    const isNoText = reason !== null && reason !== 'hidden';
    const skip = skipped === null && !isTaken(reason, name) ? reason : null;
    const element: Element = { name, line, skip, isNoText, bold: isBold, around, timed: null };
    elements.open(element);
    if (isBold) bold += 1;
    if (isNoText) noText += 1;
    if (skip !== null) skipped = element;
    if (skipped === null && !startCapture(element, attributes)) startTime(element, attributes);
  }

  function close(name: string): void {
    if (name === 'br' && kind === 'html') gathered.endLine();
    else if (!voids.has(name)) elements.close(name);
  }

  function leave(element: Element): void {
    if (capture?.element === element) endCapture(capture);
    if (element === skipped) skipped = null;
    if (element.bold) bold -= 1;
    if (element.isNoText) noText -= 1;
    if (element.name === 'table') cells.endTable();
    if (element.timed !== null) endTime(element.timed);
    if (blocks.has(element.name)) gathered.endBlock();
  }

  function surroundings(name: string, parent: Surroundings): Surroundings {
    if (headings.has(name)) return { ...parent, kind: 'heading', level: name };
    if (landmarks.has(name)) return parent.aside ? parent : { ...parent, aside: true };
    if (contents.has(name)) return { ...parent, aside: false, form: null };
    if (name === 'form') return { ...parent, form: parent.form ?? { holdsContent: false } };
    const cell = cells.begin(name);
    return cell === undefined ? parent : { ...parent, cell };
  }

  function isTaken(reason: Skip | null, name: string): boolean {
    if (reason === 'controls' && !writtenOn.has(name)) return false;
    return reason !== null && reason !== 'silent' && taken.includes(reason);
  }

  function takeText(text: string, line: number): void {
    const isBlank = text.trim() === '';
    if (!isBlank && elements.last()?.name === 'head') elements.close('head');
    if (skipped !== null) {
      if (!isBlank) noteSkipped(text, skipped);
    } else if (capture !== null) {
      capture.text += text;
    } else {
      addWords(text, line);
    }
  }

  /** What a menu or footer hides is no transcript, and scripts and buttons in what is hidden are none. */
  function noteSkipped(text: string, { name, skip, line, around }: Element): void {
    const isText = skip === 'hidden' ? noText === 0 : writtenOn.has(name);
    const counts = isText && !around.aside;
    left.note(skip, line, counts ? text.trim().length : 0);
  }

  function addWords(text: string, line: number): void {
    const around = elements.last()?.around ?? nothingAround;
    const lines = elements.has('pre') ? linesIn(text) : [text];
    for (const [at, part] of lines.entries()) {
      if (at > 0) gathered.endLine();
      gathered.add(part, line + at, around, bold > 0);
    }
  }

  /** Whether the element may name a speaker or a time. */
  function startCapture(element: Element, attributes: Attributes): boolean {
    const { name } = element;
    const named = isSpeakerClass(attributes.get('class'));
    const isCite = name === 'cite' && gathered.current() === null;
    if (capture !== null || !(named || isCite || name === 'dt' || name === 'time')) return false;
    const place = isCite
      ? elements.has('p')
        ? 'text'
        : 'cite'
      : blocks.has(name)
        ? 'block'
        : 'class';
    const datetime = attributes.get('datetime');
    capture = { element, kind: name === 'time' ? 'time' : 'name', place, datetime, text: '' };
    return true;
  }

  function endCapture({ element, kind, place, datetime, text }: Capture): void {
    capture = null;
    if (kind === 'time') {
      endTimeElement(text, elementTime(datetime, text), element.line);
      return;
    }
    const label = speakerNamed(text, place);
    if (label === null) addWords(text, element.line);
    else if (label !== '' || element.name === 'cite')
      gathered.name(label, element.line, element.around);
  }

  /** A time counts at the head of a line, where nothing but a name in bold may stand before it. */
  function endTimeElement(text: string, seconds: number | null, line: number): void {
    const current = gathered.current();
    if (seconds === null || current?.isBold === false) addWords(text, line);
    else if (current === null) gathered.time(seconds);
    else current.row.time ??= seconds;
  }

  /** Blocks stand in it, so it is more than a name. */
  function giveUpCapture(): void {
    if (capture === null) return;
    const { text, element } = capture;
    capture = null;
    addWords(text, element.line);
  }

  /** Hyperaudio's attributes: milliseconds of the start and of the length. */
  function startTime(element: Element, attributes: Attributes): void {
    const from = attributes.get('data-m');
    if (from === undefined || !/^\s*\d{1,12}(?:\.\d+)?\s*$/.test(from)) return;
    const lasts = Number(attributes.get('data-d') ?? 0);
    const ends = lasts > 0 && lasts < 1e12 ? (Number(from) + lasts) / 1000 : null;
    element.timed = { ends, count: gathered.count() };
    gathered.wordStart(Number(from) / 1000);
    timed = true;
  }

  function endTime({ ends, count }: { ends: number | null; count: number }): void {
    gathered.wordStart(null);
    if (ends !== null && gathered.count() > count) gathered.wordEnd(ends);
  }

  function isContent(row: Row): boolean {
    const { aside, form, kind } = row.around;
    const isApart = aside || (form !== null && !form.holdsContent);
    if (!isApart || !hasMain || taken.includes('around')) return true;
    if (kind !== 'rule') left.note('around', row.number, row.text.length);
    return false;
  }

  function neverClosed(): Problem[] {
    if (unfinished !== null) {
      const message = 'A tag or comment begins here and never ends; what follows is left out.';
      return [{ line: lineAt(unfinished), message }];
    }
    if (skipped?.skip !== 'silent' || skipped.name === 'head') return [];
    const message = `<${skipped.name}> is never closed; what follows it is left out.`;
    return [{ line: skipped.line, message }];
  }
}

function weightOf(text: string, { kind }: Surroundings): number {
  return kind === 'rule' ? 0 : text.length;
}

function isBoldStyle(style: string | undefined): boolean {
  return style !== undefined && /font-weight:\s?(?:bold|[6-9]00)/i.test(style);
}
