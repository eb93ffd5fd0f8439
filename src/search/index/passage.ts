/** What is searched as one: all words that are asked for have to be in it. */
export interface Passage {
  kind: 'about' | 'chapter' | 'said';
  /** Names of who speaks. */
  speakers: string[];
  text: string;
  /** When each white-space separated word of the text is spoken, seconds; null where nobody knows. */
  starts: (number | null)[];
  /** When the passage ends, seconds. */
  end: number | null;
  /**
   * From here on the text is also the beginning of the next passage: it is there so that a phrase is found
   * that crosses from one into the other. Offset into the text.
   */
  ownLength: number;
}

/** Where it is looked for: in what is said, or in what episodes and their chapters are called and about. */
export type Part = 'said' | 'about';

export function partOf(kind: Passage['kind']): Part {
  return kind === 'said' ? 'said' : 'about';
}

/** What is found of an episode besides what is said in it. */
export interface About {
  slug: string;
  /** Changes with everything that is indexed, the transcript included. */
  key: string;
  /** ISO 8601. */
  date: string;
  /** BCP 47 tag. */
  language: string;
  /** Of the recording, seconds. */
  duration: number;
  title: string;
  description: string;
  /** Markdown as written. */
  notes: string;
  people: string[];
  tags: string[];
  chapters: { start: number; title: string }[];
  /** Every label of the transcript with the name to show. */
  speakers: { label: string; name: string }[];
}
