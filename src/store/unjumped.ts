/**
 * The time of day, or what it would be had nobody set the clock ahead since this process began: whatever is
 * deleted for its age must have that age by both. ms since 1970.
 */
export function unjumped(now: number): number {
  return Math.min(now, performance.timeOrigin + performance.now());
}
