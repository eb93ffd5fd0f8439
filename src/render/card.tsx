import { createHash } from 'node:crypto';
import type { Episode, Peaks } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import type { Transcript } from '../episode/transcript.ts';
import { printPart } from '../markup/page.ts';
import { Line } from './card-line.tsx';
import { CardNames } from './card-names.tsx';
import { plainText, runsLeft } from './card-text.ts';
import { day, length } from './figures.ts';
import { fitText, shorten, widthOf } from './fit-text.ts';
import { palette } from './palette.ts';
import { stretchesOf, whoSpeaks } from './speakers.ts';
import { barCount, waveformBars } from './waveform-bars.ts';

/** A picture of an episode, for those who show a link to it. */
export interface Card {
  /** An SVG document. */
  svg: string;
  /** Hex, of the document: changes when what it shows does. */
  hash: string;
}

export interface OnCard {
  show: Show;
  episode: Episode;
  transcript: Transcript | null;
  peaks: Peaks;
}

/** Pixels; the shape that is cropped least where links are shown. */
export const cardSize = { width: 1200, height: 630 };
/** Pixels: free at both sides, what is left between, and where things stand. */
const margin = 80;
const across = cardSize.width - 2 * margin;
const top = 94;
const foot = { aboveNames: 384, alone: 436 };
const names = 454;
const sound = { top: 486, height: 96 };
const titleSizes = [
  { size: 88, room: 2 },
  { size: 72, room: 3 },
  { size: 58, room: 4 },
  { size: 48, room: 5 },
];

/** The show, the episode's title, who speaks, how long it is and what it sounds like. */
export function drawCard(on: OnCard): Card {
  const { width, height } = cardSize;
  const svg = printPart(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} {...cardSize}>
      <title>{titleOn(on)}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <Top {...on} />
      <Title {...on} />
      <CardNames {...on} edges={edges} baseline={names} />
      <Sound {...on} />
    </svg>,
  );
  return { svg, hash: createHash('sha256').update(svg).digest('hex') };
}

const edges = { left: margin, right: cardSize.width - margin };

/** The show on one side, the day and the length on the other. */
function Top({ show, episode: { date, audio } }: OnCard) {
  const size = 28;
  const figures = `${day(date)} · ${length(audio.duration)}`;
  const title = shorten(plainText(show.title), across / size - widthOf(figures) - 2);
  const side = runsLeft(title) ? 'right' : 'left';
  const other = side === 'left' ? 'right' : 'left';
  return (
    <>
      <Line x={edges[side]} y={top} {...{ size, side }} text={title} weight={600} />
      <Line x={edges[other]} y={top} {...{ size }} side={other} text={figures} quiet />
    </>
  );
}

/** Its last line keeps its place, so that the title grows into the free space above. */
function Title(on: OnCard) {
  const title = titleOn(on);
  const side = runsLeft(title) ? 'right' : 'left';
  const { size, lines } = fitText(title, across, titleSizes);
  const last = whoSpeaks(on.episode).length > 0 ? foot.aboveNames : foot.alone;
  return (
    <>
      {lines.map((line, at) => (
        <Line
          x={edges[side]}
          y={last - (lines.length - 1 - at) * size * 1.15}
          {...{ size, side }}
          leftwards={side === 'right'}
          text={line}
          weight={600}
        />
      ))}
    </>
  );
}

/** Of a title of nothing but emoji no letter is left. */
function titleOn({ show, episode }: OnCard): string {
  return plainText(episode.title) || plainText(show.title);
}

/** The waveform as the page has it, as wide as the text. */
function Sound({ episode, transcript, peaks }: OnCard) {
  const count = Math.max(1, Math.min(barCount, peaks.length));
  const stretches = transcript ? stretchesOf(transcript) : [];
  const step = across / count;
  return (
    <g
      transform={`translate(${margin + step / 2} ${sound.top}) scale(${step} ${sound.height / 100})`}
      stroke-width={0.62}
    >
      {waveformBars(peaks, episode.audio.duration, stretches).map(({ speaker, path }) => (
        <path d={path} stroke={palette.speakers.get(speaker ?? '') ?? palette.quiet} />
      ))}
    </g>
  );
}
