import { type Hit, searchIn } from './hits.ts';
import { createBrush } from './paint.ts';
import type { Parts } from './parts.ts';
import type { Said } from './said.ts';
import type { Sight } from './sight.ts';
import type { Sound } from './sound.ts';
import { rangeIn } from './text-range.ts';
import { timesOnWaveform } from './waveform-marks.ts';
import { playableAt } from './word-at.ts';
import type { Spoken } from './word-times.ts';
import { wordOfOffset } from './words-in-text.ts';

/** More hits than this are counted and gone through, but not all painted. */
const mostPainted = 2000;

/**
 * The search of the page: every hit painted in the text and marked on the waveform, one after the other
 * brought into sight.
 *
 * @param began hears when the reader goes to a hit, which is where they look from then on
 * @returns opens it
 */
export function connectFind(
  { sound, said, spoken, sight }: { sound: Sound; said: Said; spoken: Spoken[]; sight: Sight },
  parts: Parts,
  say: (text: string) => void,
  began: () => void,
  signal: AbortSignal,
): () => void {
  const all = createBrush('found', 1);
  const current = createBrush('found-now', 3);
  const units = [...document.querySelectorAll('.transcript :is(.name, .chapter, .said > p)')];
  const search = searchIn(units.map((unit) => () => unit.textContent ?? ''));
  const numbers = new Map(said.paragraphs.map((element, at) => [element, at]));
  const marks = timesOnWaveform(parts.hits, sound);
  let hits: Hit[] = [];
  let now = -1;
  let opener: HTMLElement | null = null;

  const rangeOf = ({ unit, start, end }: Hit) => rangeIn(units[unit] as Element, start, end);
  const timeOf = ({ unit, start }: Hit) => {
    const element = units[unit] as Element;
    const inside = element.closest('.turn')?.querySelector('.said > p') ?? element;
    const paragraph = numbers.get(element) ?? numbers.get(inside);
    if (paragraph === undefined) return null;
    const word = numbers.has(element) ? wordOfOffset(said.textOf(paragraph), start + 1) : 0;
    return playableAt(spoken, { paragraph, word })?.start ?? null;
  };
  const show = () => {
    const hit = hits[now];
    current.paint(...(hit ? [rangeOf(hit)] : []));
    const asked = parts.query.value.trim() !== '';
    const count = hits.length === 0 ? 'Nothing found' : `${now + 1} of ${hits.length}`;
    parts.count.textContent = asked ? count : '';
    for (const part of [parts.previous, parts.next, parts.playHit]) {
      part.disabled = hits.length === 0;
    }
  };
  const go = (to: number) => {
    if (hits.length === 0) return;
    now = (to + hits.length) % hits.length;
    began();
    sight.bring(rangeOf(hits[now] as Hit));
    show();
    say(`${now + 1} of ${hits.length}`);
  };
  const look = () => {
    hits = search(parts.query.value);
    all.paint(...hits.slice(0, mostPainted).map(rangeOf));
    marks.show(hits.slice(0, mostPainted).map(timeOf));
    // From where the reader is, as the search of a browser does.
    const ahead = hits.findIndex(({ unit }) => bottomOf(units[unit]) >= 0);
    now = hits.length === 0 ? -1 : Math.max(0, ahead);
    show();
    say(parts.count.textContent ?? '');
    if (hits.length > 0) {
      began();
      sight.bring(rangeOf(hits[now] as Hit));
    }
  };
  const close = () => {
    if (parts.find.hidden) return;
    parts.find.hidden = true;
    parts.query.value = '';
    look();
    opener?.focus();
  };
  const open = () => {
    if (units.length === 0) return;
    opener = document.activeElement as HTMLElement | null;
    parts.find.hidden = false;
    parts.query.focus();
    parts.query.select();
  };

  const on = (part: HTMLElement, event: string, act: (event: Event) => void) =>
    part.addEventListener(event, act, { signal });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  on(parts.query, 'input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 120);
  });
  on(parts.find, 'submit', (event) => {
    event.preventDefault();
    go(now + 1);
  });
  on(parts.find, 'keydown', (event) => {
    const { key, shiftKey } = event as KeyboardEvent;
    if (key === 'Escape') close();
    else if (key === 'Enter' && shiftKey && event.target === parts.query) {
      event.preventDefault();
      go(now - 1);
    } else return;
    event.stopPropagation();
  });
  on(parts.previous, 'click', () => go(now - 1));
  on(parts.close, 'click', close);
  on(parts.playHit, 'click', () => {
    const time = hits[now] ? timeOf(hits[now] as Hit) : null;
    if (time === null) return;
    sound.seek(time);
    sound.play();
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-opens="find"]')) {
    button.hidden = units.length === 0;
    on(button, 'click', () => (parts.find.hidden ? open() : close()));
  }
  parts.playHit.hidden = spoken.length === 0;
  show();
  return open;
}

function bottomOf(element: Element | undefined): number {
  return element?.getBoundingClientRect().bottom ?? 0;
}
