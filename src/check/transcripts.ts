import { AlongsideError } from '../episode/error.ts';
import type { XmlElement } from '../markup/read-xml.ts';
import type { TranscriptFormat } from '../transcript/format.ts';
import { readTranscript } from '../transcript/read.ts';
import { isWebAddress } from './addresses.ts';
import { type Ask, isAnswer } from './ask.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { isOpenToPages, obstacles, servedType } from './reach.ts';
import { all, type Item } from './read-feed.ts';

/** The types a feed may name, with the formats that the file may then be in. */
const types: Record<string, TranscriptFormat[]> = {
  'text/vtt': ['vtt'],
  'application/x-subrip': ['srt'],
  'application/json': ['json'],
  'text/html': ['html'],
  // Text may look like anything.
  'text/plain': [],
};

const mostBytes = 20 << 20;
/** Problems of one file that are told, each with its line. */
const mostProblems = 5;

/** Every transcript of an episode, fetched and read. */
export async function checkTranscripts(ask: Ask, item: Item): Promise<Finding[]> {
  const tags = all(item.element, 'podcast:transcript');
  const findings: Finding[] = [];
  for (const tag of tags) findings.push(...(await checkTranscript(ask, tag, item)));
  const timed = tags.some(({ attributes }) =>
    ['application/x-subrip', 'application/srt'].includes(attributes.type ?? ''),
  );
  if (timed && !tags.some(({ attributes }) => attributes.type === 'text/vtt')) {
    const found = 'There are captions, but none in WebVTT.';
    findings.push(finding('transcript-without-vtt', tags[0]!.line, found, item));
  }
  return findings;
}

async function checkTranscript(ask: Ask, tag: XmlElement, item: Item): Promise<Finding[]> {
  const { url: given = '', type = '' } = tag.attributes;
  const url = given.trim();
  const findings = Object.hasOwn(types, type)
    ? []
    : [finding('transcript-type', tag.line, `The type is ${quoted(type)}.`, item)];
  if (!isWebAddress(url)) {
    const found = `The address is ${quoted(url)}.`;
    return [...findings, finding('transcript-unreachable', tag.line, found, item)];
  }
  const result = await ask(url, { most: mostBytes, seconds: 60 });
  findings.push(...obstacles(url, result, 'transcript-unreachable', item));
  if (!isAnswer(result) || result.status < 200 || result.status > 299) return findings;
  if (!isOpenToPages(result.headers)) {
    const found = 'Pages of other sites may not read it.';
    findings.push(finding('transcript-cors', url, found, item));
  }
  const served = servedType(result.headers);
  if (Object.hasOwn(types, type) && served !== type) {
    const found = `The feed says ${type}, and it is served as ${quoted(served || 'nothing')}.`;
    findings.push(finding('transcript-served-type', url, found, item));
  }
  return [...findings, ...checkContent(url, type, result.body, item)];
}

function checkContent(url: string, type: string, bytes: Uint8Array, item: Item): Finding[] {
  try {
    const { format, problems } = readTranscript(bytes, url);
    const formats = (Object.hasOwn(types, type) && types[type]) || [];
    if (formats.length > 0 && !formats.includes(format)) {
      const found = `The feed says ${type}, and the file reads as ${format}.`;
      return [finding('transcript-other-format', url, found, item)];
    }
    if (format === 'vtt' && !isSigned(bytes)) {
      const found = 'The file does not begin with WEBVTT, so players refuse all of it.';
      return [finding('transcript-unreadable', url, found, item)];
    }
    // What may be amiss in plain text is for its editor to see; apps show it as it is.
    const told = format === 'text' ? [] : problems.slice(0, mostProblems);
    return told.map(({ line, message }) =>
      finding('transcript-problems', line === null ? url : `${url}, line ${line}`, message, item),
    );
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    const { line } = error.facts;
    const where = line === undefined ? url : `${url}, line ${line}`;
    return [finding('transcript-unreadable', where, error.message, item)];
  }
}

/** WebVTT, 4.1: nothing but a byte order mark comes before it. */
function isSigned(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  return /^WEBVTT(?:[ \t\r\n]|$)/.test(start);
}
