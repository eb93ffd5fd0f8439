import { AlongsideError } from '../../episode/error.ts';
import type { Format, Reading } from '../format.ts';
import { xmlRoot } from '../tags/xml-root.ts';
import type { FoundCue, FoundCues } from './cue.ts';
import { joinCues, type TimedCue } from './join-cues.ts';
import { labelCues } from './label-cues.ts';
import { resolveTtmlTimes } from './resolve-ttml-times.ts';
import { scanTtml } from './scan-ttml.ts';
import type { TtmlDocument, TtmlParagraph } from './ttml-element.ts';
import { shownText, ttmlRuns } from './ttml-text.ts';

export const ttml: Format = {
  name: 'ttml',
  looksLike: looksLikeXml,
  read: readTtml,
  cues: cuesInTtml,
};

/** Any XML that is no web page, so that a feed or a drawing is named as such and not taken for speech. */
export function looksLikeXml(text: string): boolean {
  const root = xmlRoot(text.slice(0, 20_000));
  if (root === null || root.name === 'html' || root.doctype === 'html') return false;
  return root.name === 'tt' || root.isDeclared || /\sxmlns(?::\w+)?\s?=/.test(root.tag);
}

/**
 * Reads TTML in its versions and profiles (DFXP, SMPTE-TT, EBU-TT-D, IMSC, Apple's): paragraphs are cues,
 * spans with times of their own time their words, and agents are who speaks. In a file without agents
 * speakers are found by labels in the text.
 *
 * @throws AlongsideError `transcript_malformed` where it is other XML
 */
export function readTtml(text: string): Reading {
  const document = documentIn(text);
  const isNamed = document.elements.some(({ agents }) => agents !== null);
  const cues = document.paragraphs.map((paragraph) => speak(paragraph, document, isNamed));
  const spoken = isNamed ? { cues, problems: [] } : labelCues(cues);
  const reading = joinCues(spoken.cues, document.language);
  const problems = [...document.problems, ...spoken.problems, ...reading.problems];
  return { ...reading, problems };
}

/** The paragraphs with their text as it is shown, `\n` between lines. Throws as `readTtml` does. */
export function cuesInTtml(text: string): FoundCues {
  const document = documentIn(text);
  const cues = document.paragraphs.map((paragraph): FoundCue => {
    const { id, line } = paragraph.element;
    const { start, end } = timesOf(paragraph);
    const sound = start !== null && end !== null;
    return { id, start, end, text: shownText(paragraph), line, sound };
  });
  return { cues, problems: document.problems };
}

function documentIn(text: string): TtmlDocument {
  const root = xmlRoot(text);
  if (root !== null && root.name !== 'tt') throw otherXml(root.name);
  const document = scanTtml(text);
  resolveTtmlTimes(document.elements, document.isAbsolute);
  return document;
}

function speak(paragraph: TtmlParagraph, document: TtmlDocument, isNamed: boolean): TimedCue {
  const runs = ttmlRuns(paragraph, document, isNamed ? [] : null);
  const { start, end } = timesOf(paragraph);
  const cue = { start, end, line: paragraph.element.line, called: 'The paragraph', runs };
  if (!runs.some(({ words }) => words.some((word) => word.start !== null))) return cue;
  runs[0]!.words[0]!.start ??= start;
  runs.at(-1)!.words.at(-1)!.end ??= end;
  return { ...cue, wordsTimed: true };
}

/** The times of a paragraph, or of the spans in it where it has none. */
function timesOf({ element, texts }: TtmlParagraph): { start: number | null; end: number | null } {
  if (element.from !== null) return { start: element.from, end: element.to };
  let start: number | null = null;
  let end: number | null = null;
  for (const { element: span } of texts) {
    if (span.from !== null) start = Math.min(start ?? span.from, span.from);
    if (span.to !== null) end = Math.max(end ?? span.to, span.to);
  }
  return { start, end };
}

/** Files of XML that people take for transcripts, by their root element. */
const others = new Map([
  ['rss', 'a feed (RSS), not a transcript'],
  ['feed', 'a feed (Atom), not a transcript'],
  ['opml', 'a list of feeds (OPML), not a transcript'],
  ['svg', 'a drawing (SVG), not a transcript'],
  ['smil', 'a SMIL file: it has the times of a text, but not its words'],
  ['document', 'a part of a Word document, not a transcript we know'],
  ['document-content', 'a part of an OpenDocument file, not a transcript we know'],
]);

function otherXml(name: string): AlongsideError {
  const called = name === '' ? 'XML without an element' : `XML of another kind (<${name}>)`;
  const message = `This is ${others.get(name) ?? `${called}, not a transcript we know`}.`;
  return new AlongsideError('transcript_malformed', message, {
    remedy: 'Give the transcript as TTML, HTML, WebVTT, SRT or plain text.',
  });
}
