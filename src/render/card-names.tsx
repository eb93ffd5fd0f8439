import type { Episode } from '../episode/episode.ts';
import type { Transcript } from '../episode/transcript.ts';
import { Line } from './card-line.tsx';
import { plainText, runsLeft } from './card-text.ts';
import { shorten, widthOf } from './fit-text.ts';
import { palette } from './palette.ts';
import { showSpeakers, whoSpeaks } from './speakers.ts';

/** Pixels. */
const size = 30;
const mark = { width: 8, height: 26, gap: 14 };
const between = 44;

/** Who speaks, each with the colour of their part of the sound; as many as there is room for. */
export function CardNames({
  episode,
  transcript,
  edges,
  baseline,
}: {
  episode: Episode;
  transcript: Transcript | null;
  /** Pixels: the sides of the text, and the line the letters stand on. */
  edges: { left: number; right: number };
  baseline: number;
}) {
  const names = whoSpeaks(episode)
    .map((name) => ({ name: plainText(name), colour: colourOf(name, transcript) }))
    .filter(({ name }) => name !== '');
  const side = runsLeft(plainText(episode.title)) ? 'right' : 'left';
  const across = edges.right - edges.left;
  const { shown, others } = place(names, across);
  const at = (x: number) => (side === 'left' ? edges.left + x : edges.right - x);
  const y = baseline;
  return (
    <>
      {shown.map(({ name, colour, x, indent }) => (
        <>
          {colour && (
            <rect
              x={at(x) - (side === 'left' ? 0 : mark.width)}
              y={y - mark.height + 4}
              {...{ width: mark.width, height: mark.height }}
              rx={mark.width / 2}
              fill={colour}
            />
          )}
          <Line x={at(x + indent)} text={name} {...{ y, size, side }} />
        </>
      ))}
      {others && <Line x={at(others.x)} text={others.text} {...{ y, size, side }} quiet />}
    </>
  );
}

interface Named {
  name: string;
  colour: string | null;
}

/** Where each name begins, pixels from the edge, and how many are left over. */
function place(names: Named[], across: number) {
  const shown: (Named & { x: number; indent: number })[] = [];
  let x = 0;
  for (const [at, named] of names.entries()) {
    const left = names.length - at;
    const indent = named.colour ? mark.width + mark.gap : 0;
    const name = shorten(named.name, (across - indent) / size - 4);
    const end = x + indent + widthOf(name) * size;
    const spare = left > 1 ? between + widthOf(more(left - 1)) * size : 0;
    if (shown.length > 0 && end + spare > across) return { shown, others: { x, text: more(left) } };
    shown.push({ ...named, name, x, indent });
    x = end + between;
  }
  return { shown, others: null };
}

function more(count: number): string {
  return count === 1 ? 'and 1 other' : `and ${count} others`;
}

/** Null for who is not heard in the transcript, or not by that name. */
function colourOf(name: string, transcript: Transcript | null): string | null {
  const speaker = transcript?.speakers.find((one) => one.name === name);
  if (!transcript || !speaker) return null;
  const { classOf } = showSpeakers(transcript);
  const colour = classOf({ speakers: [speaker.label], paragraphs: [] });
  return palette.speakers.get(colour ?? '') ?? null;
}
