import { clock } from '../episode/timecode.ts';
import { icons } from './icons.tsx';

/** Our own controls, without function until `player.js` shows them. Keep each `data-part` as it reads there. */
export function PlayerControls({ duration }: { duration: number }) {
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
      <span class="chapter-now" data-part="chapter" />
      <button type="button" class="to-now" data-part="toNow" hidden>
        {icons.toNow()}Back to now
      </button>
      <select class="speed" data-part="speed" aria-label="Speed">
        {speeds.map((speed) => (
          <option value={speed} selected={speed === 1}>
            {speed}×
          </option>
        ))}
      </select>
      <span class="figure remaining" data-part="remaining">
        −{clock(duration)}
      </span>
    </div>
  );
}

const speeds = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
