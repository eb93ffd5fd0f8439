import { textOf } from '../../episode/segment.ts';
import { clock } from '../../episode/timecode.ts';
import type { Paragraph, Transcript } from '../../episode/transcript.ts';
import { escapeHtml } from '../../markup/escape.ts';
import { speakerNames } from './speaker-names.ts';

/**
 * HTML as the podcast namespace has it: for each turn who speaks (`cite`), and for each paragraph when, if
 * that is known (`time`), and what (`p`), all of them direct children of the body, where parsers look.
 */
export function writeHtml(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const body: string[] = [];
  for (const turn of transcript.turns) {
    const name = nameOf(turn);
    if (name !== '') body.push(`<cite>${escapeHtml(name)}:</cite>`);
    for (const paragraph of turn.paragraphs) {
      const start = startOf(paragraph);
      if (start !== null) body.push(`<time>${clock(start)}</time>`);
      body.push(`<p>${escapeHtml(textOf(paragraph.words))}</p>`);
    }
  }
  return `<!DOCTYPE html>
<html lang="${escapeHtml(transcript.language ?? '')}">
<head>
<meta charset="utf-8">
<title>Transcript</title>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function startOf({ words }: Paragraph): number | null {
  return words.find(({ start }) => start !== null)?.start ?? null;
}
