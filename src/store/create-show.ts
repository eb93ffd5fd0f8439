import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layout } from './layout.ts';
import { writeWhole } from './write-file.ts';

/**
 * Starts a new show where there is none: a commented `show.yaml` and a cover, with everything directories
 * require, so that the feed is valid from the first episode.
 *
 * @param plainCover a picture to start with
 * @returns whether a new show was started
 */
export async function createShowIfMissing(layout: Layout, plainCover: string): Promise<boolean> {
  await mkdir(layout.root, { recursive: true });
  await mkdir(layout.uploads, { recursive: true });
  await mkdir(layout.jobs, { recursive: true });
  if (await exists(layout.showFile)) return false;
  const cover = join(layout.root, 'cover.jpg');
  if (!(await exists(cover))) await writeWhole(cover, await readFile(plainCover));
  await writeWhole(layout.showFile, newShow);
  return true;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const newShow = `# The show. Save this file and the pages and the feed follow within seconds.

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

# A picture beside this file: JPEG or PNG, square, 1400 to 3000 pixels, under 500 KB.
cover: cover.jpg

# copyright: © Your Name
# link: https://example.org
# people:
#   - name: Your Name
#     role: host
#     url: https://example.org/about
# funding:
#   url: https://example.org/support
#   text: Support the show
# locked: true    # ask other hosts not to import this feed
`;
