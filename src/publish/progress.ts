/** The steps of publishing, in order, as they are shown. */
export const steps = {
  probe: 'Looking at the recording',
  transcript: 'Reading the transcript',
  measure: 'Measuring the sound',
  encode: 'Making the MP3',
  align: 'Finding when each word is spoken',
  commit: 'Publishing',
} as const;

export type Step = keyof typeof steps;

/** @param share how much of the step is done, 0–1 */
export type OnStep = (step: Step, share: number) => void;
