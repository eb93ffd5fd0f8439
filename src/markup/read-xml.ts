import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';

/** An element as it was read: by its namespace, whatever prefix the file gives it. */
export interface XmlElement {
  /** Address of its namespace; empty where it has none, or a prefix that nobody declared. */
  namespace: string;
  /** Without its prefix. */
  name: string;
  /** As written: `itunes:duration`. */
  written: string;
  /** By their written names, unescaped. */
  attributes: Record<string, string>;
  children: XmlElement[];
  /** All text directly in it, unescaped. */
  text: string;
  /** On which line of the file it begins, counted from 1. */
  line: number;
}

/** Deeper than any feed goes; what lies deeper is passed over. */
const deepest = 100;

/**
 * Reads XML however broken it is: nothing that can still be read is lost. Entities that only HTML knows are
 * decoded as HTML does, but only with their semicolon: `&copy=2` in an address is no sign. A document type is
 * not read, so no entity grows into more than a character.
 *
 * @returns the first element with all that is in it; null where there is none
 */
export function readXml(source: string): XmlElement | null {
  const open: { element: XmlElement; prefixes: Record<string, string> }[] = [];
  const lineAt = lineCounter(source);
  let root: XmlElement | null = null;
  let depth = 0;
  let asItStands = false;

  const parser = new Parser(
    {
      onopentag(written, given) {
        depth += 1;
        const parent = open.at(-1);
        if (depth > deepest || (root !== null && parent === undefined)) return;
        const attributes = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [key, decodeHTMLStrict(value)]),
        );
        const prefixes = { ...parent?.prefixes, ...declaredBy(attributes) };
        const { prefix, name } = split(written);
        const namespace = prefixes[prefix] ?? '';
        const line = lineAt(parser.startIndex);
        const element = { namespace, name, written, attributes, children: [], text: '', line };
        parent?.element.children.push(element);
        root ??= element;
        open.push({ element, prefixes });
      },
      onclosetag() {
        if (depth <= deepest) open.pop();
        depth -= 1;
      },
      ontext(text) {
        const element = open.at(-1)?.element;
        if (element && depth <= deepest) element.text += asItStands ? text : decodeHTMLStrict(text);
      },
      oncdatastart() {
        asItStands = true;
      },
      oncdataend() {
        asItStands = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(source);
  return root;
}

/** An element and all that is in it, as it stands in the file. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

/** The prefixes an element declares, with the addresses of their namespaces. */
function declaredBy(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
      .map(([key, address]) => [key.slice('xmlns:'.length), address.trim()]),
  );
}

function split(written: string): { prefix: string; name: string } {
  const colon = written.indexOf(':');
  return { prefix: written.slice(0, Math.max(0, colon)), name: written.slice(colon + 1) };
}

/** The line an offset lies on; offsets are asked for in order. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at += 1) if (source[at] === '\n') line += 1;
    return line;
  };
}
