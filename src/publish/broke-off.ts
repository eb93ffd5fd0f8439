import type { Manifest } from '../store/manifest.ts';

/** Whether looking for an episode's words broke off, so that it is to be tried again. */
export function brokeOff({ alignKey, report }: Pick<Manifest, 'alignKey' | 'report'>): boolean {
  return alignKey === null && report.alignment !== null;
}
