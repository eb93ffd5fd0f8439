import type { Fragment } from '../episode/media-fragment.ts';
import type { Sound } from './sound.ts';

/** Marks moments on the picture of the sound. `path` is a path of it that is empty so far. */
export function timesOnWaveform(path: Element, sound: Sound) {
  const at = placeOn(path, sound);
  return {
    /** Seconds; what has no time has no mark. */
    show(times: (number | null)[]) {
      const places = times.flatMap((time) => (time === null ? [] : [at(time)]));
      path.setAttribute('d', [...new Set(places)].map((x) => `M${x} 88V100`).join(''));
    },
  };
}

/** Marks a stretch, or none. */
export function stretchOnWaveform(path: Element, sound: Sound) {
  const at = placeOn(path, sound);
  return {
    show(stretch: Fragment | null) {
      const { start, end } = stretch ?? {};
      const shown = start !== undefined && end != null;
      path.setAttribute('d', shown ? `M${at(start)} 0H${at(end)}V100H${at(start)}Z` : '');
    },
  };
}

/** Seconds to the units of the picture, as `render/waveform.tsx` draws it. */
function placeOn(path: Element, sound: Sound): (seconds: number) => string {
  const box = (path as SVGGraphicsElement).ownerSVGElement?.viewBox.baseVal;
  return (seconds) => ((box?.x ?? 0) + (seconds / sound.duration()) * (box?.width ?? 0)).toFixed(1);
}
