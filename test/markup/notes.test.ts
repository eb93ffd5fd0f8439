import { describe, expect, test } from 'vitest';
import { notesToHtml } from '../../src/markup/notes.ts';

describe('what is kept', () => {
  test('paragraphs, lists, emphasis and links to whole addresses', () => {
    const html = notesToHtml(
      'One *two* **three** [four](https://example.org/a?b=1&c=2).\n\n- five\n- six',
    );
    expect(html).toContain(
      '<p>One <em>two</em> <strong>three</strong> <a href="https://example.org/a?b=1&amp;c=2">four</a>.</p>',
    );
    expect(html).toMatch(/<ul>\s*<li>five<\/li>\s*<li>six<\/li>\s*<\/ul>/);
  });

  test('headings begin below the headings of the page', () => {
    expect(notesToHtml('# A\n## B\n### C\n###### D').replace(/\n/g, '')).toBe(
      '<h2>A</h2><h3>B</h3><h4>C</h4><h4>D</h4>',
    );
  });

  test('a bare address becomes a link', () => {
    expect(notesToHtml('See https://example.org now.')).toContain(
      '<a href="https://example.org">https://example.org</a>',
    );
  });

  test('empty notes are empty', () => {
    expect(notesToHtml('')).toBe('');
    expect(notesToHtml(' \n\n')).toBe('');
  });
});

describe('what is not', () => {
  test('a picture becomes its description', () => {
    expect(notesToHtml('![Two <b>people</b>](https://elsewhere.example/p.gif)')).not.toMatch(
      /<img|gif/,
    );
    expect(notesToHtml('<img src="https://elsewhere.example/p.gif" alt="At &lt;work&gt;">')).toBe(
      'At &lt;work&gt;',
    );
  });

  test('a link that only works on one page keeps its words', () => {
    expect(notesToHtml('[here](../other/) and [there](//evil.example/)')).toBe(
      '<p>here and there</p>',
    );
  });

  test.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '<a href=" javascript:alert(1)">x</a>',
    '<img src=x onerror=alert(1)>',
    '<p onclick="alert(1)" style="position:fixed">x</p>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>body{display:none}</style>',
    '<form action="https://evil.example"><input></form>',
    '<math><mtext></p><style><img src onerror=alert(1)>',
    '<!--><script>alert(1)</script>-->',
    '[x]: javascript:alert(1)\n\n[x]',
    '<a href="https://ok.example" target="_blank" onmouseover="alert(1)">x</a>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<h2 id="transcript" class="player">x</h2>',
  ])('nothing that runs, loads or disguises itself: %s', (markdown) => {
    const html = notesToHtml(markdown);
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) {
      expect(tag).toMatch(
        /^<(?:(?:p|ul|ol|li|em|strong|code|pre|blockquote|h[345]|hr ?\/?|br ?\/?)|a href="(?:https?:|mailto:)[^"]*")>$/,
      );
    }
  });

  test('nesting without end is still only text', () => {
    expect(notesToHtml(`${'> '.repeat(5000)}deep`)).toContain('deep');
  });
});
