import type { Chapter } from '../episode/episode.ts';
import { clock } from '../episode/timecode.ts';
import { icons } from './icons.tsx';
import { inLanguage } from './language.ts';
import { MoreControls } from './more-controls.tsx';

/** Our own controls, without function until `player.js` shows them. Keep each `data-part` as it reads there. */
export function PlayerControls({
  duration,
  chapters,
  language,
  searchable,
}: {
  /** Seconds. */
  duration: number;
  chapters: Chapter[];
  /** BCP 47 tag of the episode. */
  language: string;
  /** Whether the page has words to search. */
  searchable: boolean;
}) {
  return (
    <div class="controls" data-part="controls" hidden>
      <button type="button" class="play" data-part="play" aria-label="Play">
        {icons.play()}
        {icons.pause()}
      </button>
      <span class="figure position" data-part="position">
        {clock(0)}
      </span>
      <button type="button" class="skip" data-part="back" aria-label="Back 15 seconds">
        {icons.back()}
      </button>
      <button type="button" class="skip" data-part="forward" aria-label="Forward 15 seconds">
        {icons.forward()}
      </button>
      <span class="chapter-now">
        <select data-part="chapter" aria-label="Chapter">
          {chapters.map(({ title }) => (
            <option {...inLanguage(language)}>{title}</option>
          ))}
        </select>
      </span>
      <button type="button" class="to-now" data-part="toNow" hidden>
        {icons.toNow()}Back to now
      </button>
      {searchable && (
        <button type="button" data-opens="find" aria-label="Search the transcript">
          {icons.search()}
        </button>
      )}
      <select class="speed" data-part="speed" aria-label="Speed">
        {speeds.map((speed) => (
          <option value={speed} selected={speed === 1}>
            {speed}×
          </option>
        ))}
      </select>
      <MoreControls hasChapters={chapters.length > 0} />
      <span class="figure remaining" data-part="remaining">
        −{clock(duration)}
      </span>
    </div>
  );
}

const speeds = [
  0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.75, 2, 2.25, 2.5, 2.75, 3,
];
