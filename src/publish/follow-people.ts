import { describeProblem } from '../episode/describe-problem.ts';
import { AlongsideError, describeError } from '../episode/error.ts';
import { describePicture } from '../media/picture.ts';
import { peopleFingerprint, readPeople } from '../store/people.ts';
import type { Workshop } from './carry-out.ts';
import { followFile } from './follow-file.ts';
import type { PublisherLog } from './publisher.ts';

/**
 * Reads `people.yaml`, and takes changes to it over while the server runs: names are looked up when they
 * are shown, so nothing is made anew. A file that cannot be read is reported once; those it named last stay,
 * which at the start is nobody.
 *
 * @param onChanged told when readers may find other people than before
 */
export async function followPeople(
  { layout, catalogue }: Workshop,
  onChanged: () => void,
  log: PublisherLog,
) {
  const read = async () => {
    try {
      const { people, problems } = await readPeople(layout, describePicture);
      catalogue.setPeople(people);
      for (const problem of problems) log.info(describeProblem('people.yaml', problem));
      return true;
    } catch (error) {
      const what = error instanceof AlongsideError ? describeError(error) : String(error);
      log.error({ err: error }, `people.yaml was not taken over. ${what}`);
      return false;
    }
  };
  // Taken before the file is read, so that what is saved in between is seen.
  const seen = await peopleFingerprint(layout).catch(() => null);
  const isRead = await read();
  const take = async () => {
    if (!(await read())) return;
    log.info('The people have changed.');
    onChanged();
  };
  const following = followFile({ fingerprint: () => peopleFingerprint(layout), seen, take });
  return { ...following, isRead };
}
