import { legalInXml } from '../markup/escape.ts';

/** An XML element as data, its text and attributes unescaped. */
export interface Element {
  /** With its prefix: `itunes:duration`. */
  name: string;
  attributes: Record<string, string>;
  content: string | Element[];
}

/** @param attributes those that are null or empty are left out */
export function element(
  name: string,
  content: string | Element[],
  attributes: Record<string, string | null> = {},
): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return { name, content, attributes: Object.fromEntries(given) };
}

/** The element in the form the `podcast` library takes under `customElements`. */
export function libraryElement({ name, attributes, content }: Element): LibraryElement {
  const legalOnes = Object.entries(attributes).map(([key, value]) => [key, legalInXml(value)]);
  const _attr: Record<string, string> = Object.fromEntries(legalOnes);
  if (content.length === 0) return { [name]: { _attr } };
  const children =
    typeof content === 'string' ? [legalInXml(content)] : content.map(libraryElement);
  return { [name]: [{ _attr }, ...children] };
}

interface LibraryElement {
  [name: string]: { _attr: Record<string, string> } | (object | string)[];
}
