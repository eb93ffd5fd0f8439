import type { Chapter, Peaks } from '../episode/episode.ts';
import type { Stretch } from './speakers.ts';
import { barCount, waveformBars } from './waveform-bars.ts';

/** A picture of the sound, in the speakers' colours where it is known who speaks when. */
export function Waveform({
  peaks,
  duration,
  stretches,
  chapters,
}: {
  peaks: Peaks;
  /** Seconds. */
  duration: number;
  stretches: Stretch[];
  chapters: Chapter[];
}) {
  const width = Math.max(1, Math.min(barCount, peaks.length));
  return (
    <svg
      class="waveform"
      viewBox={`-0.5 0 ${width} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class="quoted" data-part="quoted" />
      <g class="bars">
        {waveformBars(peaks, duration, stretches).map(({ speaker, path }) => (
          <path class={speaker ?? undefined} d={path} />
        ))}
      </g>
      <path class="tick" d={ticks(chapters, duration, width)} />
      <path class="hits" data-part="hits" />
    </svg>
  );
}

/** More than these would only be stripes. */
const mostTicks = 50;

/** The beginnings of chapters as path data. */
function ticks(chapters: Chapter[], duration: number, width: number): string {
  const within = chapters.filter(({ start }) => start > 0 && start < duration);
  if (within.length > mostTicks) return '';
  return within
    .map(({ start }) => `M${((start / duration) * width - 0.5).toFixed(2)} 0V100`)
    .join('');
}
