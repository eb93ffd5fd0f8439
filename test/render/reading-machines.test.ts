import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { renderEpisodeMarkdown } from '../../src/render/episode-markdown.ts';
import { renderLlms } from '../../src/render/llms.ts';
import { anEpisode, aShow, aTranscript, site } from './an-episode.ts';

const show = aShow();
const home = 'https://example.org/talks';

describe('an episode as Markdown', () => {
  const episode = anEpisode({
    title: 'How *bells* are cast',
    notes: 'Some **notes**.',
    chapters: [{ start: 61.2, title: 'Clay' }],
  });
  const markdown = renderEpisodeMarkdown({ site, show, episode, transcript: aTranscript() });

  test('has what is known about it', () => {
    expect(markdown).toMatch(/^# How \\\*bells\\\* are cast\n\n> A founder on loam/);
    expect(markdown).toContain('- People: Ada Okafor (host), Jón Þór (guest)\n');
    expect(markdown).toContain(`- Page: ${home}/episodes/bells/`);
    expect(markdown).toContain('## Notes\n\nSome **notes**.');
  });

  test('has its chapters and what was said with times as links that play', () => {
    expect(markdown).toContain(`- [1:01](${home}/episodes/bells/#t=61.2) Clay`);
    expect(markdown).toContain(
      `**Jón Þór** [1:01](${home}/episodes/bells/#t=61.2)\n\nClay and hair.\n\n[2:00](${home}/episodes/bells/#t=120) Mostly clay.`,
    );
  });

  test('does without what nobody wrote', () => {
    const bare = { ...episode, notes: '', chapters: [], transcript: null };
    const short = renderEpisodeMarkdown({ site, show, episode: bare, transcript: null });
    expect(short).not.toContain('##');
  });
});

describe('llms.txt', () => {
  const many = Array.from({ length: 101 }, (_, at) => anEpisode({ slug: `e${at}` }));
  const text = renderLlms(site, show, many);
  const blocks = marked.lexer(text).filter(({ type }) => type !== 'space');

  test('is a title, a sentence, and sections of links', () => {
    expect(blocks.slice(0, 3).map(({ type }) => type)).toEqual([
      'heading',
      'blockquote',
      'paragraph',
    ]);
    expect(text).toMatch(/^# Workshop Talks\n\n> People at their benches\.\n/);
    for (const line of text.split('\n').filter((one) => one.startsWith('- '))) {
      expect(line).toMatch(/^- \[[^\]]+\]\(https:\/\/example\.org\/talks\/[^)]+\)/);
    }
  });

  test('names the newest episodes, the feed, the search and the archive', () => {
    expect(text).toContain(`(${home}/episodes/e0/index.md): 2026-03-09; with Ada Okafor, Jón Þór`);
    expect(text).not.toContain('/e100/');
    for (const path of ['/archive/', '/search?q=', '/feed.xml', '/sitemap.xml']) {
      expect(text).toContain(home + path);
    }
  });

  test('is there from the first day on', () => {
    expect(renderLlms(site, show, [])).toContain('0 episodes');
  });
});
