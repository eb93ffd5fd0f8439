import { describe, expect, it } from 'vitest';
import { line } from '../../src/render/feed-text.ts';

describe('a text as one line', () => {
  it('keeps blanks that are not to be broken at', () => {
    expect(line(' «\u00A0Oui\u00A0»\n')).toBe('«\u00A0Oui\u00A0»');
  });

  it('is left alone up to the limit', () => {
    expect(line('x'.repeat(255))).toBe('x'.repeat(255));
    expect(line('x'.repeat(256))).toBe(`${'x'.repeat(254)}…`);
  });
});
