import { icons } from './icons.tsx';

/** The sheet of keys, as `player/keys.ts` and `player/word-cursor.ts` have them. */
export function Shortcuts() {
  return (
    <dialog class="shortcuts" data-part="sheet" aria-labelledby="shortcuts-heading">
      <form method="dialog">
        <header>
          <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
          <button type="submit" value="close" aria-label="Close">
            {icons.close()}
          </button>
        </header>
        {sections.map(({ where, keys }) => (
          <>
            <h3>{where}</h3>
            <dl>
              {keys.map(([pressed, does]) => (
                <div>
                  <dt>
                    {pressed.split(' ').map((key) => (
                      <kbd>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </>
        ))}
        <label>
          <input type="checkbox" data-part="anywhere" checked /> Letters work anywhere on the page
        </label>
      </form>
    </dialog>
  );
}

const sections: { where: string; keys: [keys: string, does: string][] }[] = [
  {
    where: 'Anywhere',
    keys: [
      ['k', 'Play or pause'],
      ['j l', 'Back or forward 15 seconds'],
      ['p n', 'Previous or next chapter'],
      ['< >', 'Slower or faster'],
      ['m', 'Sound off or on'],
      ['f', 'Back to what is spoken now'],
      ['/', 'Search the transcript'],
      ['?', 'This sheet'],
    ],
  },
  {
    where: 'In the player',
    keys: [
      ['Space', 'Play or pause'],
      ['← →', 'Back or forward 5 seconds'],
      ['PgDn PgUp', 'Back or forward a minute'],
      ['Home End', 'To the beginning or the end'],
    ],
  },
  {
    where: 'On the time of a turn',
    keys: [
      ['← →', 'From word to word; with Shift, select'],
      ['Enter', 'Play from there'],
    ],
  },
];
