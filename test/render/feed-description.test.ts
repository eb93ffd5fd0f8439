import { describe, expect, it } from 'vitest';
import { descriptionOf, textOfHtml } from '../../src/render/feed-description.ts';

describe('a description', () => {
  it.each([
    ['Q & A with AT&T', 'Q & A with AT&T'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['I <3 "it\'s"', 'I <3 "it\'s"'],
    ['<script>x</script>', '&lt;script>x&lt;/script>'],
    ['<!-- a', '&lt;!-- a'],
    ['write &amp; or &#38;', 'write &amp;amp; or &amp;#38;'],
    ['  \u0000 a\uD800b \n', 'ab'],
  ])('%j becomes %j', (text, expected) => {
    expect(descriptionOf(text)).toBe(expected);
  });

  it('is left alone where it fits exactly', () => {
    expect(descriptionOf('é'.repeat(2000))).toBe('é'.repeat(2000));
  });

  it('is cut between words', () => {
    expect(descriptionOf('one two three four', 14)).toBe('one two…');
  });

  it('is cut inside a word that is longer than half of it', () => {
    expect(descriptionOf(`a ${'b'.repeat(50)}`, 20)).toBe(`a ${'b'.repeat(15)}…`);
  });

  it('keeps characters whole', () => {
    for (let limit = 10; limit < 20; limit += 1) {
      const cut = descriptionOf('😀'.repeat(10), limit);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
      expect(cut).toMatch(/^(?:😀)+…$/u);
    }
  });

  it('keeps entities whole', () => {
    for (let limit = 10; limit < 20; limit += 1)
      expect(descriptionOf('<b'.repeat(10), limit)).toMatch(/^(?:&lt;b)*(?:&lt;)?…$/);
  });
});

describe('the text of HTML', () => {
  it('is what a reader sees of it', () => {
    const html =
      '<h3>One</h3>\n<p>a <em>b</em>c<br />d &lt;&amp;lt;&gt; &quot;e&quot;</p>\n\n<hr />';
    expect(textOfHtml(html)).toBe('One\na bc d <&lt;> "e"');
  });
});
