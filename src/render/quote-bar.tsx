import { interfaceLanguage } from './language.ts';

/** What can be done with selected words; `player/quote-bar.ts` shows it beside them. */
export function QuoteBar() {
  return (
    <fieldset class="quote-bar" aria-label="Selected words" hidden {...interfaceLanguage}>
      {Object.entries(acts).map(([act, label]) => (
        <button type="button" value={act}>
          {label}
        </button>
      ))}
      <span data-told />
    </fieldset>
  );
}

const acts = {
  play: 'Play this',
  link: 'Copy link',
  quote: 'Copy quote',
  embed: 'Embed this',
};
