import { blocks } from './html-elements.ts';

export interface OpenElements<Element extends { name: string }> {
  /** Ends what an element of this name ends by beginning. */
  makeWay: (name: string) => void;
  open: (element: Element) => void;
  /** Ends an element and all in it; an end tag that fits nothing is passed over. */
  close: (name: string) => void;
  closeAll: () => void;
  /** The innermost one. */
  last: () => Element | undefined;
  has: (name: string) => boolean;
}

/** No one leaves more elements open by mistake; it bounds the search. */
const farthest = 64;

/** As in browsers: what is nested deeper than this stands beside what it is in. */
const deepest = 512;

/**
 * Keeps the elements that are open at a place of an HTML file, with its rules for tags that are left out: a
 * new paragraph ends the one before it, a new cell the cell (https://html.spec.whatwg.org/#optional-tags).
 *
 * @param leave is told of every element that ends, innermost first
 */
export function openElements<Element extends { name: string }>(
  leave: (element: Element) => void,
): OpenElements<Element> {
  const stack: Element[] = [];
  const counts = new Map<string, number>();
  return {
    makeWay,
    open(element) {
      if (stack.length >= deepest) pop();
      stack.push(element);
      counts.set(element.name, (counts.get(element.name) ?? 0) + 1);
    },
    close(name) {
      if (!counts.get(name)) return;
      if (blocks.has(name) || isInLine(name)) endDownTo((element) => element.name === name);
    },
    closeAll() {
      while (stack.length > 0) pop();
    },
    last: () => stack.at(-1),
    has: (name) => Boolean(counts.get(name)),
  };

  function makeWay(name: string): void {
    const rule = impliedEnds.get(name) ?? (blocks.has(name) ? paragraphs : null);
    if (rule === null || !rule.ends.some((ended) => counts.get(ended))) return;
    let outermost: Element | null = null;
    for (let at = stack.length - 1; at >= Math.max(0, stack.length - farthest); at -= 1) {
      if (rule.within.has(stack[at]!.name)) break;
      if (rule.ends.includes(stack[at]!.name)) outermost = stack[at]!;
    }
    if (outermost !== null) endDownTo((element) => element === outermost);
  }

  /** Whether an element that runs within a line ends without ending a block. */
  function isInLine(name: string): boolean {
    for (let at = stack.length - 1; at >= Math.max(0, stack.length - farthest); at -= 1) {
      if (stack[at]!.name === name) return true;
      if (blocks.has(stack[at]!.name)) return false;
    }
    return false;
  }

  function endDownTo(isLast: (element: Element) => boolean): void {
    for (let ended = pop(); ended !== undefined && !isLast(ended); ) ended = pop();
  }

  function pop(): Element | undefined {
    const element = stack.pop();
    if (element === undefined) return undefined;
    counts.set(element.name, counts.get(element.name)! - 1);
    leave(element);
    return element;
  }
}

interface ImpliedEnd {
  ends: readonly string[];
  /** Elements that shield what is around them. */
  within: ReadonlySet<string>;
}

const paragraphs = rule('p', 'button caption object table td th');
const lists = rule('p li', 'ol ul menu dir table');
const terms = rule('p dd dt', 'dl table');
const cells = rule('p td th', 'table');

const rows = rule('p td th tr', 'table');
const rowGroups = rule('p td th tr tbody thead', 'table');

const impliedEnds = new Map([
  ['li', lists],
  ['dd', terms],
  ['dt', terms],
  ['td', cells],
  ['th', cells],
  ['tr', rows],
  ['tbody', rowGroups],
  ['tfoot', rowGroups],
]);

function rule(ends: string, within: string): ImpliedEnd {
  return { ends: ends.split(' '), within: new Set(within.split(' ')) };
}
