/** How a file of markup begins. */
export interface XmlRoot {
  /** Name of the first element, in small letters and without its prefix; empty where none is in sight. */
  name: string;
  /** Its start tag as it stands. */
  tag: string;
  /** What a DOCTYPE names, in small letters; null without one. */
  doctype: string | null;
  /** Whether an XML declaration comes first. */
  isDeclared: boolean;
}

/** Looks past declarations and comments for the first element; null where a text begins with anything else. */
export function xmlRoot(text: string): XmlRoot | null {
  let at = skipSpace(text, 0);
  const isDeclared = /^<\?xml\s/.test(text.slice(at, at + 6));
  let doctype: string | null = null;
  while (text.startsWith('<!', at) || text.startsWith('<?', at)) {
    const named = /^<!doctype\s+([\w:.-]{1,60})/i.exec(text.slice(at, at + 80));
    if (named !== null) doctype = named[1]!.toLowerCase();
    const end = endOfDeclaration(text, at);
    if (end === null)
      return isDeclared || doctype ? { name: '', tag: '', doctype, isDeclared } : null;
    at = skipSpace(text, end);
  }
  const found = /^<(?:[\w.-]{1,60}:)?([a-z_][\w.-]{0,60})(?=[\s/>])/i.exec(
    text.slice(at, at + 130),
  );
  if (found === null)
    return isDeclared || doctype ? { name: '', tag: '', doctype, isDeclared } : null;
  const end = text.indexOf('>', at);
  const tag = text.slice(at, end === -1 ? text.length : end + 1);
  return { name: found[1]!.toLowerCase(), tag, doctype, isDeclared };
}

/** Index after a comment, an instruction or a DOCTYPE, whose declarations of its own stand in brackets. */
function endOfDeclaration(text: string, at: number): number | null {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at);
  const simple = after(text, '>', at);
  if (simple === null || !text.slice(at, simple).includes('[')) return simple;
  const closed = /\]\s{0,100}>/g;
  closed.lastIndex = at;
  return closed.exec(text) === null ? null : closed.lastIndex;
}

function after(text: string, mark: string, from: number): number | null {
  const at = text.indexOf(mark, from);
  return at === -1 ? null : at + mark.length;
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}
