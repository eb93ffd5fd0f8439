import { parse } from 'yaml';

/** An episode of the sample show as it was written. */
export interface Script {
  title: string;
  /** The day of the recording, ISO 8601. */
  recorded: string;
  about: string;
  /** Name of the transcript to print, whose ending says the form; null where the episode has none. */
  transcript: string | null;
  speakers: Record<string, { name: string; voice: string }>;
  breaths: Breath[];
}

/** What is said in one go, or a stretch of the room with nobody speaking. */
export interface Breath {
  label: string;
  text: string;
  /** What begins here; the pause before it depends on that. */
  opens: 'chapter' | 'turn' | 'paragraph' | null;
  chapter: string | null;
  /** Seconds of the room instead of words; 0 where somebody speaks. */
  room: number;
}

/** Reads a script: YAML between dashes, then the lines that README.md beside this file describes. */
export function readScript(text: string): Script {
  const [, head = '', body = ''] = text.split(/^---\n/m);
  const breaths: Breath[] = [];
  let label = '';
  let chapter: string | null = null;
  let opens: Breath['opens'] = null;
  for (const line of body.split('\n')) {
    const [, title] = /^== (.+)/.exec(line) ?? [];
    const [, room = 0] = /^\(room (\d+)\)/.exec(line) ?? [];
    const [, speaker, rest = line] = /^(\p{Lu}): (.+)/u.exec(line) ?? [];
    if (title !== undefined) chapter = title;
    else if (line === '') opens ??= 'paragraph';
    else {
      if (speaker !== undefined) opens = chapter === null ? 'turn' : 'chapter';
      label = speaker ?? label;
      breaths.push({ label, text: rest, opens, chapter, room: Number(room) });
      chapter = null;
      opens = null;
    }
  }
  return { ...parse(head), breaths };
}
