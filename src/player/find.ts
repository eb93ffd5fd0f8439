import { findableOf } from './findable.ts';
import { type Hit, searchIn } from './hits.ts';
import type { Page } from './page.ts';
import { createBrush } from './paint.ts';
import type { Parts } from './parts.ts';
import { timesOnWaveform } from './waveform-marks.ts';

/** Hits painted before and after the one that is shown; more would slow the page down and be far off. */
const paintedAround = 150;
/** So many hits are marked on the waveform. */
const mostMarked = 2000;
/** How long after a letter it looks, in case another follows. Milliseconds. */
const rest = 120;

/**
 * The search of the page: every hit painted in the text and marked on the waveform, one after the other
 * brought into sight.
 *
 * @returns opens it
 */
export function connectFind(page: Page, parts: Parts, signal: AbortSignal): () => void {
  const { sound, said, timed, spoken, sight, say } = page;
  const { texts, rangeOf, timeOf, firstFrom } = findableOf(said, spoken);
  const search = searchIn(texts);
  const around = createBrush('found', 1);
  const current = createBrush('found-now', 3);
  const marks = timesOnWaveform(parts.hits, sound);
  let hits: Hit[] = [];
  let now = -1;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let opener: HTMLElement | null = null;

  const show = () => {
    const hit = hits[now];
    current.paint(...(hit ? [rangeOf(hit)] : []));
    const near = hits.slice(Math.max(0, now - paintedAround), now + paintedAround);
    around.paint(...near.map(rangeOf));
    const count = hit ? `${now + 1} of ${hits.length}` : 'Nothing found';
    parts.count.textContent = parts.query.value.trim() === '' ? '' : count;
    for (const part of [parts.previous, parts.next, parts.playHit]) part.disabled = !hit;
    say(parts.count.textContent);
    if (!hit) return;
    page.lookAway();
    sight.bring(rangeOf(hit));
  };
  const look = () => {
    clearTimeout(waiting);
    waiting = undefined;
    hits = search(parts.query.value);
    marks.show(hits.slice(0, mostMarked).map(timeOf));
    // From where the reader is, as the search of a browser does.
    now = hits.length === 0 ? -1 : Math.max(0, firstFrom(hits, sight.area().top));
    show();
  };
  const go = (way: 1 | -1) => {
    if (waiting !== undefined) look();
    else if (hits.length > 0) {
      now = (now + way + hits.length) % hits.length;
      show();
    }
  };
  const close = () => {
    parts.find.hidden = true;
    parts.query.value = '';
    look();
    opener?.focus({ preventScroll: true });
  };
  const open = () => {
    if (texts.length === 0) return;
    if (parts.find.hidden) opener = document.activeElement as HTMLElement | null;
    parts.find.hidden = false;
    parts.query.focus();
    parts.query.select();
  };
  const play = () => {
    const hit = hits[now];
    const start = hit ? timeOf(hit) : null;
    if (start !== null) page.play({ start, end: null });
  };

  const on = (part: HTMLElement, event: string, act: (event: Event) => void) =>
    part.addEventListener(event, act, { signal });
  on(parts.query, 'input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, rest);
  });
  on(parts.find, 'submit', (event) => {
    event.preventDefault();
    go(1);
  });
  on(parts.find, 'keydown', (event) => {
    const { key, shiftKey, target } = event as KeyboardEvent;
    if (key === 'Escape') close();
    if (key !== 'Enter' || !shiftKey || target !== parts.query) return;
    event.preventDefault();
    go(-1);
  });
  on(parts.previous, 'click', () => go(-1));
  on(parts.close, 'click', close);
  on(parts.playHit, 'click', play);
  parts.playHit.hidden = !timed;
  for (const button of document.querySelectorAll<HTMLElement>('[data-opens="find"]')) {
    button.hidden = texts.length === 0;
    on(button, 'click', () => (parts.find.hidden ? open() : close()));
  }
  return open;
}
