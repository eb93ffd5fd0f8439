import { describe, expect, test } from 'vitest';
import { readEmbedAddress } from '../../src/http/embed-address.ts';

const home = 'https://example.org/talks';
const read = (address: string) => readEmbedAddress(address, [home]);

describe('an address to embed', () => {
  test.each([
    `${home}/episodes/bells/`,
    `${home}/episodes/bells`,
    `${home}/embed/bells/`,
    'http://www.example.org/talks/episodes/bells/',
    'https://example.org:443/talks/episodes/bells/?utm_source=x#transcript',
  ])('%s is an episode’s', (address) => {
    expect(read(address)).toEqual({ slug: 'bells', time: null, withWords: false });
  });

  test.each([
    'https://example.net/talks/episodes/bells/',
    'https://example.org/episodes/bells/',
    'https://example.org/talks-too/episodes/bells/',
    `${home}/episodes/bells/transcript.vtt`,
    `${home}/tags/bells/`,
    'javascript:alert(1)//example.org/talks/episodes/bells/',
    '/talks/episodes/bells/',
    '',
  ])('%s is not', (address) => {
    expect(read(address)).toBeNull();
  });

  test('may ask for the words', () => {
    expect(read(`${home}/episodes/bells/?transcript`)?.withWords).toBe(true);
  });

  test.each([
    ['?t=61.2,75.9', '61.2,75.9'],
    ['#t=61.2', '61.2'],
    ['?t=5#t=7', '7'],
    ['?t=5#transcript', '5'],
    ['?t=1:02:03.5', '3723.5'],
    ['?t=1h2m3s,2h', '3723,7200'],
    ['?t=,75', '0,75'],
    ['?t=', null],
    ['?t=,', null],
    ['?t=soon', null],
    ['?t=-5', null],
    ['?t=1e9', null],
    ['?t=5"><script>', null],
    [`?t=${'9'.repeat(5000)}`, null],
    [`?t=${'1:'.repeat(5000)}`, null],
  ])('%.20s asks for the time %s', (asked, time) => {
    expect(read(`${home}/episodes/bells/${asked}`)?.time).toBe(time);
  });
});
