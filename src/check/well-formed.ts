import { SaxesParser } from 'saxes';
import { type Finding, finding } from './finding.ts';

/**
 * Whether the feed is XML as the standard has it. Only the first fault is told: what a strict reader finds
 * after it is mostly its consequence.
 */
export function checkWellFormed(source: string): Finding[] {
  const declaration = checkDeclaration(source);
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(source).close();
    return declaration;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const message = said.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const line = /entity/.test(message) ? lineOfEntity(source, parser) : parser.line;
    return [...declaration, finding('xml-not-well-formed', line, `XML: ${message}.`)];
  }
}

/** A bare `&` is noticed only at the next semicolon, which may be lines away. */
function lineOfEntity(source: string, { position, line }: SaxesParser): number {
  const begin = source.lastIndexOf(';', position - 2) + 1;
  const at = source.indexOf('&', begin);
  if (at === -1 || at > position) return line;
  return line - (source.slice(at, position).split('\n').length - 1);
}

function checkDeclaration(source: string): Finding[] {
  const declaration = /^<\?xml\s[^>]{0,200}\?>/.exec(source)?.[0];
  if (declaration === undefined) {
    return [finding('xml-declaration', 1, 'The feed does not begin with an XML declaration.')];
  }
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding === undefined || /^utf-8$/i.test(encoding)) return [];
  return [finding('xml-declaration', 1, `The feed says that its encoding is ${encoding}.`)];
}
