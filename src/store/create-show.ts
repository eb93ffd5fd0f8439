import { access, constants, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AlongsideError } from '../episode/error.ts';
import type { Layout } from './layout.ts';
import { asDiskFull, writeWhole } from './write-file.ts';

/**
 * Starts a new show where there is none: a commented `show.yaml` and a cover, with everything directories
 * require, so that the feed is valid from the first episode.
 *
 * @param plainCover a picture to start with
 * @returns whether a new show was started
 * @throws AlongsideError `setting_invalid` where the folder is none, or is not ours to write
 */
export async function createShowIfMissing(layout: Layout, plainCover: string): Promise<boolean> {
  await makeFolders(layout);
  if (await exists(layout.showFile)) return false;
  const cover = join(layout.root, 'cover.jpg');
  if (!(await exists(cover))) await writeWhole(cover, await readFile(plainCover));
  await writeWhole(layout.showFile, newShow);
  return true;
}

async function makeFolders({ root, uploads, jobs }: Layout) {
  try {
    for (const folder of [root, uploads, jobs]) {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  } catch (error) {
    throw unusable(root, error as NodeJS.ErrnoException);
  }
}

function unusable(root: string, cause: NodeJS.ErrnoException): unknown {
  const problems: Record<string, string> = {
    EEXIST: 'which is a file',
    ENOTDIR: 'which lies below a file',
    ENOENT: 'which cannot be made',
    EACCES: 'where this user may not write',
    EPERM: 'where this user may not write',
    EROFS: 'which is on a disk that cannot be written',
  };
  const problem = problems[cause.code ?? ''];
  if (problem === undefined) return asDiskFull(cause, root);
  const remedy = 'Name a folder that the server may write to, or give it the right to.';
  return new AlongsideError(
    'setting_invalid',
    `EPISODES_DIR is ${root}, ${problem}.`,
    { remedy },
    cause,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What a new show's `show.yaml` says. */
export const newShow = `# The show. Save this file and the pages and the feed follow within seconds.

title: My interviews
# One or two plain sentences; podcast apps show them below the title.
description: Conversations, with every word beside the sound.
# What is spoken, as a language tag: en, de, pt-BR …
language: en
# Who makes it. Left out, the title stands for the author.
# author: Your Name

# Directories that verify by e-mail need an address in the feed. It is public, and collects spam.
# owner:
#   name: Your Name
#   email: you@example.org

# Apple's names for the kinds of show, the chief one first:
# https://podcasters.apple.com/support/1691-apple-podcasts-categories
categories:
  - name: Society & Culture
    sub: Personal Journals

# Whether anything in it is not for children.
explicit: false

# What else directories and apps may be told. Everything here may stay left out.
# type: serial              # apps then begin with the first episode; episodic is the default
# license: cc-by-4.0        # or {name: House rules, url: https://example.org/rules}
# location: Berlin          # or {name: Berlin, geo: "geo:52.52,13.40", osm: R62422}
# updateFrequency: {text: Every other Tuesday, rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"}
# seasons: {1: Wood, 2: Metal}
# podroll: [{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c, title: Another show}]
# txt: [{purpose: applepodcastsverify, text: what the directory gave you}]
# block: true               # ask directories to leave the show out
# complete: true            # there will be no more episodes
# newFeedUrl: https://example.org/feed.xml   # the feed has moved there for good
# robots: no-training       # crawlers that train models are asked to stay away; none asks all crawlers
# feedEpisodes: 300         # so many stand in the feed; it links the others
# hubs: [https://pubsubhubbub.appspot.com/]  # WebSub hubs that are told of news

# A picture beside this file: JPEG or PNG, square, 1400 to 3000 pixels, under 500 KB.
cover: cover.jpg

# copyright: © Your Name
# link: https://example.org
# Those who are in every episode. Who else is heard, and what to say of anyone, stands in people.yaml.
# people:
#   - name: Your Name
#     role: host
#     link: https://example.org/about
# funding:
#   url: https://example.org/support
#   text: Support the show
# locked: true    # ask other hosts not to import this feed
`;
