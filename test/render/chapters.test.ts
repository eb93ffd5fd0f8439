import { describe, expect, it } from 'vitest';
import { renderChapters } from '../../src/render/chapters.ts';
import { makeEpisode } from './feed-sample.ts';

describe('chapters as JSON', () => {
  it('have version 1.2.0 and ascend', () => {
    const chapters = [
      { start: 30.12345, title: 'The note' },
      { start: 0, title: 'The mould' },
    ];
    const episode = makeEpisode({ chapters });
    expect(JSON.parse(renderChapters(episode))).toEqual({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'The mould' },
        { startTime: 30.123, title: 'The note' },
      ],
    });
    expect(episode.chapters).toEqual(chapters);
  });

  it('are an empty list where there are none', () => {
    expect(JSON.parse(renderChapters(makeEpisode({ chapters: [] }))).chapters).toEqual([]);
  });

  it('hold no character that other formats could not carry on', () => {
    const chapters = [{ start: 1, title: 'a\u0000b\uD800 </script>' }];
    expect(JSON.parse(renderChapters(makeEpisode({ chapters }))).chapters[0].title).toBe(
      'ab </script>',
    );
  });
});
