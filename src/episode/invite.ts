/** What a guest may send. */
export const sendable = ['recording', 'transcript'] as const;
export type Sendable = (typeof sendable)[number];

/** A link for someone without an account: one episode, for a while, and only what it allows. */
export interface Invite {
  id: string;
  /** Of the episode it is for; there need not be one yet. */
  slug: string;
  /** The episode's GUID, by which it is followed where it moves; null as long as there is none. */
  guid: string | null;
  allow: Sendable[];
  /** ISO 8601. */
  expires: string;
  /** Whom it is for. */
  name: string | null;
}
