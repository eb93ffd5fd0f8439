import type { Episode } from '../episode/episode.ts';
import { printFragment } from '../episode/media-fragment.ts';
import { startOfTurn, textOf } from '../episode/segment.ts';
import type { Show } from '../episode/show.ts';
import { clock } from '../episode/timecode.ts';
import type { Paragraph, Transcript, Turn } from '../episode/transcript.ts';
import { escapeMarkdown } from '../markup/escape-markdown.ts';
import { day, length } from './figures.ts';
import { absolute, paths, type Site } from './site.ts';
import { showSpeakers } from './speakers.ts';

/** An episode's page as Markdown: what is known about it, and what was said, with times as links that play. */
export function renderEpisodeMarkdown({
  site,
  show,
  episode,
  transcript,
}: {
  site: Site;
  show: Show;
  episode: Episode;
  transcript: Transcript | null;
}): string {
  const { title, description, notes } = episode;
  const parts = [
    `# ${inline(title)}`,
    ...(description ? [`> ${inline(description)}`] : []),
    facts(site, show, episode),
    ...(notes.trim() ? ['## Notes', notes.trim()] : []),
    ...chapters(site, episode),
    ...(transcript === null ? [] : ['## Transcript', ...said(site, episode, transcript)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function facts(site: Site, show: Show, episode: Episode): string {
  const { slug, date, audio, people, tags, license } = episode;
  const names = people.map(({ name, role }) => inline(role ? `${name} (${role})` : name));
  return [
    `- Show: [${inLink(show.title)}](${absolute(site, paths.front())})`,
    `- Published: ${day(date)}`,
    ...(names.length > 0 ? [`- People: ${names.join(', ')}`] : []),
    ...(tags.length > 0 ? [`- Tags: ${tags.map(inline).join(', ')}`] : []),
    `- Sound: [${length(audio.duration)}](${absolute(site, paths.audio(slug, audio.extension))})`,
    `- Page: ${absolute(site, paths.episode(slug))}`,
    ...(license === null ? [] : [`- License: ${inline(license.name)}`]),
  ].join('\n');
}

function chapters(site: Site, { slug, chapters: all }: Episode): string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ start, title }) => `- ${moment(site, slug, start)} ${inline(title)}`);
  return ['## Chapters', lines.join('\n')];
}

function said(site: Site, { slug }: Episode, transcript: Transcript): string[] {
  const { nameOf } = showSpeakers(transcript);
  return transcript.turns.flatMap((turn) => {
    const name = nameOf(turn);
    const start = startOfTurn(turn);
    const opening = [
      ...(name === null ? [] : [`**${inline(name)}**`]),
      ...(start === null ? [] : [moment(site, slug, start)]),
    ].join(' ');
    return [...(opening ? [opening] : []), ...paragraphsOf(site, slug, turn)];
  });
}

/** The turn's time stands at its head; a later paragraph has its own. */
function paragraphsOf(site: Site, slug: string, turn: Turn): string[] {
  return turn.paragraphs.map((paragraph, at) => {
    const start = at === 0 ? null : startOf(paragraph);
    const words = escapeMarkdown(textOf(paragraph.words), start === null);
    return start === null ? words : `${moment(site, slug, start)} ${words}`;
  });
}

function startOf({ words }: Paragraph): number | null {
  return words.find(({ start }) => start !== null)?.start ?? null;
}

function moment(site: Site, slug: string, start: number): string {
  const at = printFragment({ start, end: null });
  return `[${clock(start)}](${absolute(site, paths.episode(slug))}#t=${at})`;
}

function inline(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim(), false);
}

function inLink(text: string): string {
  return inline(text).replace(/(?<!\\)[[\]]/g, '\\$&');
}
