/** How an episode stands, in one word. */
export type State = 'public' | 'scheduled' | 'draft' | 'unlisted' | 'publishing' | 'failed';

export interface Standing {
  /** What is published of it; null where nothing is. */
  published: { draft: boolean; unlisted: boolean } | null;
  /** Whether everybody may see it now. */
  isPublic: boolean;
  /** Whether it is being made or changed. */
  isPublishing: boolean;
}

/**
 * What readers have comes first: an episode keeps its state while something about it is being made, or has
 * failed. Only of one that was never published is that all there is to say.
 */
export function stateOf({ published, isPublic, isPublishing }: Standing): State {
  if (published === null) return isPublishing ? 'publishing' : 'failed';
  if (isPublic) return published.unlisted ? 'unlisted' : 'public';
  return published.draft ? 'draft' : 'scheduled';
}
