import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/import/read-date.ts';

describe('the date of an item', () => {
  test.each([
    ['Sat, 04 May 2019 20:00:00 +0000', '2019-05-04T20:00:00.000Z'],
    ['Sat, 4 May 2019 20:00:00 GMT', '2019-05-04T20:00:00.000Z'],
    ['Saturday, 04 May 2019 20:00:00 EST', '2019-05-05T01:00:00.000Z'],
    ['Sat, 04 May 19 20:00 -0730', '2019-05-05T03:30:00.000Z'],
    ['04 May 2019 20:00:00 +02:00', '2019-05-04T18:00:00.000Z'],
    ['Mon, 04 May 2019 20:00:00 PDT (a wrong day)', '2019-05-05T03:00:00.000Z'],
    ['May 4, 2019 8:05 PM', '2019-05-04T20:05:00.000Z'],
    ['4 September 2019', '2019-09-04T00:00:00.000Z'],
    ['Mi, 15 Mai 2019 08:00:00 +0200', '2019-05-15T06:00:00.000Z'],
    ['Sun, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59.000Z'],
    ['2019-05-04T20:00:00+02:00', '2019-05-04T18:00:00.000Z'],
    ['2019-05-04 20:00:00', '2019-05-04T20:00:00.000Z'],
    ['2019-05-04 20:00:00 +0200', '2019-05-04T18:00:00.000Z'],
  ])('%s', (given, wanted) => {
    expect(readDate(given)).toBe(wanted);
  });

  test.each([[null], [''], ['yesterday'], ['31 Feb 2019 10:00 GMT'], ['12:00:00']])(
    'is none: %s',
    (given) => {
      expect(readDate(given)).toBeNull();
    },
  );
});
