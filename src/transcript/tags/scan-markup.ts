import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities';
import { Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

/** What is told while markup is read. Places are indices into the source. */
export interface MarkupHandler {
  /** Names are in small letters in HTML, as written in XML. Of an attribute given twice the first counts. */
  open: (name: string, attributes: Attributes, at: number) => void;
  /** Told for tags as they stand, matching or not; in XML for a self-closing tag too. */
  close: (name: string, at: number) => void;
  /** Character references are decoded. */
  text: (text: string, at: number) => void;
}

const none: Attributes = new Map();

/**
 * Takes HTML or XML apart into tags and text; comments, declarations and instructions are passed over, and
 * nothing a DOCTYPE declares is ever expanded. Named characters of HTML are known in XML too, where files
 * use them in spite of the rules.
 *
 * It stands on the tokenizer of htmlparser2 and not on its parser, since that one takes time in the square
 * of the depth of nesting.
 *
 * @returns where a tag or comment begins that never ends, or null
 */
export function scanMarkup(
  source: string,
  kind: 'html' | 'xml',
  handler: MarkupHandler,
): number | null {
  const isHtml = kind === 'html';
  const decodeText = isHtml ? decodeHTML : decodeHTMLStrict;
  const decodeValue = isHtml ? decodeHTMLAttribute : decodeHTMLStrict;
  const plain = { from: 0, to: 0 };
  let done = 0;
  let tag = { name: '', at: 0 };
  let attribute = { name: '', value: '' };
  let attributes: Map<string, string> | null = null;

  const tokenizer = new Tokenizer(
    { xmlMode: !isHtml, decodeEntities: false },
    {
      ontext(from, to) {
        if (plain.to !== from || plain.from === plain.to) {
          tellText();
          plain.from = from;
        }
        plain.to = to;
        done = to;
      },
      onopentagname(from, to) {
        tellText();
        tag = { name: nameAt(from, to), at: from - 1 };
        attributes = null;
      },
      onattribname(from, to) {
        attribute = { name: nameAt(from, to), value: '' };
      },
      onattribdata(from, to) {
        attribute.value += source.slice(from, to);
      },
      onattribend() {
        attributes ??= new Map();
        if (attributes.has(attribute.name)) return;
        const { name, value } = attribute;
        attributes.set(name, value.includes('&') ? decodeValue(value) : value);
      },
      onopentagend(to) {
        handler.open(tag.name, attributes ?? none, tag.at);
        done = to + 1;
      },
      onselfclosingtag(to) {
        handler.open(tag.name, attributes ?? none, tag.at);
        if (!isHtml) handler.close(tag.name, tag.at);
        done = to + 1;
      },
      onclosetag(from, to) {
        tellText();
        handler.close(nameAt(from, to), from - 2);
        const end = source.indexOf('>', to);
        done = end === -1 ? source.length : end + 1;
      },
      oncdata(from, to, offset) {
        tellText();
        if (!isHtml) handler.text(source.slice(from, to - offset), from);
        done = to + 1;
      },
      oncomment: passOver,
      ondeclaration: passOver,
      onprocessinginstruction: passOver,
      onend: tellText,
      // Never told, since character references are decoded here.
      ontextentity() {},
      onattribentity() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return done < source.length ? done : null;

  function passOver(_from: number, to: number): void {
    tellText();
    if (to < source.length) done = to + 1;
  }

  function tellText(): void {
    const { from, to } = plain;
    if (from === to) return;
    const text = source.slice(from, to);
    handler.text(text.includes('&') ? decodeText(text) : text, from);
    plain.from = plain.to;
  }

  function nameAt(from: number, to: number): string {
    const name = source.slice(from, to);
    return isHtml ? name.toLowerCase() : name;
  }
}
