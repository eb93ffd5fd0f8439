import { paths } from '../render/site.ts';
import { episodeFolder, publishedFolder } from '../store/layout.ts';
import type { Context } from './context.ts';
import type { Media } from './send-media.ts';

/** Finds a picture that readers may see by its path; undefined where there is none. */
export function createGallery(context: Context): (path: string) => Media | undefined {
  let hung = { generation: -1, pictures: new Map<string, Media>() };
  return (path) => {
    const generation = context.catalogue.generation();
    if (generation !== hung.generation) hung = { generation, pictures: picturesOf(context) };
    return hung.pictures.get(path);
  };
}

function picturesOf({ catalogue, layout }: Context): Map<string, Media> {
  const pictures = new Map<string, Media>();
  const hang = (path: string, picture: Omit<Media, 'cacheControl'>) =>
    // Its address changes with its bytes, so it may be kept for good.
    pictures.set(path, { ...picture, cacheControl: 'public, max-age=31536000, immutable' });
  const { cover: showCover } = catalogue.show();
  if (showCover !== null) {
    const { file, type, hash: sha256 } = showCover;
    hang(paths.showCover(sha256, type), { root: layout.root, file, type, sha256 });
  }
  for (const { picture } of catalogue.known().people.byName.values()) {
    if (picture === null || 'url' in picture) continue;
    const { file, type, hash: sha256 } = picture;
    hang(paths.portrait(sha256, type), { root: layout.root, file, type, sha256 });
  }
  for (const own of catalogue.slugs()) {
    const slug = catalogue.addressOf(own);
    const cover = catalogue.prepared(own)?.cover ?? null;
    if (cover === null) continue;
    const root = publishedFolder(episodeFolder(layout, slug));
    const { file, type, hash: sha256, small } = cover;
    hang(paths.cover(slug, sha256, type), { root, file, type, sha256 });
    hang(paths.smallCover(slug, small.hash), {
      root,
      file: small.file,
      type: 'image/jpeg',
      sha256: small.hash,
    });
  }
  return pictures;
}
