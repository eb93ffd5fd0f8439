import { captionTime } from '../../src/episode/timecode.ts';
import type { Breath, Script } from './read-script.ts';

/** A breath with the seconds in which it is heard. */
export interface Heard extends Breath {
  start: number;
  end: number;
}

/** The transcript in the form its name asks for: WebVTT with voices, or plain text with labels. */
export function printTranscript(script: Script, heard: Heard[]): string {
  const spoken = heard.filter((breath) => breath.room === 0);
  return script.transcript?.endsWith('.vtt') ? printVtt(script, spoken) : printText(spoken);
}

function printVtt(script: Script, spoken: Heard[]): string {
  const cues = spoken.map(({ start, end, label, text }) => {
    const name = script.speakers[label]?.name ?? label;
    return `${captionTime(start)} --> ${captionTime(end)}\n<v ${name}>${text}</v>\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** As typists do it: a label where somebody begins, lines broken where the page runs out. */
function printText(spoken: Heard[]): string {
  const paragraphs: string[] = [];
  for (const { opens, label, text } of spoken) {
    if (opens === null) paragraphs.push(`${paragraphs.pop() ?? ''} ${text}`);
    else paragraphs.push(opens === 'paragraph' ? text : `${label}: ${text}`);
  }
  return `${paragraphs.map((paragraph) => wrap(paragraph, 70)).join('\n\n')}\n`;
}

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
