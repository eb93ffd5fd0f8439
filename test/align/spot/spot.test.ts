import { describe, expect, test } from 'vitest';
import { spot } from '../../../src/align/spot/spot.ts';
import { babble, codes, evidence } from './made-evidence.ts';

function look(sound: string, text: string, stretch = { from: 0, to: sound.length }) {
  const { hits } = spot(evidence(sound), 3, codes(text), stretch);
  return hits.map(({ start, end, score, unit }) => ({
    heard: sound.slice(start, end),
    start,
    score: Math.round(score * 10) / 10,
    unit,
  }));
}

const other = babble(2, 1, 40)[0]!.replaceAll(/[klarinet]/g, 'x');

describe('a unit is found', () => {
  test('where it is spoken, with a lead for each step', () => {
    expect(look(`${other}klarinet${other}`, 'klarinet')[0]).toEqual({
      heard: 'klarinet',
      start: 40,
      score: 8,
      unit: 3,
    });
  });

  test.each([
    ['drawn out', 'kkllaarriinneett'],
    ['here fast and there slow', 'klariiinnnett'],
    ['with sounds swallowed', 'karnet'],
    ['with a sound misheard', 'klarxnet'],
    ['with a rest in it', 'klar         inet'],
  ])('%s', (_, spoken) => {
    const [best, next] = look(`${other}${spoken}${other}`, 'klarinet');
    expect(best?.heard).toBe(spoken);
    expect(best?.score).toBeGreaterThan(5);
    expect(next?.score ?? 0).toBeLessThan(0.6 * best!.score);
  });

  test('as often as it is spoken, where it is best first', () => {
    const found = look(`${other}klarixet${other}klarinet${other}`, 'klarinet');
    expect(found.slice(0, 2).map(({ heard }) => heard)).toEqual(['klarinet', 'klarixet']);
  });

  test('at the very beginning and end of the recording', () => {
    const found = look(`klarinet${other}klarinet`, 'klarinet');
    expect(found.slice(0, 2).map(({ start }) => start)).toEqual([0, 48]);
  });

  test('only in the stretch that is searched', () => {
    const sound = `klarinet${other}klarinet${other}klarinet`;
    const [first, second] = look(sound, 'klarinet', { from: 20, to: 80 });
    expect(first).toMatchObject({ start: 48, score: 8 });
    expect(second?.score ?? 0).toBeLessThan(2);
  });
});

describe('a unit is not found', () => {
  test('to end in the silence after it', () => {
    expect(look('   klarinet        ', 'klarinet')[0]?.heard).toBe('klarinet');
  });

  test('backwards, or in bits far apart', () => {
    expect(look('teniralk', 'klarinet')[0]?.score ?? 0).toBeLessThan(3);
    expect(look(`klar${'x'.repeat(12)}inet`, 'klarinet')[0]?.score ?? 0).toBeLessThan(5);
  });

  test('in silence', () => {
    for (const { score } of look(' '.repeat(50), 'klarinet')) expect(score).toBeCloseTo(0, 1);
  });
});

test('a sound that goes on and on is worth no more than twice itself', () => {
  const [best] = look(`kl${'a'.repeat(30)}rinet`, 'klarinet');
  expect(best?.score).toBe(9);
});

test('a unit by chance reaches much less than where it is', () => {
  const sound = babble(3, 30, 20).join('');
  const { chance, hits } = spot(evidence(sound), 0, codes(sound.slice(300, 320)), {
    from: 0,
    to: sound.length,
  });
  expect(hits[0]).toMatchObject({ start: 300, end: 320 });
  expect(chance).toBeLessThan(hits[0]!.score / 2);
});

test('places that are remembered do not crowd together, and are not more than forty', () => {
  const { hits } = spot(evidence('ab'.repeat(400)), 0, codes('abababab'), { from: 0, to: 800 });
  const ends = hits.map(({ end }) => end).sort((a, b) => a - b);
  expect(hits.length).toBeLessThanOrEqual(40);
  for (const [at, end] of ends.entries())
    if (at > 0) expect(end - ends[at - 1]!).toBeGreaterThan(2);
});
