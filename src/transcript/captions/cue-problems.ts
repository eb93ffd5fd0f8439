/** What can be amiss with any cue, whatever its format. */
export const unreadableTimes =
  'The times of the cue cannot be read; its words are kept without a time.';
export const wordsBesideTimes =
  'There are words beside the times of the cue; they are kept as its text.';
export const readingsLeftOut = 'Reading aids above characters: left out.';
