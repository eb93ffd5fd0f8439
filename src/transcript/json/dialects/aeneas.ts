import { languageTag } from '../../language-tag.ts';
import type { Dialect, Passage, Report, SaidWord, Spoken } from '../dialect.ts';
import { at, type Fields, firstOf, isRecord, listIn, recordsIn, textIn } from '../fields.ts';
import { timeIn } from '../time-value.ts';

/**
 * aeneas, `{"fragments": [{begin, end, lines, children}]}`, times in strings. A fragment's innermost children
 * are its words, or its sentences.
 */
export const aeneas: Dialect = { name: 'aeneas', fits, read };

function fits(json: unknown): boolean {
  return firstOf(at(json, 'fragments')).some((item) => isRecord(item) && Array.isArray(item.lines));
}

function read(json: unknown, report: Report): Spoken {
  const fragments = recordsIn(at(json, 'fragments'));
  const passages = fragments.map((fragment, index): Passage => {
    const called = `Segment ${index + 1}`;
    const leaves = leavesOf(fragment);
    return {
      called,
      speakers: [],
      start: timeIn(fragment.begin, 1, called, report),
      end: timeIn(fragment.end, 1, called, report),
      text: Array.isArray(fragment.lines) ? linesOf(fragment) : null,
      words: leaves.map((leaf) => wordOf(leaf, called, report)),
    };
  });
  return { passages, language: languageTag(fragments[0]?.language) };
}

/** In order, without recursion, however deep they lie. */
function leavesOf(fragment: Fields): Fields[] {
  const leaves: Fields[] = [];
  const waiting = recordsIn(fragment.children).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children = recordsIn(next.children);
    if (children.length === 0) leaves.push(next);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at]!);
  }
  return leaves;
}

function wordOf(leaf: Fields, called: string, report: Report): SaidWord {
  const start = timeIn(leaf.begin, 1, called, report);
  const end = timeIn(leaf.end, 1, called, report);
  return { text: linesOf(leaf), start, end, confidence: null };
}

function linesOf({ lines }: Fields): string {
  return listIn(lines)
    .map((line) => textIn(line) ?? '')
    .join(' ');
}
