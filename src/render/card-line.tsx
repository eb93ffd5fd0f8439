import { runsLeft } from './card-text.ts';
import { palette } from './palette.ts';

/** The family the card is set in, by the name in the font's own file. */
const family = 'Source Serif 4';

/** One line of a card's text, set from the side it begins at. */
export function Line({
  x,
  y,
  size,
  side,
  text,
  leftwards = runsLeft(text),
  weight = 400,
  quiet = false,
}: {
  x: number;
  /** Of the line the letters stand on. */
  y: number;
  size: number;
  side: 'left' | 'right';
  text: string;
  /** Whether it is part of a text that runs from right to left; else its own first letter says so. */
  leftwards?: boolean;
  weight?: 400 | 600;
  quiet?: boolean;
}) {
  return (
    <text
      {...{ x, y }}
      font-family={family}
      font-size={size}
      font-weight={weight}
      fill={quiet ? palette.quiet : palette.ink}
      text-anchor={side === 'left' ? 'start' : 'end'}
    >
      {leftwards ? turned(text) : text}
    </text>
  );
}

/** Between signs that say it runs from right to left: a full stop at its end is then at its left. */
function turned(text: string): string {
  return `\u2067${text}\u2069`;
}
