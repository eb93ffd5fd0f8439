import { clock } from '../episode/timecode.ts';
import type { AboutSound } from './about-sound.ts';
import type { Parts } from './parts.ts';
import type { Sound } from './sound.ts';

/** How far it plays until its position is told anew to those who listen to the page. Seconds. */
const often = 4.5;

/** Makes the picture of the sound the way to move in it: by pointer here, by keys as `keys.ts` has them. */
export function connectSeekBar(
  sound: Sound,
  { seek, pointed }: Parts,
  { chapters }: AboutSound,
  signal: AbortSignal,
): void {
  const set = (attributes: Record<string, string>) => {
    for (const [name, value] of Object.entries(attributes)) seek.setAttribute(name, value);
  };
  set({ role: 'slider', tabindex: '0', 'aria-label': 'Position', 'aria-valuemin': '0' });
  const bars = seek.querySelector('.bars');
  const played = bars?.cloneNode(true) as Element | undefined;
  played?.classList.add('played');
  if (played) bars?.after(played);

  let told = 0;
  const show = () => {
    const [position, duration] = [sound.position(), sound.duration()];
    seek.style.setProperty('--played', String(duration > 0 ? position / duration : 0));
    // What has the focus is spoken at every change.
    const moved = Math.abs(position - told);
    if (document.activeElement === seek && moved > 0 && moved < often && !sound.audio.paused)
      return;
    told = position;
    set({
      'aria-valuemax': String(Math.floor(duration)),
      'aria-valuenow': String(Math.floor(position)),
      'aria-valuetext': `${clock(position)} of ${clock(duration)}`,
    });
  };
  sound.onChange(show);
  show();

  const timeAt = (event: PointerEvent) => {
    const { left, width } = seek.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (event.clientX - left) / width));
    return { share, time: share * sound.duration() };
  };
  const point = (event: PointerEvent) => {
    const { share, time } = timeAt(event);
    const chapter = chapters.findLast(({ start }) => start <= time)?.title;
    pointed.textContent = chapter ? `${clock(time)} ${chapter}` : clock(time);
    pointed.style.setProperty('--at', String(share));
    pointed.hidden = false;
  };
  // By mouse it takes no focus: the keys that scroll stay the page's.
  seek.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  const on = (
    name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointerleave',
    act: (event: PointerEvent) => void,
  ) => seek.addEventListener(name, act, { signal });
  on('pointerdown', (event) => {
    if (event.button === 0) seek.setPointerCapture(event.pointerId);
    point(event);
  });
  on('pointermove', point);
  on('pointerup', (event) => {
    if (seek.hasPointerCapture(event.pointerId)) sound.seek(timeAt(event).time);
    if (event.pointerType !== 'mouse') pointed.hidden = true;
  });
  on('pointerleave', () => {
    pointed.hidden = true;
  });
}
