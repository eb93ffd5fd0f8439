import type { Show } from '../episode/show.ts';
import { inLanguage } from './language.ts';
import { palette } from './palette.ts';
import { assetHref, href, paths, type Site } from './site.ts';

/** What a phone needs to keep the show on its home screen (W3C Web Application Manifest). */
export function renderManifest(site: Site, show: Show): string {
  const start = href(site, paths.front());
  return JSON.stringify({
    id: start,
    name: show.title,
    short_name: shortName(show.title),
    description: show.description,
    ...inLanguage(show.language),
    start_url: start,
    scope: start,
    display: 'minimal-ui',
    theme_color: palette.paper,
    background_color: palette.paper,
    icons: [
      { src: assetHref(site, 'favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...[192, 512].map((size) => ({
        src: assetHref(site, `icon-${size}.png`),
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
    ],
  });
}

/** As many words as a home screen has room for, about twelve characters, but one at least. */
function shortName(title: string): string {
  const [first = '', ...others] = title.split(' ');
  let name = first;
  for (const word of others) {
    if (`${name} ${word}`.length > 12) break;
    name += ` ${word}`;
  }
  return name;
}
