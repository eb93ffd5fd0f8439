import type { Fragment } from '../episode/media-fragment.ts';
import type { Follower } from './follow.ts';
import { fragmentInAddress } from './fragment-in-address.ts';
import type { Page } from './page.ts';
import { createBrush } from './paint.ts';
import { keptPlace } from './remember.ts';
import { wordsWithin } from './selected-words.ts';
import { stretchOnWaveform } from './waveform-marks.ts';

/**
 * Goes where the address says and marks it, else where this listener stopped. After a reload the listener's
 * own place counts for more: phones reload pages by themselves.
 *
 * @param quoted the part of the waveform's picture that shows a stretch
 */
export function arrive(
  { sound, said, spoken }: Page,
  follower: Follower,
  slug: string,
  quoted: Element,
  signal: AbortSignal,
): void {
  const brush = createBrush('quoted');
  const mark = stretchOnWaveform(quoted, sound);
  const show = (asked: Fragment) => {
    brush.paint(...wordsWithin(spoken(), asked).map(({ from, to }) => said.rangeOf(from, to)));
    mark.show(asked);
  };
  const go = (asked: Fragment) => {
    sound.choose(asked);
    show(asked);
    follower.resume(true);
  };
  const asked = fragmentInAddress(location);
  const kept = keptPlace(slug, sound.duration());
  if (asked !== null && (kept === null || !isReload())) go(asked);
  else if (kept !== null) sound.seek(kept);

  const gone = () => {
    const next = fragmentInAddress({ hash: location.hash, search: '' });
    if (next !== null) go(next);
  };
  addEventListener('hashchange', gone, { signal });
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
