/** An element as found: `text` is what stands directly in it, CDATA included. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

/**
 * A strict reader of XML 1.0 without a document type: throws at whatever a validating parser would stop
 * at (forbidden characters, bare `&` and `<`, unknown entities, doubled attributes, wrong nesting).
 */
export function readXml(xml: string): Node {
  if (forbidden.test(xml)) throw new Error(`A forbidden character at ${xml.search(forbidden)}.`);
  const root = node('', {});
  const open = [root];
  let at = /^<\?xml version="1\.0" encoding="UTF-8"\?>/.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    token.lastIndex = at;
    const found = token.exec(xml);
    const parent = open.at(-1) ?? root;
    if (found === null) throw new Error(`Not XML at ${at}: ${xml.slice(at, at + 40)}`);
    const { cdata, end, start, list, empty, text } = found.groups ?? {};
    if (cdata !== undefined) parent.text += cdata;
    if (text !== undefined) parent.text += unescaped(text);
    if (end !== undefined && open.pop()?.name !== end) throw new Error(`</${end}> at ${at}.`);
    if (start !== undefined) {
      const child = node(start, attributesOf(list ?? ''));
      parent.children.push(child);
      if (empty === '') open.push(child);
    }
    at = token.lastIndex;
  }
  const [document] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || document === undefined)
    throw new Error('Not one whole document.');
  return document;
}

/** The children of that name. */
export function all(parent: Node, name: string): Node[] {
  return parent.children.filter((child) => child.name === name);
}

/** The one child of that name. */
export function one(parent: Node, name: string): Node {
  const [found, ...more] = all(parent, name);
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} × ${name}`);
  return found;
}

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const attribute = `\\s+${name}="[^"<]*"`;
const token = new RegExp(
  [
    '<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>',
    `</(?<end>${name})>`,
    `<(?<start>${name})(?<list>(?:${attribute})*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);

function node(name: string, attributes: Record<string, string>): Node {
  return { name, attributes, text: '', children: [] };
}

function attributesOf(list: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of list.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (key in attributes) throw new Error(`${key} twice`);
    attributes[key] = unescaped(value);
  }
  return attributes;
}

function unescaped(text: string): string {
  if (text.includes(']]>')) throw new Error('A bare ]]>.');
  return text.replace(/&([^;]*;?)/g, (whole, entity: string) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`Not an entity of XML: ${whole}`);
    return character;
  });
}

const entities: Record<string, string> = {
  'amp;': '&',
  'lt;': '<',
  'gt;': '>',
  'quot;': '"',
  'apos;': "'",
};
