import type { Format } from './format.ts';
import { plainText } from './read-plain-text.ts';
import { podcastJson } from './read-podcast-json.ts';
import { srt } from './read-srt.ts';
import { vtt } from './read-vtt.ts';

/** All formats that can be read, the most particular first: the first one that fits reads the file. */
export const formats: readonly Format[] = [vtt, podcastJson, srt, plainText];

export function formatOf(text: string): Format {
  return formats.find((format) => format.looksLike(text)) ?? plainText;
}
