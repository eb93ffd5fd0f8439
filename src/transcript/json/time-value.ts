import { secondsFrom } from '../captions/caption-time.ts';
import type { Report } from './dialect.ts';
import { isRecord } from './fields.ts';

/**
 * Reads a time as JSON has it: a number or digits in a string, counted in the dialect's unit; `1.300s`; a
 * clock (`00:01:02,500`); an ISO 8601 duration (`PT1M2.5S`); or `{seconds, nanos}`, as Google's libraries
 * print it.
 *
 * @param unit how many of the dialect's units make a second
 * @param called what has the time, for the message where it cannot be used
 * @returns seconds; null where there is none or it cannot be used
 */
export function timeIn(
  value: unknown,
  unit: number,
  called: string,
  report: Report,
): number | null {
  if (value === undefined || value === null || value === '') return null;
  const seconds = secondsIn(value, unit);
  if (seconds !== null && seconds >= 0 && seconds <= longest) return seconds;
  report(`${called} has a time that cannot be used; it is left out.`);
  return null;
}

/** The end of something that begins at a time and lasts for another, both in seconds. */
export function endAfter(start: number | null, length: number | null): number | null {
  return start === null || length === null ? null : Math.round((start + length) * 1e6) / 1e6;
}

/** No recording lasts a year; a bigger number was meant as something else. */
const longest = 366 * 86_400;

function secondsIn(value: unknown, unit: number): number | null {
  if (typeof value === 'number') return value / unit;
  if (typeof value === 'string') return secondsInText(value.trim(), unit);
  if (!isRecord(value)) return null;
  const { seconds = 0, nanos = 0 } = value;
  return Number(seconds) + Number(nanos) / 1e9;
}

function secondsInText(text: string, unit: number): number | null {
  const count = /^(\d+(?:\.\d+)?)(s?)$/.exec(text);
  if (count) return Number(count[1]) / (count[2] === 's' ? 1 : unit);
  const clock = /^(?:(\d+):)?(\d+):(\d+)(?:[.,](\d+))?$/.exec(text);
  if (clock) return secondsFrom(clock[1], clock[2], clock[3], clock[4]);
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?$/.exec(text);
  return iso ? secondsFrom(iso[1], iso[2], iso[3], iso[4]) : null;
}
