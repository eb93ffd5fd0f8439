// Makes the file the aligner hears with, from CMU Sphinx's US English model as Debian packages it.
//
//   apt install pocketsphinx-en-us
//   node scripts/build.mjs && node dist/scripts/make-acoustic-model.js
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { packModel } from './acoustic-model/pack-model.ts';
import { readSphinxModel } from './acoustic-model/read-sphinx-model.ts';

const [, , from = '/usr/share/pocketsphinx/model/en-us/en-us'] = process.argv;
const folder = join(import.meta.dirname, '..', '..', 'src', 'align', 'model');
const packed = packModel(readSphinxModel(from));
const compressed = brotliCompressSync(packed, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: packed.length,
    [constants.BROTLI_PARAM_LGWIN]: 24,
  },
});
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'cmu-en-us.bin'), compressed);
process.stdout.write(`${packed.length} bytes, ${compressed.length} compressed\n`);
