/** Someone heard in an episode. */
export interface Person {
  name: string;
  /** The podcast taxonomy's words, lower case: `host`, `guest`, … */
  role: string;
  /** Where to learn more about them. */
  url: string | null;
}
