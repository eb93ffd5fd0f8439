import { formerPodcastNamespace, namespaces } from '../markup/namespaces.ts';
import { everyElement, type XmlElement } from '../markup/read-xml.ts';
import { type Finding, finding, quoted } from './finding.ts';

/** Whether the feed's namespaces are those that apps compare letter by letter, and all are declared. */
export function checkNamespaces(root: XmlElement): Finding[] {
  const elements = [...everyElement(root)];
  return [...elements.flatMap(checkDeclarations), ...checkPrefixes(elements)];
}

function checkDeclarations({ attributes, line }: XmlElement): Finding[] {
  return Object.entries(attributes).flatMap(([name, address]) => {
    if (!name.startsWith('xmlns:')) return [];
    const meant = meantBy(name.slice('xmlns:'.length), address);
    if (meant === null || meant === address) return [];
    const former = address === formerPodcastNamespace;
    const found = former
      ? 'The podcast namespace is declared by its former address.'
      : `${name} is ${quoted(address)}, not ${quoted(meant)}.`;
    return [finding(former ? 'namespace-former' : 'namespace-misspelt', line, found)];
  });
}

/** The namespace of ours that a declaration stands for, by its prefix or its address. */
function meantBy(prefix: string, address: string): string | null {
  const known: Record<string, string> = namespaces;
  if (Object.hasOwn(known, prefix)) return known[prefix]!;
  const bare = (text: string) => text.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/+$/g, '');
  return Object.values(known).find((one) => bare(one) === bare(address)) ?? null;
}

/** Each prefix that nobody declares, once. `xml:` needs no declaration. */
function checkPrefixes(elements: XmlElement[]): Finding[] {
  const told = new Set(['xml']);
  return elements.flatMap(({ written, namespace, line }) => {
    const prefix = written.split(':')[0]!;
    if (!written.includes(':') || namespace !== '' || told.has(prefix)) return [];
    told.add(prefix);
    return [finding('namespace-undeclared', line, `The prefix ${quoted(prefix)} is not declared.`)];
  });
}
