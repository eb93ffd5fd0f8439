/** The light colours of `style/colours.css`, for what no style sheet reaches; a test holds the two together. */
export const palette = {
  paper: '#fcfbf8',
  ink: '#1d1c1a',
  quiet: '#65615a',
  line: '#dfdcd4',
  /** By the class of who speaks. */
  speakers: new Map([
    ['speaker-1', '#0b5c97'],
    ['speaker-2', '#b3470a'],
    ['speaker-3', '#0a7355'],
    ['speaker-4', '#96417a'],
    ['speaker-5', '#7a5d00'],
    ['speaker-6', '#16738f'],
  ]),
} as const;

/** The paper where a reader prefers dark pages. */
export const darkPaper = '#171614';
