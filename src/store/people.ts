import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { AlongsideError } from '../episode/error.ts';
import { claimsOn, type KnownPerson, nobody, type People, peopleBy } from '../episode/people.ts';
import { mostOnPages } from '../episode/person.ts';
import type { Problem } from '../episode/transcript.ts';
import { personName, taxonomyWord, text, webAddress } from './fields.ts';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { type DescribePicture, pictureFile, pictureName, withPictures } from './picture.ts';
import { readBytes } from './read-bytes.ts';
import { type LineOf, readYamlWithLines } from './read-yaml.ts';

/** Room for ten thousand people; reading more would hold up the readers. */
const mostBytes = 1 << 20;

const knownPerson = z.object({
  name: personName,
  aliases: z.preprocess((said) => [said ?? []].flat(), z.array(personName)),
  role: taxonomyWord.nullable().default(null),
  group: taxonomyWord.nullable().default(null),
  link: webAddress.nullable().default(null),
  url: webAddress.nullable().default(null),
  picture: z
    .union(
      [webAddress, z.string().regex(pictureName)],
      'is neither an https address nor the name of a file beside people.yaml',
    )
    .nullable()
    .default(null),
  bio: text.max(4000, 'is longer than 4000 characters').nullable().default(null),
});
const peopleSchema = z.array(knownPerson, 'is not a list of people');

/**
 * Reads `people.yaml` and the pictures it names. A show without the file knows nobody.
 *
 * @returns the people, and what is amiss without being an error, with its line
 * @throws AlongsideError `show_invalid` with the line
 */
export async function readPeople(
  layout: Layout,
  describe: DescribePicture,
): Promise<{ people: People; problems: Problem[] }> {
  const file = basename(layout.peopleFile);
  const found = await stat(layout.peopleFile).catch(ifMissing(null));
  if (found === null) return { people: nobody, problems: [] };
  if (found.size > mostBytes) {
    const remedy = 'Keep it below 1 MB.';
    throw new AlongsideError('show_invalid', 'The file is too large.', { file, remedy });
  }
  const bytes = await readBytes(layout.peopleFile, { kind: 'people', code: 'show_invalid' });
  const {
    value,
    lineOf,
    problems: unread,
  } = readYamlWithLines(new TextDecoder().decode(bytes), peopleSchema, {
    code: 'show_invalid',
    file,
    empty: [],
  });
  const problems = [...unread];
  const known: KnownPerson[] = [];
  for (const [at, { link, url, picture, ...said }] of value.entries()) {
    const read = await readPortrait(layout.root, picture, describe);
    if (read.problem !== null) {
      problems.push({ line: lineOf([at, 'picture']), message: read.problem });
    }
    known.push({ ...said, url: link ?? url, picture: read.portrait });
  }
  return { people: peopleBy(known), problems: [...problems, ...clashes(known, lineOf)] };
}

/** Size and date of `people.yaml` and the pictures beside it. */
export function peopleFingerprint({ root, peopleFile }: Layout): Promise<string> {
  return withPictures(root, peopleFile);
}

/** A picture that cannot be used is left out: it is no reason to do without the people. */
async function readPortrait(root: string, picture: string | null, describe: DescribePicture) {
  if (picture === null) return { portrait: null, problem: null };
  if (!pictureName.test(picture)) return { portrait: { url: picture }, problem: null };
  const kind = { kind: 'a picture', code: 'cover_unreadable' } as const;
  try {
    const portrait = pictureFile(picture, await readBytes(join(root, picture), kind), describe);
    const tooHeavy = `${picture} is larger than 400 KB, so it is in the feed and not on the pages.`;
    return { portrait, problem: portrait.bytes > mostOnPages ? tooHeavy : null };
  } catch (error) {
    if (!(error instanceof AlongsideError)) throw error;
    const problem = `${picture} was left out: ${error.message} ${error.facts.remedy}`;
    return { portrait: null, problem };
  }
}

/** Names that fit more than one person, with every line that claims them. */
function clashes(known: KnownPerson[], lineOf: LineOf): Problem[] {
  const problems: Problem[] = [];
  for (const claims of claimsOn(known).values()) {
    const [first, ...others] = claims;
    if (first === undefined || others.length === 0) continue;
    const { name, aliases } = known[first.person] as KnownPerson;
    const lines = claims.map(({ person, alias }) =>
      lineOf(alias === null ? [person, 'name'] : [person, 'aliases', alias]),
    );
    const called = claims.filter(({ alias: at }) => at === null);
    const result =
      called.length === 1
        ? `stands for ${(known[called[0]?.person ?? 0] as KnownPerson).name} alone`
        : 'stands for none of them';
    problems.push({
      line: lines[0] ?? null,
      message: `“${first.alias === null ? name : aliases[first.alias]}” fits several people (lines ${lines.join(', ')}), so it ${result}.`,
    });
  }
  return problems;
}
