/** A line of Markdown without the marks of the block it belongs to. */
export interface BlockLine {
  text: string;
  opensParagraph: boolean;
  closesParagraph: boolean;
  /** Whether it is quoted or an item of a list, where a bold word is hardly anybody's name. */
  inBlock: boolean;
  isHeading?: true;
}

/** Takes off the marks of headings, quotes and lists; the number of an item is a word and stays. */
export function withoutBlockMarks(line: string): BlockLine {
  const bare = line.replace(/^(?:\s{0,12}>){1,20} ?/, '').trimEnd();
  const quoted = bare.length < line.trimEnd().length;
  const heading = /^\s{0,3}#{1,6}(?=[ \t]|$)/.exec(bare);
  if (heading !== null) {
    const text = bare.slice(heading[0].length).replace(/[ \t]#+$/, '');
    return { text, opensParagraph: true, closesParagraph: true, inBlock: false, isHeading: true };
  }
  const item = /^\s{0,12}(?:[-+*]|(\d{1,9}[.)]))[ \t]{1,9}(?=\S)/.exec(bare);
  if (item === null || isRule(bare)) return { ...plainLine(bare), inBlock: quoted };
  const text = `${item[1] ?? ''} ${bare.slice(item[0].length)}`.trimStart();
  return { text, opensParagraph: true, closesParagraph: false, inBlock: true };
}

/** A line of code, where no character is a mark. */
export function codeLine(line: string): BlockLine {
  return plainLine(line.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
}

function plainLine(text: string): BlockLine {
  return { text, opensParagraph: false, closesParagraph: false, inBlock: false };
}

/** The mark that opens or closes a fence of code, or null. */
export function fenceMark(line: string): string | null {
  return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
}

/**
 * The name that a line such as `[name]: https://…` defines for links elsewhere, in lower case, or null. What
 * stands there has to look like an address: `[Ann]: Hello.` is somebody speaking.
 */
export function definedReference(line: string): string | null {
  const found =
    /^ {0,3}\[([^[\]\n]{1,200})\]:[ \t]{0,9}(\S{1,2000})(?:[ \t]{1,9}["'(].{0,500})?[ \t]*$/.exec(
      line,
    );
  if (found === null) return null;
  return /[:/#<]|\w\.\w/.test(found[2]!) ? found[1]!.toLowerCase() : null;
}

/** `* * *` is a line drawn across the page, no list. */
function isRule(line: string): boolean {
  return /^\s*([-*_])(?:\s*\1){2,}$/.test(line);
}
