import { icons } from './icons.tsx';

/** What is not needed at every moment: the sleep timer, the volume, the keys. */
export function MoreControls({ hasChapters }: { hasChapters: boolean }) {
  return (
    <details class="more" data-part="more">
      <summary>
        {icons.more()}
        <span class="unseen">Sleep timer, volume and keys</span>
        <span class="figure" data-part="sleepLeft" hidden />
      </summary>
      <div class="panel">
        <label>
          Sleep timer
          <select data-part="sleep">
            <option value="">Off</option>
            {minutes.map((count) => (
              <option value={count}>{count} minutes</option>
            ))}
            {hasChapters && <option value="chapter">End of chapter</option>}
          </select>
        </label>
        <label>
          Volume
          <input type="range" min="0" max="1" step="0.05" data-part="volume" />
        </label>
        <button type="button" data-part="openSheet">
          Keyboard shortcuts
        </button>
      </div>
    </details>
  );
}

const minutes = [5, 10, 15, 20, 30, 45, 60, 90];
