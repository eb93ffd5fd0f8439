import { expect, test } from 'vitest';
import { looksLikeHtml } from '../../../src/transcript/html/looks-like-html.ts';

test.each([
  '<!DOCTYPE html>\n<html><head>',
  '<HTML lang=en>',
  '<?xml version="1.0"?>\n<!-- made by hand -->\n<html xmlns="http://www.w3.org/1999/xhtml">',
  '<cite>Ann:</cite>\n<time>0:00</time>\n<p>One</p>',
  '<p>One',
  '<!-- a comment --><div><p>One</p></div>',
  '<p><b>Ann:</b> one &amp; two</p>\n\n<p>three</p>',
  'Transcript\n<p>A paragraph that is long enough</p><p>to be the greater part</p><p>of all the text.</p>',
])('a page or a piece of one: %j', (text) => {
  expect(looksLikeHtml(text)).toBe(true);
});

test.each([
  'Ann: One <b>two</b> three',
  '<b>Ann:</b> One\n<b>Bo:</b> two',
  '# Title\n\n<p align="center">A picture</p>\n\n**Ann:** One two three four five.',
  '<p align="center">A picture</p>\n\n**Ann:** One two three four five, and much more than that.',
  'Ann: 3 < 4 and 5 > 4',
  '<v Ann>Hello</v>',
  '<laughs> Ann: well',
  '<?xml version="1.0"?><rss version="2.0">',
  '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p>One</p></div></body></tt>',
  '',
])('something else: %j', (text) => {
  expect(looksLikeHtml(text)).toBe(false);
});
