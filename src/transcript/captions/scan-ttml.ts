import { languageTag } from '../language-tag.ts';
import { lineCounter } from '../tags/line-counter.ts';
import { type Attributes, scanMarkup } from '../tags/scan-markup.ts';
import { agentGatherer } from './ttml-agents.ts';
import type { TimedElement, TtmlDocument, TtmlParagraph } from './ttml-element.ts';
import { ttmlProblems } from './ttml-problems.ts';
import { type TtmlClock, ttmlClock, ttmlSeconds } from './ttml-time.ts';

/** What stands in these, though inside a paragraph, is no text. */
const unsaid = new Set(
  'actor agent animate audio copyright data desc image information item metadata name set source title'.split(
    ' ',
  ),
);

/** Nobody nests deeper by hand or by program. */
const deepest = 1000;

const timed = new Set(['body', 'div', 'p', 'span']);

interface Open {
  name: string;
  line: number;
  /** The innermost element with a time that it is or stands in. */
  element: TimedElement | null;
  preserve: boolean;
  isUnsaid: boolean;
}

/**
 * Reads a TTML document, whatever its version and profile: elements are known by their local names, since
 * namespaces differ and are often wrong. What is broken in the XML is read over and reported.
 */
export function scanTtml(source: string): TtmlDocument {
  const lineAt = lineCounter(source);
  const problems = ttmlProblems();
  const agents = agentGatherer();
  const stack: Open[] = [];
  const counts = new Map<string, number>();
  const elements: TimedElement[] = [];
  const paragraphs: TtmlParagraph[] = [];
  let clock: TtmlClock = ttmlClock(() => undefined);
  let language: string | null = null;
  let isAbsolute = false;
  let tooDeep = 0;
  let paragraph: { open: Open; found: TtmlParagraph } | null = null;

  const unfinished = scanMarkup(source, 'xml', {
    open: (name, attributes, at) => open(localName(name), attributes, at),
    close: (name, at) => close(localName(name), lineAt(at)),
    text: (text, at) => takeText(text, at),
  });
  const left = stack.at(-1);
  if (unfinished !== null) problems.note('A tag begins here and never ends.', lineAt(unfinished));
  else if (left !== undefined) problems.note(`<${left.name}> is never closed.`, left.line);
  const found = { agents: agents.names, elements, paragraphs, isAbsolute };
  return { ...found, language, problems: problems.all() };

  function open(name: string, attributes: Attributes, at: number): void {
    const line = lineAt(at);
    const local = byLocalName(attributes);
    const value = (attribute: string) => local.get(attribute);
    if (stack.length >= deepest) {
      problems.note('Elements are nested too deep; their times are not looked at.', line);
      tooDeep += 1;
      return;
    }
    if (name === 'tt' && stack.length === 0) {
      clock = ttmlClock(value);
      isAbsolute = [...attributes.values()].some((each) => each.includes('.apple.com/'));
    }
    if (name === 'tt' || name === 'body' || name === 'div') language ??= languageTag(value('lang'));
    if (name === 'p' && paragraph !== null) {
      problems.note('<p> begins inside another one; the first is taken to end here.', line);
      closeDownTo('p', line, true);
    }
    agents.open(name, value);
    const parent = stack.at(-1);
    const space = value('space');
    const preserve = space === undefined ? Boolean(parent?.preserve) : space === 'preserve';
    const opened: Open = {
      name,
      line,
      element: parent?.element ?? null,
      preserve,
      isUnsaid: false,
    };
    opened.isUnsaid = parent?.isUnsaid || (paragraph !== null && isUnsaid(name, value, line));
    // An element that says nothing shares all there is to know with the one around it.
    if (timed.has(name) && (name === 'p' || parent?.element == null || attributes.size > 0)) {
      opened.element = describe(name, parent?.element ?? null, value, line);
      elements.push(opened.element);
    }
    stack.push(opened);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (name === 'br') takeText('\n', at, true);
    if (name !== 'p' || opened.element === null) return;
    paragraph = { open: opened, found: { element: opened.element, texts: [] } };
    paragraphs.push(paragraph.found);
  }

  function close(name: string, line: number): void {
    if (tooDeep > 0) tooDeep -= 1;
    else if (!counts.get(name)) problems.note(`</${name}> closes nothing that is open.`, line);
    else closeDownTo(name, line, false);
  }

  /** Ends elements down to one of this name; each that ends before it was left open. */
  function closeDownTo(name: string, line: number, isReported: boolean): void {
    for (let last = stack.pop(); last !== undefined; last = stack.pop()) {
      counts.set(last.name, counts.get(last.name)! - 1);
      agents.close(last.name);
      if (last === paragraph?.open) endParagraph(paragraph.found);
      if (last.name === name) return;
      if (!isReported) problems.note(`</${name}> comes before <${last.name}> is closed.`, line);
    }
  }

  function endParagraph({ texts }: TtmlParagraph): void {
    paragraph = null;
    if (texts.length === 0) paragraphs.pop();
  }

  function takeText(text: string, at: number, isLineEnd = false): void {
    const last = stack.at(-1);
    agents.text(text);
    if (paragraph !== null && last?.element && !last.isUnsaid) {
      const preserve = last.preserve || isLineEnd;
      paragraph.found.texts.push({ element: last.element, text, preserve });
    } else if (counts.get('body') && !last?.isUnsaid && text.trim() !== '') {
      const first = lineAt(at + text.length - text.trimStart().length);
      problems.note('There is text outside of any paragraph (p); it is left out.', first);
    }
  }

  /** Whether what an element of a paragraph holds is not part of what is said. */
  function isUnsaid(
    name: string,
    value: (name: string) => string | undefined,
    line: number,
  ): boolean {
    if (unsaid.has(name)) return true;
    const isAid = /^(?:text|textContainer|delimiter)$/.test(value('ruby') ?? '');
    const isRepeat = /\bx-(?:translation|roman)/.test(value('role') ?? '');
    if (isAid) problems.note('Reading aids above characters (ruby): left out.', line);
    if (isRepeat)
      problems.note('Translations and transliterations beside the text: left out.', line);
    return isAid || isRepeat;
  }

  function describe(
    name: string,
    parent: TimedElement | null,
    value: (name: string) => string | undefined,
    line: number,
  ): TimedElement {
    let isCrooked = false;
    const seconds = (attribute: string) => {
      const written = value(attribute);
      if (written === undefined) return null;
      const found = ttmlSeconds(written, clock);
      if (found !== null) return found;
      isCrooked = true;
      problems.note(`“${written.slice(0, 40)}” is not a time; it is left out.`, line);
      return null;
    };
    const [begin, end, dur] = [seconds('begin'), seconds('end'), seconds('dur')];
    const agents = value('agent')
      ?.split(/\s+/)
      .filter((id) => id !== '');
    return {
      name,
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      line,
      id: value('id') ?? '',
      begin,
      end,
      dur,
      isCrooked,
      isSequence: value('timeContainer') === 'seq',
      agents: agents ?? parent?.agents ?? null,
      isWord: value('unit') === 'word',
      from: null,
      to: null,
    };
  }
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** Attributes by their local names; of two the one without a prefix counts. */
function byLocalName(attributes: Attributes): Attributes {
  let local: Map<string, string> | null = null;
  for (const [key, value] of attributes) {
    if (!key.includes(':')) continue;
    local ??= new Map(attributes);
    const name = localName(key);
    if (!attributes.has(name)) local.set(name, value);
  }
  return local ?? attributes;
}
