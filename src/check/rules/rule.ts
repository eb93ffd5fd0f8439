/** What a feed is held to. */
export interface Rule {
  /** Errors keep episodes out of apps or directories; warnings cost listeners something; advice is advice. */
  severity: 'error' | 'warning' | 'advice';
  /** Who asks for it: a page of Apple's by number, a specification with its section, a project's issue. */
  source: string;
  /** One sentence that says what to do. */
  remedy: string;
}

export type Rules = Record<string, Rule>;
