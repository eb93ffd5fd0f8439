import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../../src/align/model/read-model.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'align', 'model');

/** The model that the aligner hears with. */
export function realModel() {
  return readModel(readFileSync(join(folder, 'cmu-en-us.bin')));
}
