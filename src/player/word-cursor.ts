import type { Page } from './page.ts';
import { createBrush } from './paint.ts';
import type { Said } from './said.ts';
import { playableAt } from './word-at.ts';
import type { Place } from './word-times.ts';
import { countWords } from './words-in-text.ts';

/**
 * Words by keyboard with one tab stop a turn: on the time of a turn, left and right go from word to word,
 * with shift they select, Enter plays from the word. Enter also plays from where the caret stands, for
 * those who browse with one.
 */
export function connectWordCursor(page: Page, signal: AbortSignal): void {
  const { said, spoken, sight } = page;
  const brush = createBrush('cursor', 5);
  let at: Place | null = null;
  let anchor: Place | null = null;
  const move = (to: Place | null) => {
    at = to;
    const range = at && said.rangeOf(at, at);
    brush.paint(...(range ? [range] : []));
    if (range === null) return;
    page.lookAway();
    sight.bring(range);
    page.say(range.toString());
  };

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const turn = (event.target as Element).closest?.('.moment')?.closest('.turn') ?? null;
      if (event.key === 'Enter') {
        const place = turn ? at : caret(said, event.target);
        const word = place && playableAt(spoken(), place);
        if (!word) return;
        event.preventDefault();
        page.play({ start: word.start, end: null });
      }
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (turn === null || way === undefined) return;
      event.preventDefault();
      const to = step(said, turn, at, turn.matches('[dir="rtl"] *') ? -way : way);
      if (event.shiftKey && to) {
        anchor ??= at ?? to;
        select(said, anchor, to);
      } else if (anchor !== null) {
        anchor = null;
        getSelection()?.removeAllRanges();
      }
      move(to);
    },
    { signal },
  );
  document.addEventListener(
    'focusout',
    () => {
      anchor = null;
      move(null);
    },
    { signal },
  );
}

/**
 * The next word in either direction, from the first of the turn to the last before the next turn that has a
 * time of its own to stop at.
 */
function step(said: Said, turn: Element, at: Place | null, way: number): Place | null {
  const first = said.paragraphs.findIndex((element) => turn.contains(element));
  if (first === -1) return null;
  if (at === null) return { paragraph: first, word: 0 };
  const word = at.word + way;
  const count = countWords(said.textOf(at.paragraph));
  if (word >= 0 && word < count) return { ...at, word };
  const paragraph = at.paragraph + way;
  const there = said.turnOf({ paragraph, word: 0 });
  const own = there === turn || there?.querySelector('.moment') === null;
  if (paragraph < first || !own) return at;
  return { paragraph, word: way > 0 ? 0 : countWords(said.textOf(paragraph)) - 1 };
}

function select(said: Said, from: Place, to: Place): void {
  const [a, b] = [said.rangeOf(from, from), said.rangeOf(to, to)];
  const back = a.compareBoundaryPoints(Range.START_TO_START, b) > 0;
  getSelection()?.setBaseAndExtent(
    ...(back
      ? ([a.endContainer, a.endOffset, b.startContainer, b.startOffset] as const)
      : ([a.startContainer, a.startOffset, b.endContainer, b.endOffset] as const)),
  );
}

function caret(said: Said, target: EventTarget | null): Place | null {
  const selection = getSelection();
  if (target !== document.body || !selection?.isCollapsed || !selection.anchorNode) return null;
  return said.placeOf(selection.anchorNode, selection.anchorOffset);
}
