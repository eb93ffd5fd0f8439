import { expect, test } from 'vitest';
import { leaveOutUnheard } from '../../../src/align/times/leave-out-unheard.ts';
import { inARow, measured } from './made-times.ts';

test('a unit of which hardly anything fits loses its times, and no other', () => {
  const found = inARow('++++-?--++++');
  const units = [0, 4, 8].map((from) => ({ from, to: from + 4 }));
  const believed = leaveOutUnheard(found, units);
  expect(believed).toEqual([...found.slice(0, 4), null, null, null, null, ...found.slice(8)]);
  expect(found[5]).not.toBeNull();
});

test('one clear word in four does not hold up the others, two do', () => {
  expect(leaveOutUnheard(inARow('+---'), [{ from: 0, to: 4 }])).toEqual(inARow('----'));
  expect(leaveOutUnheard(inARow('++--'), [{ from: 0, to: 4 }])).toEqual(inARow('++--'));
});

test('a short unit that fits badly everywhere is not believed', () => {
  const doubtful = [measured(1, 2, 0.24), measured(2, 3, 0.24)];
  expect(leaveOutUnheard(doubtful, [{ from: 0, to: 2 }])).toEqual([null, null]);
  const better = [measured(1, 2, 0.26), measured(2, 3, 0.26)];
  expect(leaveOutUnheard(better, [{ from: 0, to: 2 }])).toEqual(better);
});
