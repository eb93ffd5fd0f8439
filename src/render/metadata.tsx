import type { Show } from '../episode/show.ts';
import { absolute, paths, type Site } from './site.ts';

/** A picture elsewhere that goes with a page. */
export interface LinkedPicture {
  url: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What it shows, for those who cannot see it. */
  alt: string;
}

/** What a page tells search engines and whoever shows a card of it. */
export interface MetadataProps {
  site: Site;
  show: Show;
  title: string;
  description: string;
  /** The page's own path. */
  path: string;
  /** Its own picture, else the show's. */
  picture?: LinkedPicture | null;
  type?: 'website' | 'article';
}

/** Title, sentence, address and picture as Open Graph has them (ogp.me), and the canonical address. */
export function Metadata({ site, show, path, type = 'website', ...about }: MetadataProps) {
  const picture = about.picture ?? showPicture(site, show);
  const address = absolute(site, path);
  return (
    <>
      {about.description && <meta name="description" content={about.description} />}
      <link rel="canonical" href={address} />
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={show.title} />
      <meta property="og:title" content={about.title} />
      {about.description && <meta property="og:description" content={about.description} />}
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={show.language.replace('-', '_')} />
      {picture && (
        <>
          <meta property="og:image" content={picture.url} />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
          <meta property="og:image:alt" content={picture.alt} />
          <meta name="twitter:card" content={isWide(picture) ? 'summary_large_image' : 'summary'} />
        </>
      )}
    </>
  );
}

function isWide({ width, height }: LinkedPicture): boolean {
  return width > height * 1.5;
}

function showPicture(site: Site, { cover, title }: Show): LinkedPicture | null {
  if (cover === null) return null;
  const { hash, type, width, height } = cover;
  return {
    url: absolute(site, paths.showCover(hash, type)),
    ...{ width, height, alt: `The cover of ${title}` },
  };
}
