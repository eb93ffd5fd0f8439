import { icons } from './icons.tsx';

/** The search of the page; `player/find.ts` opens it. */
export function FindBar() {
  return (
    <search data-part="find" hidden>
      <form class="find">
        <input
          type="search"
          data-part="query"
          aria-label="Search the transcript"
          placeholder="Search the transcript"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
        />
        <span class="figure quiet count" data-part="count" />
        <button type="button" data-part="previous" aria-label="Previous hit">
          {icons.up()}
        </button>
        <button type="submit" data-part="next" aria-label="Next hit">
          {icons.down()}
        </button>
        <button type="button" data-part="playHit" aria-label="Play from this hit">
          {icons.play()}
        </button>
        <button type="button" data-part="close" aria-label="Close the search">
          {icons.close()}
        </button>
      </form>
    </search>
  );
}
