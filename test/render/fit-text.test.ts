import { describe, expect, test } from 'vitest';
import { fitText, shorten, widthOf } from '../../src/render/fit-text.ts';

const sizes = [
  { size: 40, room: 1 },
  { size: 20, room: 2 },
];

describe('a text', () => {
  test('takes the largest size it has room in', () => {
    expect(fitText('Bells', 400, sizes)).toEqual({ size: 40, lines: ['Bells'] });
    expect(fitText('How bells are cast in loam', 400, sizes).size).toBe(20);
  });

  test('is broken between words into lines as even as they get', () => {
    const text = 'one two three four five six seven eight';
    const { lines } = fitText(text, 300, sizes);
    expect(lines.join(' ')).toBe(text);
    const [first = 0, second = 0] = lines.map(widthOf);
    expect(Math.abs(first - second)).toBeLessThan(5);
  });

  test('is broken between words where no blanks are', () => {
    const { lines } = fitText('我们今天谈谈怎样铸造大钟', 200, sizes);
    expect(lines.length).toBe(2);
    expect(lines.join('')).toBe('我们今天谈谈怎样铸造大钟');
  });

  test('that is too long ends in an ellipsis, never after a comma', () => {
    const { lines } = fitText('again, '.repeat(50), 200, sizes);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/again…$/);
  });

  test('of one endless word is broken anywhere', () => {
    const { lines } = fitText('w'.repeat(500), 200, sizes);
    expect(lines.every((line) => widthOf(line) * 20 <= 200)).toBe(true);
  });

  test('never loses half of a character', () => {
    expect(shorten('👩‍🚒👩‍🚒👩‍🚒', 1.8)).toBe('👩‍🚒…');
  });
});
