import { sbv } from './captions/read-sbv.ts';
import { srt } from './captions/read-srt.ts';
import { tsv } from './captions/read-tsv.ts';
import { ttml } from './captions/read-ttml.ts';
import { vtt } from './captions/read-vtt.ts';
import type { Format } from './format.ts';
import { html } from './html/read-html.ts';
import { json } from './json/read-json.ts';
import { markdown } from './text/read-markdown.ts';
import { plainText } from './text/read-plain-text.ts';

/** All formats that can be read, the most particular first: the first one that fits reads the file. */
export const formats: readonly Format[] = [
  vtt,
  ttml,
  html,
  json,
  srt,
  sbv,
  tsv,
  markdown,
  plainText,
];

export function formatOf(text: string): Format {
  return formats.find((format) => format.looksLike(text)) ?? plainText;
}
