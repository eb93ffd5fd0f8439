import { textOf } from '../../episode/segment.ts';
import { clock } from '../../episode/timecode.ts';
import type { Break, Paragraph, Transcript } from '../../episode/transcript.ts';
import { escapeHtml } from '../../markup/escape.ts';
import { timesOfBreak } from './break-text.ts';
import { speakerNames } from './speaker-names.ts';

/**
 * HTML as the podcast namespace has it: for each turn who speaks (`cite`), and for each paragraph when, if
 * that is known (`time`), and what (`p`), all of them direct children of the body, where parsers look. They
 * know `time` without attributes, so whole seconds must do. An empty `cite` says that nobody is named after
 * somebody was; breaks are a `cite` of their own or an `hr`.
 */
export function writeHtml(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const body: string[] = [];
  let named = '';
  for (const turn of transcript.turns) {
    for (const found of turn.breaksBefore ?? []) {
      printBreak(found, body);
      named = found.label ?? '';
    }
    const name = nameOf(turn);
    if (name !== '' || named !== '') body.push(cite(name));
    named = name;
    for (const paragraph of turn.paragraphs) {
      const start = startOf(paragraph);
      if (start !== null) body.push(`<time>${clock(start)}</time>`);
      body.push(`<p>${escapeHtml(textOf(paragraph.words))}</p>`);
    }
  }
  for (const found of transcript.breaksAfter ?? []) printBreak(found, body);
  return page(transcript.language, body.join('\n'));
}

function cite(name: string): string {
  return name === '' ? '<cite></cite>' : `<cite>${escapeHtml(name)}:</cite>`;
}

function printBreak(found: Break, body: string[]): void {
  if (found.label === null) {
    body.push('<hr>');
    return;
  }
  body.push(cite(found.label));
  const times = timesOfBreak(found);
  if (times !== '') body.push(`<p>${escapeHtml(times)}</p>`);
}

function startOf({ words }: Paragraph): number | null {
  return words.find(({ start }) => start !== null)?.start ?? null;
}

function page(language: string | null, body: string): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`;
  return `<!DOCTYPE html>
<html${lang}>
<head>
<meta charset="utf-8">
<title>Transcript</title>
</head>
<body>
${body}
</body>
</html>
`;
}
