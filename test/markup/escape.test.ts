import { expect, test } from 'vitest';
import { escapeCue, escapeHtml, legalInXml } from '../../src/markup/escape.ts';

test('HTML keeps text from becoming markup, in attributes too', () => {
  expect(escapeHtml(`<a href="x" b='y'>&amp;`)).toBe(
    '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;',
  );
});

test('XML loses the characters it forbids and no others', () => {
  expect(legalInXml('a\0b\u0008c\uFFFEd\uD800e\uDC00f\u001Fg')).toBe('abcdefg');
  expect(legalInXml('\t\n\r\u0085é\uFFFD😀<')).toBe('\t\n\r\u0085é\uFFFD😀<');
});

test('a cue cannot hold an arrow', () => {
  expect(escapeCue('a --> "b" & <c>')).toBe('a --&gt; "b" &amp; &lt;c&gt;');
});
