import { expect, test } from 'vitest';
import { readXml, type XmlElement } from '../../src/markup/read-xml.ts';

const first = (source: string) => readXml(source)?.children[0] as XmlElement;

test('an element has the namespace of its prefix, and the line it begins on', () => {
  const source =
    '<rss xmlns:it="http://example.org/it">\n<it:author\n kind="a &amp; b">Ann</it:author></rss>';
  expect(first(source)).toEqual({
    namespace: 'http://example.org/it',
    name: 'author',
    written: 'it:author',
    attributes: { kind: 'a & b' },
    children: [],
    text: 'Ann',
    line: 2,
  });
});

test('text in sections and beside children is joined, and CDATA is left as it is', () => {
  expect(first('<a><b>one <i>x</i><![CDATA[&amp;]]> two</b></a>').text).toBe('one &amp; two');
});

test.each([
  ['a space before the declaration', ' <?xml version="1.0"?><a><b>x</b></a>', 'x'],
  ['an entity only HTML knows', '<a><b>caf&eacute;</b></a>', 'café'],
  ['an escaped entity', '<a><b>&amp;eacute;</b></a>', '&eacute;'],
  ['an ampersand by itself', '<a><b>Q & A</b></a>', 'Q & A'],
  ['a prefix nobody declared', '<a><b><foo:bar/>x</b></a>', 'x'],
  ['a control character', '<a><b>x\u0008</b></a>', 'x\u0008'],
  ['an element that is never closed', '<a><b>x', 'x'],
])('what is broken by %s is read all the same', (_what, source, text) => {
  expect(first(source).text).toBe(text);
});

test('what is no XML at all has no root', () => {
  for (const source of ['', 'not a feed', '\u0000\u0001']) expect(readXml(source)).toBeNull();
});

test('entities do not multiply', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;">]><a><b>&y;</b></a>';
  expect(first(bomb).text).toBe('&y;');
});

test('elements twenty thousand deep are read without running out of stack', () => {
  expect(readXml('<a>'.repeat(20_000))?.name).toBe('a');
});
