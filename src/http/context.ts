import type { Publisher, PublisherLog } from '../publish/publisher.ts';
import type { Finder } from '../publish/search/finder.ts';
import type { Site } from '../render/site.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Invites } from '../store/invites.ts';
import type { Layout } from '../store/layout.ts';
import type { Tokens } from '../store/tokens.ts';

/** What the routes need: handed to each, never hung on the server object. */
export interface Context {
  /** Known once the server listens. */
  site(): Site;
  catalogue: Catalogue;
  /** What `show.yaml` says that nobody reads, and why it was not taken over: lines for the operator. */
  showProblems(): string[];
  layout: Layout;
  publisher: Publisher;
  uploadToken: string;
  finder: Finder;
  /** Who may publish; the upload token is the first of them. */
  tokens: Tokens;
  /** Who may send files without a token. */
  invites: Invites;
  /** For what an operator should know: changes, and attempts that were refused. */
  log: PublisherLog;
  /** An SVG document as PNG, null where it cannot be drawn; null itself where nothing can. */
  drawPicture: ((svg: string) => Promise<Uint8Array | null>) | null;
  /** Absolute path of `public/`. */
  publicFolder: string;
}
