/** How a file counts frames and ticks: the parameters of its root element. */
export interface TtmlClock {
  /** Frames a second as they are numbered in `00:00:01:12`. */
  frameRate: number;
  /** Frames a second as they pass: 30 × 1000/1001, say. */
  effectiveRate: number;
  subFrameRate: number;
  tickRate: number;
  /** Whether hours and minutes are made of numbered frames, not of seconds; and which numbers are left out. */
  smpte: 'nonDrop' | 'dropNTSC' | 'dropPAL' | null;
}

/**
 * The clock of a file (https://www.w3.org/TR/ttml2/#parameter-vocabulary).
 *
 * @param parameter value of an attribute of the root element by its local name
 */
export function ttmlClock(parameter: (name: string) => string | undefined): TtmlClock {
  const frameRate = positive(parameter('frameRate')) ?? 30;
  const [up, down] = (parameter('frameRateMultiplier') ?? '').trim().split(/[\s:]+/);
  const effectiveRate = (frameRate * (positive(up) ?? 1)) / (positive(down) ?? 1);
  const subFrameRate = positive(parameter('subFrameRate')) ?? 1;
  const counted = parameter('frameRate') === undefined ? 1 : effectiveRate * subFrameRate;
  const tickRate = positive(parameter('tickRate')) ?? counted;
  const mode = parameter('dropMode');
  const drop = mode === 'dropNTSC' || mode === 'dropPAL' ? mode : 'nonDrop';
  const smpte = parameter('timeBase') === 'smpte' ? drop : null;
  return { frameRate, effectiveRate, subFrameRate, tickRate, smpte };
}

function positive(value: string | undefined): number | null {
  const number = /^\s*\d{1,9}(?:\.\d{1,9})?\s*$/.test(value ?? '') ? Number(value) : 0;
  return number > 0 ? number : null;
}

const clockTime =
  /^(?:(\d{1,9}):)?(\d{1,9}):(\d{1,2})(?:[.,](\d{1,9})|[:;](\d{1,3})(?:\.(\d{1,3}))?)?$/;
const offsetTime = /^(\d{1,15}(?:\.\d{1,15})?)(h|m|s|ms|f|t)?$/;

/**
 * Reads a time expression (https://www.w3.org/TR/ttml2/#timing-value-time-expression): `00:01:02.5`,
 * `00:01:02:12` with frames, `62.5s`, `1550f`. Beside the standard's, times without hours (`5:31.677`) or
 * without a unit (`34.181`, seconds), which Apple's files have.
 *
 * @returns seconds, or null where it is none
 */
export function ttmlSeconds(expression: string, clock: TtmlClock): number | null {
  const written = expression.trim();
  const parts = clockTime.exec(written);
  if (parts !== null) return secondsOfClock(parts, clock);
  const [, count, unit = 's'] = offsetTime.exec(written) ?? [];
  if (count === undefined) return null;
  if (unit === 'f') return neat(Number(count) / clock.effectiveRate);
  if (unit === 't') return neat(Number(count) / clock.tickRate);
  if (unit === 'ms') return neat(Number(count) / 1000);
  const length = unit === 'h' ? 3600 : unit === 'm' ? 60 : 1;
  return neat(Number(count) * length);
}

function secondsOfClock(parts: RegExpExecArray, clock: TtmlClock): number {
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0', frames, subFrames] = parts;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (frames === undefined && clock.smpte === null) return Number(`${whole}.${fraction}`);
  const counted = Number(frames ?? 0) + Number(subFrames ?? 0) / clock.subFrameRate;
  if (clock.smpte === null) return neat(whole + counted / clock.effectiveRate);
  const numbered = whole * clock.frameRate + counted - dropped(clock.smpte, whole);
  return neat(numbered / clock.effectiveRate + Number(`0.${fraction}`));
}

/** Frame numbers left out so far: two a minute but every tenth in NTSC, four every other minute in PAL-M. */
function dropped(mode: 'nonDrop' | 'dropNTSC' | 'dropPAL', seconds: number): number {
  const minutes = Math.floor(seconds / 60);
  if (mode === 'dropNTSC') return (minutes - Math.floor(minutes / 10)) * 2;
  if (mode === 'dropPAL') return (Math.floor(minutes / 2) - Math.floor(minutes / 20)) * 4;
  return 0;
}

/** Without the dust of binary fractions. */
function neat(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
